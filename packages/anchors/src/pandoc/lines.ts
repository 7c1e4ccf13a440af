import type { StateBlock } from 'markdown-it';

/** Where a line's text begins, behind what indents it. */
export const startOf = (state: StateBlock, line: number): number =>
  (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);

/** A line's text, without spaces and tabs around it. */
export const lineOf = (state: StateBlock, line: number): string =>
  trimmed(state.src.slice(startOf(state, line), state.eMarks[line]));

/** Text without the spaces, tabs and line ends around it. */
export function trimmed(text: string): string {
  let end = text.length;
  while (end > 0 && SPACES.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end).replace(/^[ \t\n]+/, '');
}

const SPACES = ' \t\n';

/** Whether a line is indented as code is. */
export const isCode = (state: StateBlock, line: number): boolean => (state.sCount[line] ?? 0) - state.blkIndent >= 4;

/** Whether a line belongs to the block that is being read. */
export const isInside = (state: StateBlock, line: number, endLine: number): boolean =>
  line < endLine && (state.isEmpty(line) || (state.sCount[line] ?? 0) >= state.blkIndent);
