import type { Config } from '../../config/config.ts';
import { configAt, textAt, textsAt } from '../../config/plain-data.ts';
import { isAlwaysFuture, isAlwaysPast } from '../build-time.ts';
import { readTime } from '../calendar-time.ts';
import type { Claim } from '../claims.ts';
import { endingOf, foldersOf, joinPath, nameOf, stripEnding } from '../file-path.ts';
import { percentEncodePath } from '../percent-encode.ts';
import { fillPermalink } from './permalink.ts';
import { sanitizePath } from './sanitize.ts';
import type { HugoSettings, Language } from './settings.ts';

/** A file of content. */
export interface ContentFile {
  /** In the site's tree. */
  readonly source: string;
  /** Below the content folder, with its language taken out of the name. */
  readonly path: string;
  readonly language: Language;
}

/** Endings of pages; everything else is a resource (Hugo 0.167, `media` types of content). */
const CONTENT = /^\.(?:md|mdown|markdown|html?|adoc|asciidoc|ad|rst|org|pandoc|pdc)$/i;

export const isContent = (path: string): boolean => CONTENT.test(endingOf(path));

/** Kinds of pages, by the name of the file. */
const kindOf = (path: string): 'section' | 'bundle' | 'page' => {
  const name = stripEnding(nameOf(path));
  if (name === '_index') return 'section';
  return name === 'index' ? 'bundle' : 'page';
};

/** The folder of a file; empty at the root. */
export const folderOf = (path: string): string => foldersOf(path).at(-1) ?? '';

/** What a page becomes; null when it is not built. */
export function pageClaim(file: ContentFile, data: Config, settings: HugoSettings): Claim | null {
  if (isLeftOut(data, settings)) return null;
  const path = targetOf(file, data, settings);
  const { base } = settings;
  const output = outputOf(path);
  const url = `${base}/${percentEncodePath(path.replace(/(^|\/)index\.html$/, '$1'))}`;
  return {
    source: file.source,
    output,
    url,
    aliases: aliasesOf(file, data, settings).map((alias) => `${base}/${percentEncodePath(alias)}`),
  };
}

function isLeftOut(data: Config, { drafts, future, expired }: HugoSettings): boolean {
  const build = { ...configAt(data, '_build'), ...configAt(data, 'build') };
  const render = build['render'];
  if (data['headless'] === true || render === 'never' || render === 'link' || render === false) return true;
  if (data['draft'] === true && !drafts) return true;
  const shown = readTime(data['publishdate']) ?? readTime(data['pubdate']) ?? readTime(data['date']);
  if (shown !== null && isAlwaysFuture(shown.year) && !future) return true;
  const ends = readTime(data['expirydate']) ?? readTime(data['unpublishdate']);
  return ends !== null && isAlwaysPast(ends.year) && !expired;
}

/** `a/b/` is a folder with an index, `a/b.html` a file. */
const outputOf = (path: string): string => (path === '' || path.endsWith('/') ? `${path}index.html` : path);

/** Where a page goes: relative to the built site, with a slash at its end when it has a folder of its own. */
function targetOf(file: ContentFile, data: Config, settings: HugoSettings): string {
  const { language } = file;
  const url = textAt(data, 'url');
  if (url !== null && url !== '') return `${url.startsWith('/') ? '' : language.prefix}${asFolder(joinPath(url))}`;
  const kind = kindOf(file.path);
  const folder = sanitizePath(folderOf(file.path), settings.rules);
  if (kind === 'section') return `${language.prefix}${folder === '' ? '' : `${folder}/`}`;
  const section = file.path.split('/')[0] ?? '';
  const pattern = file.path.includes('/') ? settings.permalinkOf(section) : null;
  if (pattern !== null)
    return `${language.prefix}${asFolder(joinPath(fillPermalink(pattern, valuesOf(file, data, settings))))}`;
  const own = sanitizePath(textAt(data, 'slug') ?? ownName(file.path), settings.rules);
  const above = kind === 'bundle' ? folderOf(folder) : folder;
  const path = joinPath(above, own);
  return `${language.prefix}${settings.isUgly(section) ? `${path}.html` : path === '' ? '' : `${path}/`}`;
}

const asFolder = (path: string): string => (/\.html?$/.test(path) || path === '' ? path : `${path}/`);

/** A page's name: a bundle has that of its folder. */
const ownName = (path: string): string =>
  kindOf(path) === 'bundle' ? nameOf(folderOf(path)) : stripEnding(nameOf(path));

function valuesOf({ path }: ContentFile, data: Config, { rules }: HugoSettings) {
  const sections = folderOf(kindOf(path) === 'bundle' ? folderOf(path) : path);
  return {
    date: readTime(data['date']) ?? readTime(data['publishdate']),
    sections: sections.split('/').filter((each) => each !== ''),
    title: textAt(data, 'title') ?? '',
    slug: textAt(data, 'slug'),
    name: ownName(path),
    urlize: (text: string) => sanitizePath(text, rules).replaceAll('+', '-'),
  };
}

/** Relative aliases lie beside the page. */
function aliasesOf({ path, language }: ContentFile, data: Config, { rules }: HugoSettings): readonly string[] {
  return textsAt(data, 'aliases').map((alias) => {
    const full = alias.startsWith('/') ? alias : joinPath(sanitizePath(folderOf(path), rules), alias);
    return `${language.prefix}${asFolder(joinPath(full))}`;
  });
}
