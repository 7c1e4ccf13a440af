import type { Diagnostic, Reading } from '@mxg/model';
import type { Anchor } from '../anchor.ts';
import type { Config } from '../config/config.ts';
import { frontMatterOf, withoutFrontMatter } from '../front-matter.ts';
import { anchorsOfHtml } from '../html/page.ts';
import type { PageReader } from '../page.ts';
import type { Tree } from '../tree.ts';
import { endingOf } from '../urls/file-path.ts';
import type { Published, Publisher } from '../urls/published.ts';
import type { Address } from './address.ts';
import { locate, type Located } from './located.ts';
import { siteTree, treePath } from './site-tree.ts';
import { templateIds } from './template-ids.ts';

/** A documentation site: a folder of a tree, and the generator that builds it. */
export interface Site {
  /** Path of the folder in the tree, without a slash at its end; empty for the tree's root. */
  readonly folder: string;
  /** Name of the generator, or of its variant. */
  readonly generator: string;
  readonly configPath: string | null;
  readonly address: Address;
  /** What becomes of each file, by its path in the tree; found out at the first call. */
  readonly published: () => ReadonlyMap<string, Published>;
  /** What went wrong on the way there. */
  readonly problems: () => readonly Located[];
  /** The ids that stand in the site's templates rather than in its pages, each with the template's path in the tree. */
  readonly templateIds: () => ReadonlyMap<string, string>;
  /** The ids of a page; null when the file is none that has ids. Read at the first call, and again when the file may have changed and has. */
  readonly anchorsOf: (path: string) => Reading<readonly Anchor[]> | null;
}

/** What a site is made of. */
export interface SiteParts extends Pick<Site, 'folder' | 'generator' | 'configPath' | 'address'> {
  readonly config: Config;
  readonly tree: Tree;
  readonly publisher: Publisher;
  /** Name of the generator, also where `generator` is a variant of it. */
  readonly publishedBy: string;
  readonly reader: PageReader;
  /** Readers for endings that the generator leaves to another one: `.rst` beside Markdown. */
  readonly otherReaders: ReadonlyMap<string, PageReader>;
}

/** Puts a site together; nothing is read until it is asked for. */
export function siteOf({ tree, publisher, publishedBy, config, ...parts }: SiteParts): Site {
  const { folder, generator, configPath, address } = parts;
  const ownTree = once(() => siteTree(tree, folder, config));
  const publish = once(() => {
    const { value, diagnostics } = publisher({ tree: ownTree(), config });
    const rows = value.map((each) => ({ ...each, source: treePath(folder, each.source) }));
    return {
      rows: new Map(rows.map((each) => [each.source, each])),
      problems: locate(configPath ?? folder, diagnostics),
    };
  });
  const cache = new Map<string, { readonly text: string; readonly reading: Reading<readonly Anchor[]> }>();
  return {
    folder,
    generator,
    configPath,
    address,
    published: () => publish().rows,
    problems: () => publish().problems,
    templateIds: once(() => {
      const ids = templateIds(publishedBy, ownTree());
      return new Map([...ids].map(([id, path]) => [id, treePath(folder, path)]));
    }),
    anchorsOf(path) {
      const read = readerOf(path, parts);
      const known = cache.get(path);
      if (known !== undefined && tree.frozen === true) return known.reading;
      const text = read === null ? null : tree.read(path);
      if (read === null || text === null) return null;
      if (known?.text === text) return known.reading;
      const reading =
        text.length > MOST_TEXT
          ? tooLarge(text.length)
          : read({ path: folder === '' ? path : path.slice(folder.length + 1), text });
      cache.set(path, { text: tree.frozen === true ? '' : text, reading });
      return reading;
    },
  };
}

/** In UTF-16 code units. No page that a person wrote is a tenth as long; a table of data may be. */
const MOST_TEXT = 8 * 2 ** 20;

const tooLarge = (length: number): Reading<readonly Anchor[]> => ({
  value: [],
  diagnostics: [tooLargeDiagnostic(length)],
});

const tooLargeDiagnostic = (length: number): Diagnostic => ({
  code: 'page/too-large',
  severity: 'warning',
  message: `the page has ${length} characters, more than ${MOST_TEXT}: its headings are not read`,
  hint: 'split the page, or link to the page without a fragment',
  span: null,
  exact: false,
});

const MARKDOWN = /^\.(?:md|markdown|mdown|mkdn?|mdx|mdwn|qmd|rmd)$/i;
const HTML = /^\.(?:html?|xhtml|svg|njk|liquid|vue|astro)$/i;

function readerOf(
  path: string,
  { reader, otherReaders }: Pick<SiteParts, 'reader' | 'otherReaders'>,
): PageReader | null {
  const ending = endingOf(path).toLowerCase();
  if (MARKDOWN.test(ending)) return reader;
  return otherReaders.get(ending) ?? (HTML.test(ending) ? htmlReader : null);
}

const htmlReader: PageReader = ({ text }) => ({
  value: anchorsOfHtml(frontMatterOf(text) === null ? text : withoutFrontMatter(text)),
  diagnostics: [],
});

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
