import type { Site } from '../site/site.ts';
import { pathBelow } from '../urls/file-path.ts';
import { percentDecodePath } from '../urls/percent-encode.ts';

/** The files of a built site, as a server of static files finds them. */
export interface Served {
  /** Path in the tree of the source that a URL's path leads to, or `''` for a page that has no source of its own; null for none. */
  readonly find: (urlPath: string) => string | null;
  /** Every path that leads somewhere, decoded. */
  readonly paths: () => Iterable<string>;
}

const made = new WeakMap<Site, Served>();

/** What a site serves. Besides exact paths: a folder's `index.html`, and `/page` for `/page.html`, as GitHub Pages, Netlify and others do. */
export function servedBy(site: Site): Served {
  const known = made.get(site);
  if (known !== undefined) return known;
  const served = serve(site);
  made.set(site, served);
  return served;
}

function serve(site: Site): Served {
  const sources = new Map<string, string>();
  for (const { source, outputs, url, aliases } of site.published().values()) {
    if (url === null) continue;
    for (const each of [url, ...aliases]) add(sources, percentDecodePath(each), source);
    const base = basePath(url, outputs);
    if (base !== null) for (const output of outputs) add(sources, `${base}${output}`, source);
  }
  const { mount } = site.address;
  const find = (urlPath: string) => {
    const path = mount === '' ? urlPath : inside(mount, urlPath);
    return path === null ? null : (lookup(sources, percentDecodePath(path)) ?? null);
  };
  return { find, paths: () => [...sources.keys()].map((path) => mount + path) };
}

const inside = (mount: string, path: string): string | null => {
  const rest = pathBelow(mount.slice(1), path.slice(1));
  return rest === null ? null : `/${rest}`;
};

function add(sources: Map<string, string>, path: string, source: string): void {
  if (!sources.has(path)) sources.set(path, source);
}

const INDEX = /(?:^|\/)(?:index\.html?|README\.md)$/i;

function lookup(sources: ReadonlyMap<string, string>, path: string): string | undefined {
  const bare = path.endsWith('/') ? path.slice(0, -1) : path;
  return (
    sources.get(path) ??
    sources.get(`${bare}/index.html`) ??
    sources.get(`${bare}.html`) ??
    sources.get(bare) ??
    sources.get(`${bare}/`)
  );
}

/** What stands before an output's path in its URL: the site's base path with a slash at its end; null when the URL does not tell. */
function basePath(url: string, outputs: readonly string[]): string | null {
  const path = percentDecodePath(url);
  for (const output of outputs) {
    const forms = [
      output,
      output.replace(INDEX, (found) => (found.startsWith('/') ? '/' : '')),
      output.replace(INDEX, ''),
      output.replace(/\.html$/, ''),
    ];
    const form = forms.find((each) => path.endsWith(`/${each}`));
    if (form !== undefined) return path.slice(0, path.length - form.length);
  }
  return null;
}
