import type { AttributeList } from '../attribute-list.ts';
import { lineEnd } from '../characters.ts';
import { addText, element, type Element } from '../element.ts';
import { matchAt, Source } from '../source.ts';
import { newBlock, lineOf, readWithin, type Blocks, type Scan } from './blocks.ts';
import { isBlankLine, isEndOfBlock } from './boundary.ts';
import { continuesItem, itemStart, splitList, unindent } from './list-item.ts';
import { ruleAt } from './rule.ts';

/** Items of a list as they are collected, before their blocks are read. */
interface Item {
  readonly line: number;
  readonly list: AttributeList | null;
  readonly indentation: number;
  /** The text, cut before the first nested list: what follows is read on its own, so that the list may stand behind text. */
  readonly parts: { text: string; line: number }[];
  /** A nested list cannot cut the text any more. */
  nested: boolean;
}

interface Collected {
  readonly items: readonly Item[];
  /** The mark `^` ended the list. */
  readonly ended: boolean;
}

const MARKS = { ul: /( {0,3}[+*-])([\t| ][^\n]*\n)/y, ol: /( {0,3}\d+\.)([\t| ][^\n]*\n)/y } as const;
const NESTED = /^ {0,3}(?:[+*-]|\d+\.)[\t| ]/;

/** Reads an ordered or unordered list with all its items. */
export function readList(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  const kind = (['ul', 'ol'] as const).find((each) => matchAt(MARKS[each], source.text, pos) !== null);
  if (kind === undefined) return false;
  const list = newBlock(blocks, kind, lineOf(blocks));
  const { items, ended } = collect(blocks.scan, MARKS[kind]);
  blocks.tree.children.push(list);
  const read = items.map((item) => readItem(blocks, item));
  list.children.push(...read);
  const trailing = read.map((item, index) => tighten(list.children, item, { last: index === read.length - 1, ended }));
  const blank = trailing.at(-1);
  if (blank !== undefined && blank !== null && !ended) blocks.tree.children.push(blank);
  return true;
}

function collect(scan: Scan, mark: RegExp): Collected {
  const { source } = scan;
  const items: Item[] = [];
  let [allowed, blank] = [3, false];
  while (scan.pos < source.text.length) {
    if (blank && ruleAt(source.text, scan.pos) > 0) break;
    if (isEndOfBlock(source.text, scan.pos)) {
      takeLine(scan);
      return { items, ended: true };
    }
    const started = startItem(scan, mark, allowed);
    const item = started ?? items.at(-1);
    if (item === undefined) break;
    if (started !== null) {
      items.push(started);
      allowed = started.indentation >= 1 && started.indentation <= 3 ? started.indentation - 1 : 3;
      blank = false;
    } else if (continuesItem(source, scan.pos, { indentation: item.indentation, lazily: !blank })) {
      addLine(item, scan);
      blank = false;
    } else if (isBlankLine(source.text, scan.pos)) {
      addBlankLine(item, scan);
      blank = true;
    } else break;
  }
  return { items, ended: false };
}

/** The item that begins at the current line, its mark indented by at most `allowed` spaces. */
function startItem(scan: Scan, mark: RegExp, allowed: number): Item | null {
  const found = matchAt(mark, scan.source.text, scan.pos);
  if (found === null || (found[1] ?? '').length - (found[1] ?? '').trimStart().length > allowed) return null;
  const line = scan.source.lineAt(scan.pos);
  const { text: written, indentation } = itemStart((found[1] ?? '').length, found[2] ?? '');
  const { text, list } = splitList(written);
  scan.pos += found[0].length;
  return { line, list, indentation, parts: [{ text, line }], nested: NESTED.test(text) };
}

function addLine(item: Item, scan: Scan): void {
  const line = scan.source.lineAt(scan.pos);
  const { text, wasIndented } = unindent(takeLine(scan), item.indentation);
  const nests = NESTED.test(text);
  if (nests && wasIndented && !item.nested) {
    item.parts.push({ text, line });
    item.nested = true;
  } else append(item, nests && !wasIndented && item.nested ? ' '.repeat(item.indentation + 4) + text : text, line);
}

function addBlankLine(item: Item, scan: Scan): void {
  item.nested = true;
  const line = scan.source.lineAt(scan.pos);
  append(item, takeLine(scan), line);
}

function append(item: Item, text: string, line: number): void {
  const last = item.parts.at(-1);
  if (last === undefined) return;
  if (last.text === '') last.line = line;
  last.text += text;
}

function takeLine(scan: Scan): string {
  const start = scan.pos;
  scan.pos = lineEnd(scan.source.text, start);
  return scan.source.text.slice(start, scan.pos);
}

function readItem(blocks: Blocks, { line, list, parts }: Item): Element {
  const item = element('li', line);
  item.ial = list;
  const content = element('root', line);
  for (const part of parts) readWithin(blocks, content, new Source(part.text, part.line));
  item.children.push(...content.children);
  return item;
}

/** Takes the paragraph's tag from a tight item, and the blank line from its end; returns that. */
function tighten(
  items: readonly Element[],
  item: Element,
  { last, ended }: { readonly last: boolean; readonly ended: boolean },
): Element | null {
  const { children } = item;
  const [first, second] = children;
  if (first === undefined) return null;
  if (first.kind === 'p' && second?.kind === 'eob' && first.ial !== null) children.splice(1, 1);
  if (isTight(items, item, { last, ended })) {
    first.bare = true;
    if (children.length > 1 && children[1]?.kind !== 'blank') addText(first, '\n', 'raw-text');
  }
  return children.at(-1)?.kind === 'blank' ? (children.pop() ?? null) : null;
}

function isTight(
  items: readonly Element[],
  item: Element,
  { last, ended }: { readonly last: boolean; readonly ended: boolean },
): boolean {
  const [first, second] = item.children;
  if (first?.kind !== 'p') return false;
  const joined = second === undefined || second.kind !== 'blank' || (last && item.children.length === 2 && !ended);
  return (
    joined &&
    (!last ||
      items.length === 1 ||
      items.slice(0, -1).some((each) => each.children[0]?.kind !== 'p' || each.children[0].bare))
  );
}
