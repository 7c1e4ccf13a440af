import type { Anchor } from '../anchor.ts';
import { percentDecodePath } from '../urls/percent-encode.ts';
import { nearest } from './suggest.ts';

/** What a fragment does on a page. */
export interface Hit {
  readonly ok: boolean;
  /** Null when it misses, or means the page's top. */
  readonly anchor: Anchor | null;
  /** The id that was likely meant when it misses. */
  readonly suggestion: string | null;
}

/** What a fragment hits, as a browser tries it: an id as it is written, then the same percent-decoded; `top` and nothing are the page's top. */
export function hit(fragment: string, anchors: readonly Anchor[]): Hit {
  const decoded = percentDecodePath(fragment);
  const anchor = anchors.find(({ id }) => id === fragment) ?? anchors.find(({ id }) => id === decoded) ?? null;
  const ok = anchor !== null || decoded === '' || decoded.toLowerCase() === 'top';
  return {
    ok,
    anchor,
    suggestion: ok
      ? null
      : nearest(
          decoded,
          anchors.map(({ id }) => id),
        ),
  };
}
