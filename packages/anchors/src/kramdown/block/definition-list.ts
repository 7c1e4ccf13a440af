import { lineEnd } from '../characters.ts';
import { addText, element, type Element } from '../element.ts';
import { matchAt, Source } from '../source.ts';
import { newBlock, readWithin, type Blocks, type Scan } from './blocks.ts';
import { isBlankLine, isEndOfBlock } from './boundary.ts';
import { continuesItem, itemStart, splitList, unindent } from './list-item.ts';

/** A definition as it is collected. */
interface Definition {
  readonly item: Element;
  readonly indentation: number;
  /** A blank line stands before it: its first paragraph keeps its tag. */
  spaced: boolean;
  text: string;
}

const MARK = /( {0,3}:)([\t| ][^\n]*\n)/y;

/** Reads `: definitions` of the terms that the paragraph before them holds, one a line. */
export function readDefinitionList(blocks: Blocks): boolean {
  if (matchAt(MARK, blocks.scan.source.text, blocks.scan.pos) === null) return false;
  const terms = takeTerms(blocks.tree.children);
  if (terms === null) return false;
  const list = newBlock(blocks, 'dl', terms.paragraph.line);
  list.ial = terms.paragraph.ial;
  list.children.push(...termsOf(terms.paragraph));
  const definitions = collect(blocks.scan, terms.spaced);
  let blank: Element | null = null;
  for (const definition of definitions) {
    list.children.push(definition.item);
    blank = readDefinition(blocks, definition);
  }
  join(blocks.tree.children, list);
  if (blank !== null) blocks.tree.children.push(blank);
  return true;
}

/** Takes the paragraph, and one blank line behind it, off the tree; null when none ends there. */
function takeTerms(children: Element[]): { readonly paragraph: Element; readonly spaced: boolean } | null {
  const last = children.at(-1);
  const spaced = last?.kind === 'blank' && last.value === '\n' && children.length > 1;
  const paragraph = spaced ? children.at(-2) : last;
  if (paragraph?.kind !== 'p') return null;
  children.splice(spaced ? -2 : -1);
  return { paragraph, spaced };
}

function termsOf(paragraph: Element): readonly Element[] {
  const lines = (paragraph.children[0]?.value ?? '').split('\n');
  return lines.map((written, index) => {
    const { text, list } = splitList(written);
    const term = element('dt', paragraph.line + index);
    term.ial = list;
    term.idSource = text;
    addText(term, text, 'raw-text');
    return term;
  });
}

function collect(scan: Scan, spaced: boolean): readonly Definition[] {
  const { source } = scan;
  const definitions: Definition[] = [];
  let [allowed, blank, apart] = [3, false, spaced];
  while (scan.pos < source.text.length) {
    const started = startDefinition(scan, allowed, apart);
    const current = started ?? definitions.at(-1);
    if (current === undefined) break;
    if (started !== null) {
      definitions.push(started);
      allowed = started.indentation >= 1 && started.indentation <= 3 ? started.indentation - 1 : 3;
      [blank, apart] = [false, false];
    } else if (isEndOfBlock(source.text, scan.pos)) break;
    else if (continuesItem(source, scan.pos, { indentation: current.indentation, lazily: !blank })) {
      current.text += unindent(takeLine(scan), current.indentation).text;
      [blank, apart] = [false, false];
    } else if (isBlankLine(source.text, scan.pos)) {
      current.text += takeLine(scan);
      [blank, apart] = [true, true];
    } else break;
  }
  return definitions;
}

function startDefinition(scan: Scan, allowed: number, spaced: boolean): Definition | null {
  const found = matchAt(MARK, scan.source.text, scan.pos);
  if (found === null || (found[1] ?? '').length - 1 > allowed) return null;
  const item = element('dd', scan.source.lineAt(scan.pos));
  const { text: written, indentation } = itemStart((found[1] ?? '').length, found[2] ?? '');
  const { text, list } = splitList(written);
  item.ial = list;
  scan.pos += found[0].length;
  return { item, indentation, spaced, text };
}

/** Reads a definition's blocks; returns the blank line at its end, which goes behind the list. */
function readDefinition(blocks: Blocks, { item, text, spaced }: Definition): Element | null {
  readWithin(blocks, item, new Source(text, item.line));
  const { children } = item;
  const blank = children.at(-1)?.kind === 'blank' ? (children.pop() ?? null) : null;
  const [first] = children;
  if (first?.kind === 'p' && !spaced) {
    first.bare = true;
    if (children.length > 1) addText(first, '\n', 'raw-text');
  }
  return blank;
}

/** Adds the list to the tree; one that follows another goes on with it. */
function join(children: Element[], list: Element): void {
  const before = children.at(-1)?.kind === 'blank' ? children.at(-2) : children.at(-1);
  if (before?.kind !== 'dl') {
    children.push(list);
    return;
  }
  if (children.at(-1) !== before) children.pop();
  before.children.push(...list.children);
}

function takeLine(scan: Scan): string {
  const start = scan.pos;
  scan.pos = lineEnd(scan.source.text, start);
  return scan.source.text.slice(start, scan.pos);
}
