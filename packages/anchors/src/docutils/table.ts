import { place, type Body } from './block.ts';
import { element, type Element } from './element.ts';
import type { Lines } from './lines.ts';

const GRID_TOP = /^\+-[-+]+-\+$/;
const SIMPLE_TOP = /^=+(?: +=+)+$/;
const SIMPLE_BORDER = /^=[ =]*$/;

/** A table drawn with characters; the index behind it, or -1 for none. */
export function table(body: Body, at: number): number {
  const line = body.lines.text[at] ?? '';
  if (GRID_TOP.test(line)) return gridTable(body, at);
  return SIMPLE_TOP.test(line) ? simpleTable(body, at) : -1;
}

/** Columns of a table: from, to (exclusive). */
type Columns = readonly (readonly [number, number])[];

/** Reads the cells of consecutive lines, from left to right. */
function readRow(
  body: Body,
  { into, columns, from, to }: { into: Element; columns: Columns; from: number; to: number },
): void {
  for (const [left, right] of columns) {
    const text = body.lines.text.slice(from, to).map((line) => line.slice(left, right).trimEnd());
    const indent = Math.min(...text.filter((line) => line !== '').map((line) => line.length - line.trimStart().length));
    if (indent === Infinity) continue;
    const cell: Lines = { text: text.map((line) => line.slice(indent)), first: body.lines.first + from };
    const inside = element('block', cell.first);
    into.children.push(inside);
    body.nested(cell, inside);
  }
}

function gridTable(body: Body, at: number): number {
  const { text } = body.lines;
  let end = at + 1;
  while (/^[+|]/.test(text[end] ?? '')) end++;
  const into = place(body, 'list', at);
  let top = at;
  for (let line = at + 1; line < end; line++) {
    if (!/^\+[-=+]+\+$/.test(text[line] ?? '')) continue;
    readRow(body, { into, columns: gridColumns(text, top, line), from: top + 1, to: line });
    top = line;
  }
  return end;
}

/** Columns between the `|` that stand in every line of a row. */
function gridColumns(text: readonly string[], top: number, bottom: number): Columns {
  const border = text[top] ?? '';
  const rows = text.slice(top + 1, bottom);
  const marks = [...border.matchAll(/\+/g)]
    .map(({ index }) => index)
    .filter((at) => rows.every((row) => '|+'.includes(row.charAt(at) || ' ')));
  return marks.slice(1).map((mark, index) => [(marks[index] ?? 0) + 1, mark]);
}

function simpleTable(body: Body, at: number): number {
  const { text } = body.lines;
  const top = text[at] ?? '';
  const into = place(body, 'list', at);
  const end = endOfSimpleTable(text, at);
  const marks = [...top.matchAll(/=+/g)].map(({ index }) => index);
  const columns: Columns = marks.map((mark, index) => [mark, marks[index + 1] ?? Infinity]);
  const [, second = 0] = marks;
  let from = at + 1;
  for (let line = at + 1; line <= end; line++) {
    const row = text[line] ?? '';
    const isBorder = SIMPLE_BORDER.test(row) || /^-[ -]*$/.test(row);
    if (line < end && !isBorder && row.slice(0, second - 1).trim() === '') continue;
    if (line > from) readRow(body, { into, columns, from, to: line });
    from = isBorder ? line + 1 : line;
  }
  return end;
}

/** The line behind the second border, or behind the first that a blank line follows. */
function endOfSimpleTable(text: readonly string[], at: number): number {
  let borders = 0;
  for (let line = at + 1; line < text.length; line++) {
    if (!SIMPLE_BORDER.test(text[line] ?? '')) continue;
    borders++;
    if (borders === 2 || (text[line + 1] ?? '') === '') return line + 1;
  }
  return text.length;
}
