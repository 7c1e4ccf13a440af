import type { Site } from '../site/site.ts';
import type { Sites } from '../site/sites.ts';
import { foldersOf } from '../urls/file-path.ts';
import { normalizePath } from '../urls/normalize-path.ts';
import { percentDecodePath } from '../urls/percent-encode.ts';
import { hit } from './fragment.ts';
import { readHref, type Href } from './href.ts';
import { notALink } from './not-a-link.ts';
import type { Resolution, World } from './resolution.ts';
import { servedBy } from './served.ts';
import { nearestPath } from './suggest.ts';
import { sourceFile } from './source-tree.ts';

/** Where a link stands, and whose repository it is. */
export interface LinkPlace {
  /** Path in the tree of the page that shows the link. */
  readonly page: string;
  /** Names of the tree's own repository on the web, such as `github.com/owner/name`. */
  readonly repositories?: readonly string[];
}

/** Where a link leads, as a browser on the built site would find it, and as the source tree has it. Never fails. */
export function resolveLink(sites: Sites, href: string, place: LinkPlace): Resolution {
  const why = notALink(href);
  if (why !== null) return { ...NOWHERE, status: 'not-a-link', reason: why };
  const read = readHref(href);
  if (read === null) return { ...NOWHERE, status: 'external' };
  const site = sites.siteOf(place.page);
  if (read.origin === null) return within(sites, read, { ...place, site });
  const named = sites.all.flatMap(({ address: { repository } }) => repository ?? []);
  const inRepository = ownRepositoryPath(read, [...(place.repositories ?? []), ...named]);
  if (inRepository !== null) return inSource(sites, inRepository, read);
  const home = sites.all.find(({ address }) => address.origin === read.origin && isBelow(address.base, read.path));
  return home === undefined ? { ...NOWHERE, status: 'external' } : onSite(sites, read, home);
}

/** Several sites may share a host, each below a path of its own. */
const isBelow = (base: string, path: string): boolean => path === base || path.startsWith(`${base}/`);

const NOWHERE: Resolution = {
  status: 'unchecked',
  target: null,
  anchor: null,
  world: null,
  reason: '',
  suggestion: null,
};

interface PlaceOnSite extends LinkPlace {
  readonly site: Site;
}

/** Of `https://github.com/owner/name/blob/main/path` the path, when the repository is the tree's own. */
function ownRepositoryPath({ origin, path }: Href, repositories: readonly string[]): string | null {
  const address = `${origin?.replace(/^https?:\/\//, '')}${path}`.toLowerCase();
  const own = repositories.find((name) => address.startsWith(`${name.toLowerCase()}/`));
  if (own === undefined) return null;
  const host = own.indexOf('/');
  const rest = path.slice(own.length - host + 1);
  const found = /^(?:-\/)?(?:tree|blob|edit)\/(?:main|master|HEAD|develop|trunk)(?:\/(.*))?$/.exec(rest);
  return found === null ? null : (normalizePath(percentDecodePath(found[1] ?? '')) ?? '');
}

function inSource(sites: Sites, path: string, { fragment }: Href): Resolution {
  const file = sourceFile(sites.tree, path);
  if (file !== null) return withFragment(sites, file, { fragment, world: null });
  return { ...NOWHERE, status: 'broken-page', reason: `the repository has no \`${path}\``, suggestion: null };
}

/** An absolute address of a site that is here. */
function onSite(sites: Sites, { path, fragment }: Href, site: Site): Resolution {
  const target = servedBy(site).find(path === '' ? '/' : path);
  if (target !== null) return withFragment(sites, target, { fragment, world: null });
  return { ...NOWHERE, status: 'broken-page', reason: `the site has no page \`${path}\`` };
}

/** A link without a host: on the built site it is relative to the page's URL, in the source tree to the page's file. */
function within(sites: Sites, href: Href, place: PlaceOnSite): Resolution {
  const { site } = place;
  if (href.path === '') return withFragment(sites, place.page, { fragment: href.fragment, world: null });
  const built = builtTarget(href.path, place);
  const stored = storedTarget(sites, href.path, place);
  const target = built.target ?? stored;
  if (target === null) return missing(sites, href, { place, url: site.configPath === null ? null : built.url });
  return withFragment(sites, target, { fragment: href.fragment, world: worldOf(built, stored, site) });
}

