import type { Reading } from '@mxg/model';
import type { Config } from '../config/config.ts';
import type { Tree } from '../tree.ts';

/** What becomes of a source file when the site is built. */
export interface Published {
  /** Path in the site's tree. */
  readonly source: string;
  /** Files of the built site, `/`-separated, relative to its root (base path not included); empty: not published. */
  readonly outputs: readonly string[];
  /**
   * Where a browser finds it: absolute path with the base path, percent-encoded as the generator itself writes it
   * (`/project/docs/guide/`); null when not published.
   */
  readonly url: string | null;
  /** Other URLs that lead to it (redirects, aliases), in the same form. */
  readonly aliases: readonly string[];
}

/** A site as its publisher sees it. */
export interface SiteSource {
  /** Paths relative to the site's folder (the one that holds the configuration). */
  readonly tree: Tree;
  readonly config: Config;
}

/** Tells of each file of a site what it is published as: one row a file that is page or static file, in the order of `tree.paths`. */
export type Publisher = (site: SiteSource) => Reading<readonly Published[]>;
