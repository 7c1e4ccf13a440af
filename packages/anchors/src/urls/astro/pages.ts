import type { Diagnostic } from '@mxg/model';
import type { Config } from '../../config/config.ts';
import { textAt } from '../../config/plain-data.ts';
import { isCall } from '../../config/static-js/value.ts';
import type { Claim } from '../claims.ts';
import { endingOf, folderPath, joinPath, nameOf, pathBelow, stripEnding } from '../file-path.ts';
import { onlyWhenRun } from '../only-when-run.ts';
import type { SiteSource } from '../published.ts';
import { routesOf, type Routes } from './route.ts';

/** What Astro itself publishes, without the rows. */
export interface AstroClaims {
  readonly claims: readonly Claim[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The pages and static files of a site made with Astro. */
export function astroClaims({ tree, config }: SiteSource): AstroClaims {
  const pages = joinPath(folderPath(textAt(config, 'srcDir') ?? 'src'), 'pages');
  const copied = folderPath(textAt(config, 'publicDir') ?? 'public');
  const routes = routesOf(config);
  const endings = pageEndings(config);
  const claims: Claim[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const source of tree.paths) {
    const file = pathBelow(copied, source);
    const page = pathBelow(pages, source);
    if (file !== null) claims.push(routes.file(source, file));
    else if (page === null || isHidden(page)) continue;
    else if (page.includes('[')) diagnostics.push(onlyWhenRun(source));
    else claims.push(...claimOf(source, page, { routes, endings }));
  }
  return { claims, diagnostics };
}

/** `packages/astro/src/core/routing/manifest/create.ts`: names that begin with `_` or a dot are no pages, nor what is below them. */
const isHidden = (page: string): boolean =>
  page.split('/').some((name) => /^[_.]/.test(name) && name !== '.well-known');

/** `SUPPORTED_MARKDOWN_FILE_EXTENSIONS`, and what else is a page without any integration. */
const PAGE_ENDINGS: readonly string[] = ['.astro', '.html', '.markdown', '.mdown', '.mkdn', '.mkd', '.mdwn', '.md'];

/** Starlight brings the integration of MDX along. */
function pageEndings({ integrations }: Config): ReadonlySet<string> {
  const list: readonly unknown[] = Array.isArray(integrations) ? integrations : [];
  const mdx = list.some((each) => isCall(each) && /^(?:mdx|starlight)$/i.test(each.call));
  return new Set(mdx ? [...PAGE_ENDINGS, '.mdx'] : PAGE_ENDINGS);
}

/** An endpoint, `feed.xml.ts`, makes the file that it is called after. */
const ENDPOINT: ReadonlySet<string> = new Set(['.js', '.ts']);

function claimOf(
  source: string,
  page: string,
  { routes, endings }: { readonly routes: Routes; readonly endings: ReadonlySet<string> },
): readonly Claim[] {
  const ending = endingOf(page);
  const path = stripEnding(page);
  if (ENDPOINT.has(ending)) return [routes.file(source, path)];
  if (!endings.has(ending)) return [];
  const isIndex = nameOf(path) === 'index';
  return [routes.page(source, isIndex ? joinPath(path.slice(0, -'index'.length)) : path, isIndex)];
}
