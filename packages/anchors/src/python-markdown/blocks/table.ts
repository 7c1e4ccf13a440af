import { lineAt, linesOf } from '../lines.ts';
import { append, nodeOf } from '../node.ts';
import { trimSpaces } from '../whitespace.ts';
import type { Processor } from './processor.ts';

/** Rows of cells, the second row of dashes (Python-Markdown 3.10, `tables`). Only what stands in cells matters. */
export const table: Processor = (_, { parent, block }) => {
  if (block.to - block.from < 2) return false;
  const head = trimSpaces(lineAt(block, block.from).text);
  const dashes = trimSpaces(lineAt(block, block.from + 1).text);
  if (!/^[|:\- ]*$/.test(dashes)) return false;
  const columns = cellsOf(head).length;
  if (cellsOf(dashes).length !== columns || (columns === 1 && !isBordered(head, linesOf(block).slice(1)))) return false;
  const element = append(parent, nodeOf('table', lineAt(block, block.from).line));
  linesOf(block).forEach(({ text, line }, row) => {
    if (row === 1) return;
    for (const cell of cellsOf(trimSpaces(text)))
      append(element, nodeOf(row === 0 ? 'th' : 'td', line, [{ text: cell, line }]));
  });
  return true;
};

/** A table of one column needs a bar in each row. */
const isBordered = (head: string, rows: readonly { readonly text: string }[]): boolean =>
  hasBorder(head) && rows.every(({ text }) => hasBorder(trimSpaces(text)));

const hasBorder = (row: string): boolean => row.startsWith('|') || /(?<!\\)(?:\\\\)*\|$/.test(row);

/** The cells of a row: bars in code and behind a backslash do not part them. */
function cellsOf(row: string): readonly string[] {
  const inner = row.replace(/^\|/, '').replace(/(?<!\\)((?:\\\\)*)\|$/, '$1');
  const cells: string[] = [];
  let from = 0;
  for (let at = 0; at < inner.length; at++) {
    const character = inner.charAt(at);
    if (character === '\\') at++;
    else if (character === '`') at = endOfCode(inner, at) - 1;
    else if (character === '|') {
      cells.push(inner.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...cells, inner.slice(from).trim()];
}

/** Behind a code span, or behind the marks when it is never closed. */
function endOfCode(text: string, at: number): number {
  let end = at;
  while (text.charAt(end) === '`') end++;
  const marks = text.slice(at, end);
  for (let close = text.indexOf(marks, end); close >= 0; close = text.indexOf(marks, close + 1)) {
    if (text.charAt(close - 1) !== '`' && text.charAt(close + marks.length) !== '`') return close + marks.length;
  }
  return end;
}
