/** Why something cannot be read. Offsets are in the text that was handed to the reader that failed. */
export interface Failure {
  /** As `Diagnostic.code`. */
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  /** Where, in the text that was read. */
  readonly at: number;
}

/** A result, or why there is none. */
export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export const success = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const failed = (failure: Failure): Outcome<never> => ({ ok: false, failure });
