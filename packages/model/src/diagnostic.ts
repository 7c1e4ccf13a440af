import type { Span } from './span.ts';

/** `error`: cannot be read or breaks for a reader; `warning`: read, but something is wrong; `info`: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** What is wrong, where, and what to do: the one form in which failures travel. */
export interface Diagnostic {
  /** Stable, kebab-case, `area/what`: `payload/truncated`. */
  readonly code: string;
  readonly severity: Severity;
  /** Lower case, values in backticks, no full stop. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** The place in the text of the file or page that was handed in; null when the problem is of the file as a whole. */
  readonly span: Span | null;
  /**
   * Whether `span` is the very place. False inside an encoding that keeps no places (deflate): then it is that of the payload.
   */
  readonly exact: boolean;
  /** The diagram, page and cell it is about, as far as known. */
  readonly subject?: Subject;
}

/** Where in a diagram: what a reader sees there beside the place in the file. */
export interface Subject {
  /** The page's name, else its id. */
  readonly page?: string;
  /** The cell's id. */
  readonly cell?: string;
  readonly label?: string;
}

/** What reading gives: never an exception. `value` is the most that could be read. */
export interface Reading<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}

/** Whether something could not be read at all. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((diagnostic) => diagnostic.severity === 'error');
}
