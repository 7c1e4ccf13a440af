import { isBlank } from './whitespace.ts';

/** A line of text on its way through the parser: cut, unindented, but never joined with another. */
export interface Line {
  readonly text: string;
  /** Where it stands in the page's file, from 1. */
  readonly line: number;
}

/** What was found in some lines for a pattern: no line from `from` to before `at` has it. */
interface Search {
  readonly from: number;
  readonly at: number;
}

/** Lines that several blocks look at, and what was looked for in them: a block's rest is searched where its whole left off. */
interface Rows {
  readonly lines: readonly Line[];
  readonly searches: Map<RegExp, Search>;
}

/** Lines without an empty one between them: what the block parser works on. */
export interface Block {
  readonly rows: Rows;
  /** Index of the first line. */
  readonly from: number;
  /** Index behind the last line; more than `from`. */
  readonly to: number;
}

/** Blocks that are still to be parsed; the next is the last. */
export type Queue = Block[];

/** A block of all these lines. */
export function blockOf(lines: readonly Line[]): Block {
  return { rows: { lines, searches: new Map() }, from: 0, to: lines.length };
}

/** The blocks between empty lines, the first one last. */
export function queueOf(lines: readonly Line[]): Queue {
  const { rows } = blockOf(lines);
  const queue: Queue = [];
  let to = lines.length;
  for (let at = lines.length - 1; at >= -1; at -= 1) {
    if (at >= 0 && lines[at]?.text !== '') continue;
    if (to > at + 1) queue.push({ rows, from: at + 1, to });
    to = at;
  }
  return queue;
}

/** The block from line `from` to before line `to`, counted as its own `from` and `to` are; null for no line. */
export function part(block: Block, from: number, to = block.to): Block | null {
  return from < to ? { rows: block.rows, from, to } : null;
}

/** Puts what is left of a block before the others. */
export function putBack(queue: Queue, block: Block | null): void {
  if (block !== null) queue.push(block);
}

/** A block's line, by its index in the rows. */
export function lineAt(block: Block, at: number): Line {
  return block.rows.lines[at] ?? { text: '', line: block.rows.lines.at(-1)?.line ?? 1 };
}

/** The text of a block's first line. */
export function headOf(block: Block): string {
  return lineAt(block, block.from).text;
}

/** A block's lines as an array of their own. */
export function linesOf(block: Block): readonly Line[] {
  return block.rows.lines.slice(block.from, block.to);
}

/** A block's text. */
export function textOf(block: Block): string {
  let text = headOf(block);
  for (let at = block.from + 1; at < block.to; at += 1) text += `\n${lineAt(block, at).text}`;
  return text;
}

/** Index of the first line of a block that has a pattern; -1 for none. The pattern must be a constant, for it is remembered. */
export function find(block: Block, pattern: RegExp): number {
  const known = block.rows.searches.get(pattern);
  const fits = known !== undefined && known.from <= block.from && known.at >= block.from;
  const at = fits ? known.at : search(block, pattern);
  return at < block.to ? at : -1;
}

function search({ rows, from }: Block, pattern: RegExp): number {
  let at = from;
  while (at < rows.lines.length && !pattern.test(rows.lines[at]?.text ?? '')) at += 1;
  rows.searches.set(pattern, { from, at });
  return at;
}

/** Lines cut by an indent, up to the first that has it not; and the block that is left. */
export function unindent(
  block: Block | null,
  indent: number,
): { readonly lines: readonly Line[]; readonly rest: Block | null } {
  if (block === null) return { lines: [], rest: null };
  const lines: Line[] = [];
  for (let at = block.from; at < block.to; at += 1) {
    const { text, line } = lineAt(block, at);
    if (hasIndent(text, indent)) lines.push({ text: text.slice(indent), line });
    else if (isBlank(text)) lines.push({ text: '', line });
    else return { lines, rest: part(block, at) };
  }
  return { lines, rest: null };
}

/** Lines cut by an indent where they have it. */
export function unindentLoosely(lines: readonly Line[], indent: number): readonly Line[] {
  return lines.map((each) => (hasIndent(each.text, indent) ? { ...each, text: each.text.slice(indent) } : each));
}

/** Whether a text begins with so many spaces. */
export function hasIndent(text: string, indent: number): boolean {
  for (let at = 0; at < indent; at += 1) if (text.charCodeAt(at) !== 0x20) return false;
  return true;
}
