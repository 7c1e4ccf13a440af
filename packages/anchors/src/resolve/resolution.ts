import type { Anchor } from '../anchor.ts';

/**
 * `ok`: a reader gets there. `broken-page`: no such page or file. `broken-anchor`: the page is there, the id is not. `external`: another
 * site, not looked at. `not-a-link`: a text that is none. `unchecked`: what would have to be known is not.
 */
export type LinkStatus = 'ok' | 'broken-page' | 'broken-anchor' | 'external' | 'not-a-link' | 'unchecked';

/** Where a link works: on the built site, in the source tree (as an editor or the repository's web pages show it), or in both. */
export type World = 'site' | 'source' | 'both';

/** Where a link leads. */
export interface Resolution {
  readonly status: LinkStatus;
  /** Path in the tree of the file that it leads to; of the file whose id is missing for `broken-anchor`; else null. */
  readonly target: string | null;
  /** The id that the fragment hits; null for none, or where the fragment stands for the page's top. */
  readonly anchor: Anchor | null;
  /** Of `ok` and `broken-anchor`: where the page is found; null where there is only one world, or for other sites. */
  readonly world: World | null;
  /** Why it is so, for people: lower case, no full stop. Empty when there is nothing to say. */
  readonly reason: string;
  /** The page or fragment that was likely meant, as it would stand in the link; null for none. */
  readonly suggestion: string | null;
}
