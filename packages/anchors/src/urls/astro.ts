import { rowsOf } from './claims.ts';
import { astroClaims } from './astro/pages.ts';
import type { Publisher } from './published.ts';

/**
 * Astro 5. Pages are the files of `src/pages`, and `public` is copied. Pages whose path has a parameter, which show what lies in
 * `src/content`, are not known.
 */
export const astro: Publisher = ({ tree, config }) => {
  const { claims, diagnostics } = astroClaims({ tree, config });
  return { value: rowsOf(tree.paths, claims), diagnostics };
};
