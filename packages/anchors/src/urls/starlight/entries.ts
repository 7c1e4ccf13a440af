import { slug } from 'github-slugger';
import { textAt } from '../../config/plain-data.ts';
import { pageSettings } from '../page-settings.ts';
import type { Tree } from '../../tree.ts';
import { joinPath, pathBelow, stripEnding } from '../file-path.ts';
import { nodeGlob } from '../node-glob.ts';

/** A page of the collection `docs`. */
export interface Entry {
  readonly source: string;
  /** Path of its URL below the base path, without slashes at its ends; empty for the start page. */
  readonly slug: string;
}

/** The pages of a collection, drafts left out; of several with the same slug the last one. */
export function entriesOf(tree: Tree, folder: string): readonly Entry[] {
  const found = new Map<string, { readonly entry: Entry; readonly draft: boolean }>();
  for (const source of tree.paths) {
    const path = pathBelow(folder, source);
    if (path === null || !IS_ENTRY(path)) continue;
    const front = pageSettings(tree, source);
    const own = textAt(front, 'slug');
    const entry = { source, slug: own === null || own === '' ? slugOf(path) : routePath(own) };
    found.set(entry.slug, { entry, draft: front['draft'] === true });
  }
  return [...found.values()].flatMap(({ entry, draft }) => (draft ? [] : [entry]));
}

/** `docsLoader` of Starlight 0.37: names that begin with `_` are left out, folders that do are not. */
const IS_ENTRY = nodeGlob('**/[^_]*.{markdown,mdown,mkdn,mkd,mdwn,md,mdx}', { dot: false });

/** `getContentEntryIdAndSlug` of Astro: each part of the path is slugged by itself. */
const slugOf = (path: string): string =>
  routePath(
    stripEnding(path)
      .split('/')
      .map((part) => slug(part))
      .join('/'),
  );

/** `index` at the end, or as the whole, stands for the folder. */
const routePath = (written: string): string =>
  joinPath(written)
    .normalize()
    .replace(/(^|\/)index$/, '');
