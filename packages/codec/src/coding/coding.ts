import type { Outcome } from '../failure.ts';
import type { Limits } from '../limits.ts';

/**
 * For ascending offsets in a decoded text, the offsets of the same places in the encoded one. An offset inside what one
 * escape stands for is taken to the escape's start.
 */
export type Locate = (offsets: readonly number[]) => number[];

/** A decoded text and the way back. */
export interface Decoded {
  readonly text: string;
  /**
   * Writes a text in the same encoding and manner (hex case, `+` for space, line width …). Where `locate` is given this holds
   * for any piece of the text, else for the whole only.
   */
  readonly encode: (text: string) => string;
  /** Null where the encoding keeps no places (deflate). */
  readonly locate: Locate | null;
}

/** One way in which a text stands inside another. Reading fails with a place, never with an exception. */
export type Coding = (encoded: string, limits: Limits) => Outcome<Decoded>;
