import type { Reading } from '@mxg/model';
import type { Anchor } from './anchor.ts';

/** A page's source file. */
export interface PageText {
  /** `/`-separated, relative to the site's folder; its ending may decide on the dialect (`.mdx`, `.rst`). */
  readonly path: string;
  /** As stored, front matter and byte order mark included. */
  readonly text: string;
}

/**
 * Reads every id that a fragment can hit in the built page's content, in document order; an id that stands there twice is
 * listed twice. Never throws. What the real generator would refuse to build has a diagnostic of severity `error`.
 */
export type PageReader = (page: PageText) => Reading<readonly Anchor[]>;
