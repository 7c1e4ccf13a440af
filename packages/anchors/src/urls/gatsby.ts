import type { Diagnostic } from '@mxg/model';
import type { Config } from '../config/config.ts';
import { isConfig, textAt, textsAt } from '../config/plain-data.ts';
import { isCall } from '../config/static-js/value.ts';
import { basePathOf } from './base-path.ts';
import { rowsOf, type Claim } from './claims.ts';
import { endingOf, joinPath, nameOf, pathBelow, stripEnding } from './file-path.ts';
import { onlyWhenRun } from './only-when-run.ts';
import { percentEncodePath } from './percent-encode.ts';
import type { Publisher } from './published.ts';

/** Gatsby 5. Pages are the components of `src/pages`; `static` is copied. Pages that `gatsby-node` makes are not known. */
export const gatsby: Publisher = ({ tree, config }) => {
  const endings = pageEndings(config);
  const claims: Claim[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const path of tree.paths) {
    const copied = pathBelow('static', path);
    const page = pathBelow('src/pages', path);
    if (copied !== null) claims.push(claimOf(path, `/${copied}`, copied, config));
    else if (page === null || !endings.has(endingOf(page)) || !isPage(page)) continue;
    else if (/[[{]/.test(page)) diagnostics.push(onlyWhenRun(path));
    else claims.push(...pageClaims(path, page, config));
  }
  return { value: rowsOf(tree.paths, claims), diagnostics };
};

/** `.mdx`, and what else its plugin is told of, are pages when `gatsby-plugin-mdx` is there. */
function pageEndings(config: Config): ReadonlySet<string> {
  const plugins: readonly unknown[] = Array.isArray(config['plugins']) ? config['plugins'] : [];
  const mdx = plugins.find((each) => pluginName(each) === 'gatsby-plugin-mdx');
  const options = isConfig(mdx) && isConfig(mdx['options']) ? mdx['options'] : {};
  const extra = mdx === undefined ? [] : ['.mdx', ...textsAt(options, 'extensions')];
  return new Set(['.js', '.jsx', '.ts', '.tsx', '.cjs', '.mjs', ...extra]);
}

function pluginName(plugin: unknown): unknown {
  if (isCall(plugin)) return plugin.arguments[0];
  return isConfig(plugin) ? pluginName(plugin['resolve']) : plugin;
}

/** `gatsby-page-utils` 3, `validatePath`. */
function isPage(path: string): boolean {
  const name = nameOf(path);
  return !/^(?:[_.]|template-)|\.d\.tsx?$|\.(?:spec|test)\.[jt]sx?$/.test(name) && !`/${path}`.includes('/__tests__/');
}

/** The page for what is not found is written twice. */
function pageClaims(source: string, path: string, config: Config): readonly Claim[] {
  const name = stripEnding(path).replace(/(^|\/)index$/, '$1');
  const url = config['trailingSlash'] === 'never' ? `/${joinPath(name)}` : `/${joinPath(name)}/`.replace('//', '/');
  const claim = claimOf(source, url, joinPath(name, 'index.html'), config);
  return name === '404' ? [claim, claimOf(source, '/404.html', '404.html', config)] : [claim];
}

const claimOf = (source: string, url: string, output: string, config: Config): Claim => ({
  source,
  output,
  url: `${basePathOf(textAt(config, 'pathPrefix') ?? '')}${percentEncodePath(url)}`,
});
