import type { MarkdownIt, StateBlock } from 'markdown-it';
import { lineOf } from './lines.ts';

const OPENS = /^---[ \t]*$/;
const CLOSES = /^(?:---|\.\.\.)[ \t]*$/;

/** A line of a YAML mapping that is not indented: a key, a comment, or what a list or a flow needs. */
const OF_MAPPING = /^(?:\s|$|#|[-\]}]|[^\s#-][^:]*:(?:\s|$))/;

/** A page without the YAML at its head; as many lines. */
export function withoutMetadata(page: string): string {
  if (!/^\ufeff?---[ \t]*\r?\n/.test(page)) return page;
  const lines = page.split(/\r\n|\n|\r/);
  const end = endOfMetadata(0, lines.length, (at) => lines[at] ?? '');
  if (end === null) return page;
  return lines.fill('', 0, end).join('\n');
}

/** Behind the block of metadata that begins at a line; null for none. */
function endOfMetadata(start: number, endLine: number, line: (at: number) => string): number | null {
  const first = line(start + 1);
  if (first.trim() === '' || start + 1 >= endLine) return null;
  for (let at = start + 1; at < endLine; at++) {
    if (CLOSES.test(line(at))) return at + 1;
    if (!OF_MAPPING.test(line(at))) return null;
  }
  return null;
}

/** Metadata anywhere in a page, and tables of one column without a head: token `metadata`. */
export function metadataBlocks(parser: MarkdownIt): void {
  parser.block.ruler.before('fence', 'metadata', metadata);
}

function metadata(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const line = (at: number): string => state.src.slice(state.bMarks[at] ?? 0, state.eMarks[at]);
  if (silent || !OPENS.test(line(startLine))) return false;
  const end = endOfMetadata(startLine, endLine, line) ?? endOfTable(state, startLine, endLine);
  if (end === null) return false;
  state.push('metadata', '', 0).map = [startLine, end];
  state.line = end;
  return true;
}

function endOfTable(state: StateBlock, startLine: number, endLine: number): number | null {
  for (let at = startLine + 1; at < endLine && !state.isEmpty(at); at++)
    if (OPENS.test(lineOf(state, at))) return at + 1;
  return null;
}
