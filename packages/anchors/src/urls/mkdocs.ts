import { configAt, isConfig, textAt } from '../config/plain-data.ts';
import type { Config } from '../config/config.ts';
import { basePathOf } from './base-path.ts';
import { rowsOf, type Claim } from './claims.ts';
import { endingOf, folderPath, joinPath, nameOf, pathBelow, stripEnding } from './file-path.ts';
import { ignoredBy } from './ignore-patterns.ts';
import type { Publisher } from './published.ts';

/**
 * MkDocs 1.6. Pages are the Markdown files of `docs_dir`; every other file there is copied. Of the plugins only `redirects` is
 * known: those that make pages, or move them (`blog`, `i18n`), are not.
 */
export const mkdocs: Publisher = ({ tree, config }) => {
  const folder = folderPath(textAt(config, 'docs_dir') ?? 'docs');
  const isLeftOut = ignoredBy([...LEFT_OUT, ...linesAt(config, 'exclude_docs'), ...linesAt(config, 'draft_docs')]);
  const claims = tree.paths.flatMap((path) => {
    const name = pathBelow(folder, path);
    return name === null || isLeftOut(name) ? [] : [{ ...claimOf(name, config), source: path, rank: rankOf(name) }];
  });
  claims.sort((a, b) => (a.rank < b.rank ? -1 : Number(a.rank > b.rank)));
  return { value: rowsOf(tree.paths, claims), diagnostics: [] };
};

/** `mkdocs.structure.files`: hidden files, and templates at the top. */
const LEFT_OUT: readonly string[] = ['.*', '/templates/'];

const linesAt = (config: Config, key: string): readonly string[] => (textAt(config, key) ?? '').split('\n');

/** `mkdocs.utils.markdown_extensions`. */
const MARKDOWN: ReadonlySet<string> = new Set(['.markdown', '.mdown', '.mkdn', '.mkd', '.md']);

/** The order in which files are written: what is copied, then pages, the deeper later; in a folder `README` and `index` first. */
function rankOf(path: string): string {
  const isPage = MARKDOWN.has(endingOf(path));
  const depth = String(path.split('/').length).padStart(4, '0');
  const isIndex = /^(?:index|README)$/.test(stripEnding(nameOf(path)));
  return `${isPage ? 1 : 0} ${depth} ${isIndex ? 0 : 1} ${path}`;
}

function claimOf(path: string, config: Config): Omit<Claim, 'source'> {
  const inFolders = config['use_directory_urls'] !== false;
  const output = outputOf(path, inFolders);
  const base = basePathOf(textAt(config, 'site_url') ?? '');
  const url = `${base}/${quoted(output.replace(/(^|\/)index\.html$/, '$1'))}`;
  const written = `${base}/${quoted(output)}`;
  const moved = redirectsTo(path, config).map(
    (from) => `${base}/${quoted(outputOf(from, inFolders).replace(/(^|\/)index\.html$/, '$1'))}`,
  );
  return { output, url, aliases: inFolders ? moved : [written, ...moved] };
}

function outputOf(path: string, inFolders: boolean): string {
  if (!MARKDOWN.has(endingOf(path))) return path;
  const folder = path.slice(0, path.length - nameOf(path).length);
  const stem = stripEnding(nameOf(path));
  if (stem === 'README' || stem === 'index') return joinPath(folder, 'index.html');
  return joinPath(folder, inFolders ? `${stem}/index.html` : `${stem}.html`);
}

/** Python's `urllib.parse.quote`: all but letters, digits and `_.-~/`. */
function quoted(path: string): string {
  return path.replace(/[^\w.\-~/]+/g, (run) =>
    encodeURIComponent(run.toWellFormed()).replace(
      /[!'()*]/g,
      (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
    ),
  );
}

/** Old pages of the plugin `redirects` (mkdocs-redirects 1.2) that lead to a page. */
function redirectsTo(path: string, config: Config): readonly string[] {
  const plugins: readonly unknown[] = Array.isArray(config['plugins']) ? config['plugins'] : [config['plugins']];
  const maps = plugins.filter(isConfig).map((each) => configAt(configAt(each, 'redirects'), 'redirect_maps'));
  return maps.flatMap((map) => Object.entries(map).flatMap(([from, to]) => (to === path ? [from] : [])));
}
