import type { Tree } from '../tree.ts';
import { foldersOf, nameOf, stripEnding } from '../urls/file-path.ts';
import { normalizePath } from '../urls/normalize-path.ts';
import { percentDecodePath } from '../urls/percent-encode.ts';

/** The pages that show each picture, by the picture's stem. */
export type Embedding = (picture: string) => readonly string[];

const PAGE = /\.(?:md|mdx|markdown|mdown|html?|rst|adoc|asciidoc|njk|vue|erb)$/i;

/** The ending of a file that may be a picture of a diagram. */
const ENDING = /\.(?:drawio|dio|svg|png|xml|pdf|jpe?g|gif)\b/gi;

/** What a path in a page does not hold: what stands around it. */
const AROUND = /[\s"'`()<>[\]{}=|,;]/;

/** No path in a page is longer. */
const LONGEST = 400;

/**
 * Tells which pages show a picture of a diagram; where none does, which ones name it. A page that shows `flow.svg` shows `flow.drawio`, too: the one is exported from the
 * other. Pages are read at the first call, all of them.
 */
export function embeddingOf(tree: Tree): Embedding {
  let index: Index | undefined;
  return (picture) => {
    index ??= indexOf(tree);
    const stem = stemOf(picture);
    return index.shown.get(stem) ?? index.named.get(stem) ?? [];
  };
}

/** Pages by the stem of a picture: those that show it, and those that merely name it. */
interface Index {
  readonly shown: Map<string, string[]>;
  readonly named: Map<string, string[]>;
}

/** A picture's path without its endings, of which there may be two: `a/flow.drawio.svg` is `a/flow`. */
function stemOf(path: string): string {
  const name = stripEnding(path);
  return /\.(?:drawio|dio)$/i.test(name) ? stripEnding(name) : name;
}

function indexOf(tree: Tree): Index {
  const pictures = picturesByName(tree);
  const index: Index = { shown: new Map(), named: new Map() };
  for (const page of tree.paths) {
    if (!PAGE.test(page)) continue;
    for (const mention of mentionsIn(tree.read(page) ?? ''))
      for (const stem of stemsMeant(page, mention, pictures)) add(index[mention.how], stem, page);
  }
  return index;
}

function add(pages: Map<string, string[]>, stem: string, page: string): void {
  const known = pages.get(stem);
  if (known === undefined) pages.set(stem, [page]);
  else if (known.at(-1) !== page) known.push(page);
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

/** A path that a page has, and whether it stands where a picture or a link would. */
interface Mention {
  readonly path: string;
  readonly how: keyof Index;
}

function stemsMeant(
  page: string,
  { path }: Mention,
  pictures: ReadonlyMap<string, ReadonlySet<string>>,
): readonly string[] {
  const stem = stemOf(percentDecodePath(path).replace(/^[a-z]+:\/\/[^/]*/i, ''));
  const known = pictures.get(nameOf(stem));
  if (known === undefined) return [];
  const beside = normalizePath(`${foldersOf(page).at(-1) ?? ''}/${stem}`);
  if (beside !== null && known.has(beside)) return [beside];
  return endingWith(known, normalizePath(stem.replace(/^(?:\.\.?\/)+/, '')) ?? '');
}

/** Every path of such a file that a text mentions, each once in each way. */
function mentionsIn(text: string): Iterable<Mention> {
  const found = new Map<string, Mention>();
  for (const { 0: ending, index } of text.matchAll(ENDING)) {
    const window = text.slice(Math.max(0, index - LONGEST), index);
    const before = window.split(AROUND).at(-1) ?? '';
    const path = before + ending;
    const how = /[("'=<[|]/.test(window.charAt(window.length - before.length - 1)) ? 'shown' : 'named';
    found.set(`${how} ${path}`, { path, how });
  }
  return found.values();
}

/** Pictures whose path ends with what a page writes: relative to the site's root, to a folder of assets, or to the built page. */
function endingWith(stems: ReadonlySet<string>, wanted: string): string[] {
  return [...stems].filter((stem) => stem === wanted || stem.endsWith(`/${wanted}`));
}