interface Built {
  /** The path that a browser asks for; null when the page is not published. */
  readonly url: string | null;
  readonly target: string | null;
}

function builtTarget(path: string, { page, site }: PlaceOnSite): Built {
  const published = site.published().get(page)?.url ?? null;
  if (published === null) return { url: null, target: null };
  const url = joinUrl(site.address.mount + published, path);
  return { url, target: url === null ? null : servedBy(site).find(url) };
}

/** A path relative to a URL's path, as browsers join them: `..` at the root stays there. Null for what is no URL. */
function joinUrl(base: string, path: string): string | null {
  try {
    return new URL(path, `https://site.invalid${base}`).pathname;
  } catch {
    return null;
  }
}

function storedTarget({ tree }: Sites, path: string, { page, site }: PlaceOnSite): string | null {
  const decoded = percentDecodePath(path);
  const roots = decoded.startsWith('/') ? [site.folder, ''] : [foldersOf(page).at(-1) ?? ''];
  for (const root of roots) {
    const normal = normalizePath(`${root}/${decoded}`);
    const file = normal === null ? null : sourceFile(tree, normal);
    if (file !== null) return file;
  }
  return null;
}

/** In a tree that nothing is built from there is only one world. */
function worldOf({ url, target }: Built, stored: string | null, { configPath }: Site): World | null {
  if (configPath === null || url === null) return null;
  if (target !== null) return stored === target ? 'both' : 'site';
  return 'source';
}

interface Asked {
  readonly fragment: string | null;
  readonly world: World | null;
}

function withFragment(sites: Sites, target: string, { fragment, world }: Asked): Resolution {
  const found = { ...NOWHERE, status: 'ok' as const, target, world };
  if (fragment === null || target === '') return found;
  const site = sites.siteOf(target);
  const reading = site.anchorsOf(target);
  if (reading === null && target.endsWith('/') && fragment !== '')
    return {
      ...found,
      status: 'broken-anchor',
      reason: `\`${target}\` is a folder without a page, and has no id \`${fragment}\``,
    };
  if (reading === null) return { ...found, reason: 'the fragment of such a file is not looked at' };
  if (reading.value.length === 0 && reading.diagnostics.some(({ severity }) => severity !== 'info'))
    return { ...found, status: 'unchecked', reason: reading.diagnostics[0]?.message ?? '' };
  const { ok, anchor, suggestion } = hit(fragment, reading.value);
  if (ok) return { ...found, anchor };
  const template = site.templateIds().get(percentDecodePath(fragment));
  if (template !== undefined) return { ...found, reason: `the id stands in the template \`${template}\`` };
  return { ...found, status: 'broken-anchor', reason: `\`${target}\` has no id \`${fragment}\``, suggestion };
}

interface Missed {
  readonly place: PlaceOnSite;
  readonly url: string | null;
}

function missing(sites: Sites, { path }: Href, { place, url }: Missed): Resolution {
  const { site, page } = place;
  const shown = url === null ? percentDecodePath(path) : percentDecodePath(url);
  const base = percentDecodePath(site.published().get(page)?.url ?? '/');
  const folder = foldersOf(page).at(-1) ?? '';
  const near =
    url === null
      ? relativeTo(folder, nearestPath(normalizePath(`${folder}/${path}`) ?? path, sites.tree.paths))
      : nearestPath(shown, servedBy(site).paths());
  const reason =
    url === null ? `there is no \`${shown}\`` : `the site has no \`${shown}\` (the page is at \`${base}\`)`;
  return { ...NOWHERE, status: 'broken-page', reason, suggestion: near };
}

/** A path of the tree as a link in a folder names it. */
function relativeTo(folder: string, path: string | null): string | null {
  if (path === null) return null;
  const [from, to] = [folder === '' ? [] : folder.split('/'), path.split('/')];
  const differ = from.findIndex((name, i) => name !== to[i]);
  const shared = differ < 0 ? from.length : differ;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
