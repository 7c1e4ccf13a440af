import type { Config } from '../config/config.ts';
import { textsAt } from '../config/plain-data.ts';
import { rowsOf, type Claim } from './claims.ts';
import { blogClaims } from './docusaurus/blog.ts';
import { contentOf, type Content } from './docusaurus/content.ts';
import { docsClaims } from './docusaurus/docs.ts';
import type { PluginRun } from './docusaurus/plugin-run.ts';
import { localesOf, type Locale } from './docusaurus/locale.ts';
import { pagesClaims } from './docusaurus/pages.ts';
import { pluginsOf } from './docusaurus/plugins.ts';
import { routesOf, type Routes } from './docusaurus/route.ts';
import { folderPath } from './file-path.ts';
import type { Publisher } from './published.ts';

/**
 * Docusaurus 3.10: documents with their versions and languages, blog posts, pages and static files. The last row, with an empty
 * source, has the pages that no file stands for: lists of posts and generated indexes.
 */
export const docusaurus: Publisher = ({ tree, config }) => {
  const content = contentOf(tree);
  const claims = localesOf(config).flatMap((locale) => localeClaims(config, content, locale));
  const rows = rowsOf([...tree.paths, ''], claims);
  return { value: rows.at(-1)?.url === null ? rows.slice(0, -1) : rows, diagnostics: [] };
};

/** In the order of rank: a page goes before a post, a post before a document. */
const KINDS: readonly (readonly [name: string, claims: (run: PluginRun) => readonly Claim[]])[] = [
  ['content-docs', docsClaims],
  ['content-blog', blogClaims],
  ['content-pages', pagesClaims],
];

function localeClaims(config: Config, content: Content, locale: Locale): readonly Claim[] {
  const routes = routesOf(config, locale);
  const plugins = pluginsOf(config);
  const made = KINDS.flatMap(([kind, claims]) =>
    plugins.flatMap(({ name, options }) => (name === kind ? claims({ options, content, locale, routes }) : [])),
  );
  const listings = made.filter(({ source }) => source === '');
  return [...listings, ...made.filter(({ source }) => source !== ''), ...staticClaims(config, content, routes)];
}

function staticClaims(config: Config, content: Content, routes: Routes): readonly Claim[] {
  const folders = 'staticDirectories' in config ? textsAt(config, 'staticDirectories') : ['static'];
  return folders
    .map(folderPath)
    .flatMap((folder) => content.filesOf(folder, () => true).map((path) => routes.file(`${folder}/${path}`, path)));
}
