import type { Config } from '../../config/config.ts';
import { textAt } from '../../config/plain-data.ts';
import { basePathOf } from '../base-path.ts';
import type { Claim } from '../claims.ts';
import { joinPath } from '../file-path.ts';
import { percentEncodePath } from '../percent-encode.ts';
import type { Locale } from './locale.ts';
import { redirectsOf } from './redirects.ts';

/** Where pages and files go, by the settings `baseUrl` and `trailingSlash` and the language that is built. */
export interface Routes {
  /** `permalink`: from the base path on, with a slash at its start. */
  readonly page: (source: string, permalink: string) => Claim;
  readonly file: (source: string, path: string) => Claim;
}

/** The routes of a site in one of its languages. */
export function routesOf(config: Config, { prefix }: Locale): Routes {
  const base = basePathOf(textAt(config, 'baseUrl') ?? '') + (prefix === '' ? '' : `/${prefix}`);
  const slash = config['trailingSlash'];
  const redirects = redirectsOf(config);
  return {
    page(source, permalink) {
      const path = withSlash(permalink, slash);
      const moved = redirects(permalink).map((from) => base + percentEncodePath(from));
      return {
        source,
        output: joinPath(prefix, outputOf(path, slash)),
        url: base + percentEncodePath(path),
        aliases: moved,
      };
    },
    file: (source, path) => ({ source, output: joinPath(prefix, path), url: `${base}/${percentEncodePath(path)}` }),
  };
}

/** `applyTrailingSlash` of `@docusaurus/utils-common`: the setting counts for all but the start page. */
function withSlash(path: string, slash: unknown): string {
  if (path === '/' || typeof slash !== 'boolean') return path;
  const bare = path.endsWith('/') ? path.slice(0, -1) : path;
  return slash ? `${bare}/` : bare;
}

/** `pathnameToFilename` of `@docusaurus/core`: a page that is called `.html` already stays so. */
function outputOf(path: string, slash: unknown): string {
  if (/\.html?$/i.test(path)) return joinPath(path);
  return slash === false && !path.endsWith('/') ? `${joinPath(path)}.html` : joinPath(path, 'index.html');
}

/** Parts of a permalink as `normalizeUrl` of `@docusaurus/utils` joins them: one slash between parts, the last part's own kept. */
export function permalinkOf(...parts: readonly string[]): string {
  const path = joinPath(...parts);
  if (path === '') return '/';
  return parts.findLast((part) => part !== '')?.endsWith('/') === true ? `/${path}/` : `/${path}`;
}
