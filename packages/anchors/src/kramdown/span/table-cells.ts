import { stripEnd } from '../characters.ts';
import type { PageState } from '../page-state.ts';
import { readText } from './read-spans.ts';

const HAS_PIPE = /^(?:\||[^\n]*?[^\\\n]\|)/;
const UNESCAPED_PIPE = /(?<!\\)\|/;

/** Cells of a table's line. Pipes in code and behind a backslash separate none. `leading`: the table's first line begins with a pipe. */
export function cellsOf(page: PageState, line: string, leading: boolean): readonly string[] {
  const cells: string[] = [];
  const lengthen = (text: string): void => {
    cells.push((cells.pop() ?? '') + text);
  };
  for (const { text, isCode } of splitAtCode(stripEnd(line)))
    for (const piece of isCode ? [{ text, isCode }] : piecesOf(page, text)) {
      const [first = '', ...further] = piece.isCode ? [piece.text] : piece.text.split(UNESCAPED_PIPE);
      lengthen(piece.isCode ? first : first.replaceAll('\\|', '|'));
      if (!piece.isCode) cells.push(...further.map((each) => each.replaceAll('\\|', '|')));
    }
  const from = leading && isBlank(cells[0]) ? 1 : 0;
  return cells.slice(from, isBlank(cells.at(-1)) && cells.length > from ? -1 : undefined);
}

interface Piece {
  readonly text: string;
  readonly isCode: boolean;
}

/** Parts of a line that are, or are not, in `<code>`. */
function splitAtCode(line: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let start = line.indexOf('<code'); start >= 0; start = line.indexOf('<code', from)) {
    const open = line.indexOf('>', start);
    const close = open < 0 ? -1 : line.indexOf('</code>', open);
    if (close < 0) break;
    pieces.push({ text: line.slice(from, start), isCode: false }, { text: line.slice(start, close + 7), isCode: true });
    from = close + 7;
  }
  return [...pieces, { text: line.slice(from), isCode: false }];
}

/** Parts of text that are, or are not, code spans; these with marks that fit. */
function piecesOf(page: PageState, text: string): readonly Piece[] {
  if (!text.includes('`')) return [{ text, isCode: false }];
  return readText(page, text, { line: 1, kinds: 'code' }).map(({ kind, value }) =>
    kind === 'codespan' ? { text: asCode(value), isCode: true } : { text: value, isCode: false },
  );
}

function asCode(value: string): string {
  const longest = [...value.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
  const marks = '`'.repeat(longest + 1);
  return longest > 0 ? `${marks} ${value} ${marks}` : marks + value + marks;
}

function isBlank(cell: string | undefined): boolean {
  return cell === undefined || cell.trim() === '';
}

/** Whether every line of a would-be table has a pipe that is in no code. Only ends of code are looked at, as kramdown does. */
export function hasPipeOnEachLine(page: PageState, text: string): boolean {
  if (!/[`<]/.test(text)) return true;
  let has = false;
  for (const { kind, value } of readText(page, text, { line: 1, kinds: 'code-and-html' })) {
    const lines = withoutLastBreaks(value).split('\n');
    const broken = lines.length > 1 && !has;
    if (kind === 'codespan') {
      if (lines.length > 2 || broken) return has;
      if (lines.length === 2) has = false;
    } else {
      if (broken && !HAS_PIPE.test(lines[0] ?? '')) return has;
      has = (lines.length === 1 && has) || HAS_PIPE.test(lines.at(-1) ?? '');
    }
  }
  return has;
}

function withoutLastBreaks(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === '\n') end--;
  return text.slice(0, end);
}
