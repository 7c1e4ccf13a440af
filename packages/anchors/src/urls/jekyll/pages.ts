import type { Config } from '../../config/config.ts';
import { textAt, textsAt } from '../../config/plain-data.ts';
import type { Tree } from '../../tree.ts';
import type { Claim } from '../claims.ts';
import { endingOf, foldersOf, joinPath, nameOf, stripEnding } from '../file-path.ts';
import { percentEncodePath } from '../percent-encode.ts';
import type { Defaults } from './defaults.ts';
import { headerOf } from './header.ts';
import type { JekyllSettings } from './settings.ts';
import { fillTemplate, outputOf, withSuffix } from './url-template.ts';

/** A site while its files are looked at. `tree` has paths relative to the source. */
export interface JekyllSite {
  readonly tree: Tree;
  readonly settings: JekyllSettings;
  readonly defaults: Defaults;
}

/** A page, or a file that is copied as it is. */
export type PageClaim = Claim & { readonly isPage: boolean };

/** What becomes of the files outside of collections, in the order in which they are written. */
export function pageClaims(paths: readonly string[], site: JekyllSite): readonly PageClaim[] {
  const indexed = new Set(
    paths.filter((path) => /(?:^|\/)index\.(?:html?|md|markdown|mkd|mkdn|mkdown)$/.test(path)).map(folderOf),
  );
  const claims = paths.flatMap((path) => claimsOf(path, site, indexed));
  return [...claims.filter(({ isPage }) => isPage), ...claims.filter(({ isPage }) => !isPage)];
}

const folderOf = (path: string): string => foldersOf(path).at(-1) ?? '';

function claimsOf(path: string, site: JekyllSite, indexed: ReadonlySet<string>): readonly PageClaim[] {
  const { settings, defaults, tree } = site;
  const text = MAY_BE_PAGE.test(path) ? tree.read(path) : null;
  const header = text === null ? null : headerOf(text);
  if (header !== null) {
    const data = { ...defaults(path, 'pages'), ...header };
    return data['published'] === false && !settings.unpublished ? [] : [pageClaim(path, data, settings)];
  }
  const copy: PageClaim = { source: path, output: path, url: settings.baseurl + urlOf(`/${path}`), isPage: false };
  const url = urlWithoutHeader(path, settings, indexed);
  return url === null ? [copy] : [{ ...pageClaim(path, { ...defaults(path, 'pages'), ...url }, settings) }, copy];
}

/** Files of other kinds are copied, whatever stands in them: nobody writes front matter into them. */
const MAY_BE_PAGE = /\.(?!(?:png|jpe?g|gif|webp|svgz|ico|pdf|zip|gz|woff2?|ttf|eot|mp[34]|webm|drawio|dio)$)[^./]+$/i;

/** Plugins make pages of files without front matter: the settings that they give to them; null for none. */
function urlWithoutHeader(
  path: string,
  { markdown, plugins }: JekyllSettings,
  indexed: ReadonlySet<string>,
): Config | null {
  if (!markdown.has(endingOf(path).toLowerCase())) return null;
  const name = stripEnding(nameOf(path));
  const folder = folderOf(path);
  // jekyll-readme-index 0.3: a README stands for a folder without an index
  if (name.toLowerCase() === 'readme' && plugins.has('jekyll-readme-index') && !indexed.has(folder))
    return { permalink: folder === '' ? '/' : `/${folder}/` };
  // jekyll-optional-front-matter 0.3 leaves these out
  return plugins.has('jekyll-optional-front-matter') && !USUAL.test(name) ? {} : null;
}

const USUAL = /^(?:README|LICEN[CS]E|COPYING|CODE_OF_CONDUCT|CONTRIBUTING|ISSUE_TEMPLATE|PULL_REQUEST_TEMPLATE)$/i;

function pageClaim(path: string, data: Config, settings: JekyllSettings): PageClaim {
  const ending = outputEnding(path, settings);
  const basename = stripEnding(nameOf(path));
  const values: Readonly<Record<string, string>> = { path: folderOf(path), basename, output_ext: ending };
  const url = fillTemplate(
    textAt(data, 'permalink') ?? pageTemplate(basename, ending, settings),
    (name) => values[name],
  );
  return {
    source: path,
    output: outputOf(url, ending),
    url: settings.baseurl + urlOf(url),
    aliases: redirects(data, settings),
    isPage: true,
  };
}

function pageTemplate(basename: string, ending: string, { permalink }: JekyllSettings): string {
  if (!/^\.x?html?$/.test(ending)) return '/:path/:basename:output_ext';
  return basename === 'index' ? '/:path/' : withSuffix('/:path/:basename', permalink);
}

/** What converters make of a file. */
export function outputEnding(path: string, { markdown }: Pick<JekyllSettings, 'markdown'>): string {
  const ending = endingOf(path);
  if (markdown.has(ending.toLowerCase())) return '.html';
  return /^\.s[ac]ss$/.test(ending) ? '.css' : ending;
}

export const urlOf = (path: string): string => percentEncodePath(path);

/** jekyll-redirect-from 0.16. */
export function redirects(data: Config, { plugins, baseurl }: JekyllSettings): readonly string[] {
  if (!plugins.has('jekyll-redirect-from')) return [];
  return textsAt(data, 'redirect_from').map(
    (from) => `${baseurl}/${urlOf(joinPath(from))}${from.endsWith('/') ? '/' : ''}`,
  );
}
