import { readAttributeList, type AttributeList } from '../attribute-list.ts';
import { indentAt, LIST_NAME, SPACE } from '../characters.ts';
import type { Source } from '../source.ts';
import { isBlankLine, isBlockTag, listAt } from './boundary.ts';

/** The first line of a list item or definition. */
export interface ItemStart {
  /** Behind the mark and its white space. */
  readonly text: string;
  /** Columns that the item's further lines are indented by. */
  readonly indentation: number;
}

const ITEM_LIST = new RegExp(`^[${SPACE}]*\\{:(?!(?:${LIST_NAME})?:|/)((?:\\\\\\}|[^}])+)\\}[${SPACE}]*`);
const ONLY_LIST = new RegExp(`${ITEM_LIST.source}$`);
const ONLY_SPACE = new RegExp(`^[${SPACE}]*$`);
const LEADING_SPACE = new RegExp(`^[${SPACE}]+`);

/** Reads what stands behind a list item's mark. `width`: columns up to the mark's end. */
export function itemStart(width: number, rest: string): ItemStart {
  const alone = ONLY_SPACE.test(rest) || ONLY_LIST.test(rest);
  const content = alone ? rest : expandTabs(rest, width);
  return { text: content.replace(LEADING_SPACE, ''), indentation: alone ? 4 : width + leadingSpaces(content) };
}

/** An item's text without the attribute list at its beginning. */
export function splitList(text: string): { readonly text: string; readonly list: AttributeList | null } {
  const found = ITEM_LIST.exec(text);
  return found === null
    ? { text, list: null }
    : { text: text.slice(found[0].length), list: readAttributeList(found[1] ?? '') };
}

/**
 * Whether the line goes on with an item: by its indentation, or lazily, where it has text and begins neither with an attribute
 * list nor with the tag of a block.
 */
export function continuesItem(
  source: Source,
  pos: number,
  { indentation, lazily }: { readonly indentation: number; readonly lazily: boolean },
): boolean {
  if (isBlankLine(source.text, pos)) return false;
  return isIndented(source.text, pos, indentation) || (lazily && isLazy(source, pos, indentation));
}

/** A line as the item has it: tabs at its beginning become spaces, and the item's indentation goes. */
export function unindent(line: string, indentation: number): { readonly text: string; readonly wasIndented: boolean } {
  const expanded = line.charCodeAt(0) === 9 ? line.replace(/^\t+/, (tabs) => ' '.repeat(4 * tabs.length)) : line;
  const wasIndented = leadingSpaces(expanded) >= indentation;
  return { text: wasIndented ? expanded.slice(indentation) : expanded, wasIndented };
}

function isIndented(text: string, pos: number, indentation: number): boolean {
  let at = pos;
  for (let left = indentation; left >= 4; left -= 4) {
    const step = tabStop(text, at);
    if (step === 0) return false;
    at += step;
  }
  return text.startsWith(' '.repeat(indentation % 4), at) || text.charAt(at) === '\t';
}

function tabStop(text: string, pos: number): number {
  if (text.charAt(pos) === '\t') return 1;
  return text.startsWith('    ', pos) ? 4 : 0;
}

function isLazy(source: Source, pos: number, indentation: number): boolean {
  const { text } = source;
  const start = pos + indentAt(text, pos);
  if (start - pos > indentation) return true;
  return text.charAt(start) === '{' ? listAt(source, pos) === null : !isBlockTag(text, start);
}

/** With each tab among the spaces at the beginning as spaces up to the next of the columns 4, 8, … */
function expandTabs(content: string, width: number): string {
  let [column, at] = [width, 0];
  for (; content.charAt(at) === ' ' || content.charAt(at) === '\t'; at += 1)
    column = content.charAt(at) === ' ' ? column + 1 : column + 4 - (column % 4);
  return ' '.repeat(column - width) + content.slice(at);
}

function leadingSpaces(text: string): number {
  let count = 0;
  while (text.charCodeAt(count) === 32) count += 1;
  return count;
}
