/** An id that the fragment of a link can hit. */
export interface Anchor {
  /** As the built page has it, not percent-encoded. Empty ids are none. */
  readonly id: string;
  /** What a reader sees there: a heading's rendered text; empty for an id that stands on no heading. */
  readonly text: string;
  /** 1 to 6 for an id of a heading, else null. */
  readonly level: number | null;
  /** In the page's file, from 1. */
  readonly line: number;
}
