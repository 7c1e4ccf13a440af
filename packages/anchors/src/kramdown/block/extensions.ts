import { joinLists, readAttributeList, NO_ATTRIBUTES } from '../attribute-list.ts';
import { indentAt, LIST_NAME } from '../characters.ts';
import { element, type Element } from '../element.ts';
import { withOption } from '../options.ts';
import type { PageState } from '../page-state.ts';
import { matchAt } from '../source.ts';
import { addBlock, lineOf, type Blocks } from './blocks.ts';
import { bracesAt, listAt } from './boundary.ts';

const DEFINITION = new RegExp(` {0,3}\\{:(${LIST_NAME}):`, 'y');
const EXTENSION = / {0,3}\{::(\w+)(?=[ \t\r\n\f\v/}])/y;
/** Blocks that go by no name of their own in the page but may have attributes. */
const DEFINITIONS = new Set(['link', 'abbreviation', 'footnote']);

/** Reads what begins with `{:`: an attribute list for a block, the definition of one, or an extension. */
export function readBlockExtension(blocks: Blocks): boolean {
  const { text } = blocks.scan.source;
  if (!text.startsWith('{:', blocks.scan.pos + indentAt(text, blocks.scan.pos))) return false;
  return readListDefinition(blocks) || readExtension(blocks) || readList(blocks);
}

function readListDefinition(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  const found = matchAt(DEFINITION, source.text, pos);
  const braces = found === null ? null : bracesAt(source, pos + found[0].length);
  if (found === null || braces === null) return false;
  const name = found[1] ?? '';
  const { lists } = blocks.page;
  lists.set(name, joinLists(lists.get(name) ?? NO_ATTRIBUTES, readAttributeList(braces.content)));
  addBlock(blocks, 'eob', lineOf(blocks), { value: 'list-definition' });
  blocks.scan.pos = braces.end;
  return true;
}

/** Gives an attribute list to the block before it, else keeps it for the one behind it. */
function readList(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  const braces = listAt(source, pos);
  if (braces === null) return false;
  const line = lineOf(blocks);
  const list = readAttributeList(braces.content);
  blocks.scan.pos = braces.end;
  const last = blocks.tree.children.at(-1);
  if (last === undefined || last.kind === 'blank' || (last.kind === 'eob' && !DEFINITIONS.has(last.value))) {
    blocks.ial = joinLists(blocks.ial, list);
    return true;
  }
  last.ial = joinLists(last.ial, list);
  if (listAt(source, braces.end) === null) addBlock(blocks, 'eob', line, { value: 'list' });
  return true;
}

function readExtension(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  const found = matchAt(EXTENSION, source.text, pos);
  const name = found?.[1] ?? '';
  const braces = found === null ? null : openingAt(blocks, pos + found[0].length);
  if (braces === null) return false;
  const selfClosing = braces.content.endsWith('/');
  const stop = selfClosing ? null : stopAt(blocks, name, braces.end);
  if (!selfClosing && stop === null) return false;
  const body = stop === null ? null : source.text.slice(braces.end, stop.start).replace(/\n$/, '');
  const made = runExtension(blocks.page, { name, options: braces.content.replace(/\/$/, ''), body, line: lineOf(blocks) });
  if (made === null) return false;
  blocks.scan.pos = stop?.end ?? braces.end;
  if (name === 'options') addBlock(blocks, 'eob', lineOf(blocks), { value: 'extension' });
  blocks.tree.children.push(...made);
  return true;
}

function openingAt({ scan }: Blocks, start: number): { readonly content: string; readonly end: number } | null {
  if (scan.source.text.charAt(start) !== '}') return bracesAt(scan.source, start);
  const rest = matchAt(/\}[ \t\r\f\v]*\n/y, scan.source.text, start);
  return rest === null ? null : { content: '', end: start + rest[0].length };
}

function stopAt({ scan }: Blocks, name: string, from: number): { readonly start: number; readonly end: number } | null {
  const pattern = STOPS.get(name);
  const start = pattern === undefined ? -1 : scan.source.next(pattern, from);
  const found = pattern === undefined || start < 0 ? null : matchLine(pattern, scan.source.text, start);
  return found === null ? null : { start, end: start + found };
}

function matchLine(pattern: RegExp, text: string, start: number): number | null {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0].length ?? null;
}

/** Extensions that there are, with what ends them. */
const STOPS: ReadonlyMap<string, RegExp> = new Map(
  ['comment', 'nomarkdown', 'options'].map((name) => [name, new RegExp(`^ {0,3}\\{:/(?:${name})?\\}[ \\t\\r\\f\\v]*\\n`, 'gm')]),
);

/** An extension as it is written. */
export interface Extension {
  readonly name: string;
  /** Its attribute list. */
  readonly options: string;
  /** What stands between its tags; null when it closes itself. */
  readonly body: string | null;
  readonly line: number;
}

/** What an extension puts into the page; null when there is none of that name. */
export function runExtension(page: PageState, { name, options, body, line }: Extension): readonly Element[] | null {
  if (!STOPS.has(name)) return null;
  const { attributes } = readAttributeList(options);
  if (name === 'options')
    page.options = [...attributes].reduce((all, [key, value]) => withOption(all, key, value), page.options);
  if (name === 'options' || body === null) return [];
  const types = (attributes.get('type') ?? '').split(/\s+/).filter((type) => type !== '');
  const shown = name === 'nomarkdown' && (types.length === 0 || types.includes('html'));
  return [element(shown ? 'raw' : 'comment', line, { value: shown ? body : '' })];
}
