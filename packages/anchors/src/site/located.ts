import type { Diagnostic } from '@mxg/model';

/** A diagnostic and the file that it is about. */
export interface Located {
  /** In the tree. */
  readonly path: string;
  readonly diagnostic: Diagnostic;
}

/** Diagnostics of one file. */
export const locate = (path: string, diagnostics: readonly Diagnostic[]): readonly Located[] =>
  diagnostics.map((diagnostic) => ({ path, diagnostic }));
