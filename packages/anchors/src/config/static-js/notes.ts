import type { Diagnostic } from '@mxg/model';
import { positions, type Span } from '@mxg/model';

/** What could not be read is collected here, with the work that is left to spend. */
export interface Notes {
  /** Says that the value of a key could not be read; of one place, once. */
  readonly unread: (path: string, node: Span) => void;
  /** Takes one step; false when there were too many: a file of a few lines can stand for a value of any size. */
  readonly step: () => boolean;
  readonly diagnostics: () => readonly Diagnostic[];
}

const MOST_STEPS = 50_000;
const MOST_NOTES = 200;

/** Notes on a file with that text. */
export function notesOn(text: string): Notes {
  const found = new Map<number, Diagnostic>();
  const lineOf = positions(text);
  let steps = 0;
  return {
    unread: (path, { start, end }) => {
      if (found.size < MOST_NOTES && !found.has(start))
        found.set(start, notStatic(path, { start, end }, lineOf(start).line));
    },
    step: () => ++steps <= MOST_STEPS,
    diagnostics: () => [...found.values()],
  };
}

const notStatic = (path: string, span: Span, line: number): Diagnostic => ({
  code: 'config/not-static',
  severity: 'info',
  message: `cannot read \`${path}\` without running the configuration (line ${line}); it counts as not given`,
  span,
  exact: true,
});
