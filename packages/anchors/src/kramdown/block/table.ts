import { lineEnd, strip } from '../characters.ts';
import { addText, element, type Element } from '../element.ts';
import { matchAt, type Source } from '../source.ts';
import { cellsOf, hasPipeOnEachLine } from '../span/table-cells.ts';
import { addBlock, lineOf, type Blocks } from './blocks.ts';
import { isAfterBoundary, isBeforeBoundary } from './boundary.ts';

/** Lines that separate rows: of these characters alone, the last one among them. */
const SEPARATOR = /[+|: \t-]+\n/y;
const FOOT = /[+|: \t=]+\n/y;
const HAS_PIPE = /\||[^\n]*?[^\\\n]\|/y;
const STARTS = / {0,3}[^ \t\r\n\f\v]/y;

interface Row {
  readonly line: number;
  readonly text: string;
}

interface Lines {
  readonly rows: readonly Row[];
  /** Whether rows stand in a body: not all are head or foot. */
  readonly body: boolean;
  /** Offset behind the last line. */
  readonly end: number;
}

/** Reads a table: lines with a pipe each, between boundaries. */
export function readTable(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  const { text } = source;
  if (matchAt(HAS_PIPE, text, pos) === null || matchAt(STARTS, text, pos) === null || !isAfterBoundary(blocks))
    return false;
  const { rows, body, end } = collect(source, pos);
  if (!isBeforeBoundary(source, end) || !body || !hasPipeOnEachLine(blocks.page, text.slice(pos, end - 1)))
    return false;
  const table = addBlock(blocks, 'table', lineOf(blocks));
  const leading = /^[^\S\n]*\|/.test(text.slice(pos, end));
  table.children.push(...rows.map((row) => rowOf(blocks, row, leading)));
  blocks.scan.pos = end;
  return true;
}

function collect(source: Source, pos: number): Lines {
  const rows: Row[] = [];
  let [at, pending, head, foot, body] = [pos, 0, false, false, false];
  while (at < source.text.length && matchAt(HAS_PIPE, source.text, at) !== null) {
    const [kind, length] = lineAt(source.text, at);
    if (kind === 'row') {
      rows.push({ line: source.lineAt(at), text: source.text.slice(at, at + length) });
      pending += 1;
    } else if (at !== pos || kind === 'foot') {
      if (pending > 0 && kind === 'separator' && !head && !foot) head = true;
      else body ||= pending > 0 && (!foot || kind === 'foot');
      foot ||= kind === 'foot';
      pending = 0;
    }
    at += length;
  }
  return { rows, body: body || (pending > 0 && !foot), end: at };
}

/** What the line is, and its length: `separator` stands between head and bodies, `foot` before the foot. */
function lineAt(text: string, pos: number): readonly [kind: 'separator' | 'foot' | 'row', length: number] {
  const separator = matchAt(SEPARATOR, text, pos)?.[0] ?? '';
  if (separator.includes('-')) return ['separator', separator.length];
  const foot = matchAt(FOOT, text, pos)?.[0] ?? '';
  return foot.includes('=') ? ['foot', foot.length] : ['row', lineEnd(text, pos) - pos];
}

function rowOf({ page }: Blocks, { line, text }: Row, leading: boolean): Element {
  const row = element('tr', line);
  for (const cell of cellsOf(page, text, leading)) {
    const made = element('td', line);
    addText(made, strip(cell), 'raw-text');
    row.children.push(made);
  }
  return row;
}
