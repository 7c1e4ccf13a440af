import type { Tree } from '../tree.ts';
import { foldersOf, nameOf, stripEnding } from '../urls/file-path.ts';
import { normalizePath } from '../urls/normalize-path.ts';
import { percentDecodePath } from '../urls/percent-encode.ts';

/** The pages that show each picture, by the picture's stem. */
export type Embedding = (picture: string) => readonly string[];

const PAGE = /\.(?:md|mdx|markdown|mdown|html?|rst|adoc|asciidoc|njk|vue)$/i;

/** The ending of a file that may be a picture of a diagram. */
const ENDING = /\.(?:drawio|dio|svg|png|xml|pdf|jpe?g|gif)\b/gi;

/** What a path in a page does not hold: what stands around it. */
const AROUND = /[\s"'`()<>[\]{}=|,;]/;

/** No path in a page is longer. */
const LONGEST = 400;

/**
 * Tells which pages show a picture of a diagram. A page that shows `flow.svg` shows `flow.drawio`, too: the one is exported from the
 * other. Pages are read at the first call, all of them.
 */
export function embeddingOf(tree: Tree): Embedding {
  let index: ReadonlyMap<string, readonly string[]> | undefined;
  return (picture) => {
    index ??= indexOf(tree);
    return index.get(stemOf(picture)) ?? [];
  };
}

/** A picture's path without its endings, of which there may be two: `a/flow.drawio.svg` is `a/flow`. */
function stemOf(path: string): string {
  const name = stripEnding(path);
  return /\.(?:drawio|dio)$/i.test(name) ? stripEnding(name) : name;
}

function indexOf(tree: Tree): ReadonlyMap<string, readonly string[]> {
  const pictures = picturesByName(tree);
  const shown = new Map<string, string[]>();
  for (const page of tree.paths) {
    if (!PAGE.test(page)) continue;
    for (const stem of new Set(stemsShownBy(page, tree.read(page) ?? '', pictures))) {
      const pages = shown.get(stem);
      if (pages === undefined) shown.set(stem, [page]);
      else pages.push(page);
    }
  }
  return shown;
}

/** Stems of the pictures of a tree, by the last segment. */
function picturesByName(tree: Tree): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const path of tree.paths) {
    if (!/\.(?:drawio|dio|svg|png|xml|pdf)$/i.test(path)) continue;
    const stem = stemOf(path);
    const stems = found.get(nameOf(stem));
    if (stems === undefined) found.set(nameOf(stem), new Set([stem]));
    else stems.add(stem);
  }
  return found;
}

function stemsShownBy(page: string, text: string, pictures: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const folder = foldersOf(page).at(-1) ?? '';
  return mentionsIn(text).flatMap((mention) => {
    const stem = stemOf(percentDecodePath(mention).replace(/^[a-z]+:\/\/[^/]*/i, ''));
    const known = pictures.get(nameOf(stem));
    if (known === undefined) return [];
    const beside = normalizePath(`${folder}/${stem}`);
    if (beside !== null && known.has(beside)) return [beside];
    return endingWith(known, normalizePath(stem.replace(/^(?:\.\.?\/)+/, '')) ?? '');
  });
}

/** Every path of such a file that a text mentions. */
function mentionsIn(text: string): readonly string[] {
  return [...text.matchAll(ENDING)].map(({ 0: ending, index }) => {
    const before =
      text
        .slice(Math.max(0, index - LONGEST), index)
        .split(AROUND)
        .at(-1) ?? '';
    return before + ending;
  });
}

/** Pictures whose path ends with what a page writes: relative to the site's root, to a folder of assets, or to the built page. */
function endingWith(stems: ReadonlySet<string>, wanted: string): string[] {
  return [...stems].filter((stem) => stem === wanted || stem.endsWith(`/${wanted}`));
}
