import { rowsOf, type Claim } from './claims.ts';
import { joinPath, pathBelow } from './file-path.ts';
import { defaultsOf } from './jekyll/defaults.ts';
import { documentClaims } from './jekyll/documents.ts';
import { entryFilter } from './jekyll/entries.ts';
import { pageClaims } from './jekyll/pages.ts';
import { jekyllSettings, type JekyllSettings } from './jekyll/settings.ts';
import type { Publisher } from './published.ts';

/**
 * Jekyll 4.4. Pages, static files, posts and other collections, with front matter and `defaults`. Of plugins those that move pages
 * are known: optional-front-matter, readme-index, redirect-from. A date from far ahead is in the future, any other is past.
 */
export const jekyll: Publisher = ({ tree, config }) => {
  const settings = jekyllSettings(config, tree);
  const { source } = settings;
  const own = {
    paths: tree.paths.flatMap((path) => pathBelow(source, path) ?? []),
    read: (path: string) => tree.read(joinPath(source, path)),
  };
  const site = { tree: own, settings, defaults: defaultsOf(settings.defaults) };
  const isRead = entryFilter(settings);
  const pages = pageClaims(own.paths.filter(isRead), site);
  const documents = documentClaims(own.paths.filter(documentFilter(settings)), site);
  const claims = [...pages, ...documents].map((claim): Claim => ({ ...claim, source: joinPath(source, claim.source) }));
  return { value: rowsOf(tree.paths, claims), diagnostics: [] };
};

/** Within the folders of collections, which begin with `_`, the same is left out as elsewhere. */
function documentFilter({ collections, include, exclude }: JekyllSettings): (path: string) => boolean {
  const folders = ['_drafts', ...collections.map(({ label }) => `_${label}`)];
  return entryFilter({ include: [...include, ...folders], exclude });
}
