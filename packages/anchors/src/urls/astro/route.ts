import type { Config } from '../../config/config.ts';
import { configAt, textAt } from '../../config/plain-data.ts';
import { basePathOf } from '../base-path.ts';
import type { Claim } from '../claims.ts';
import { joinPath } from '../file-path.ts';
import { percentEncodePath } from '../percent-encode.ts';

/** Turns the path of a page into its file and URL, as the settings `build.format`, `trailingSlash` and `base` have it. */
export interface Routes {
  /** `path` without slashes at its ends; empty for the start page. `isIndex`: whether its file is called `index`. */
  readonly page: (source: string, path: string, isIndex: boolean) => Claim;
  /** A file that is copied, or made by an endpoint. */
  readonly file: (source: string, path: string) => Claim;
}

/** The routes of a site. */
export function routesOf(config: Config): Routes {
  const base = basePathOf(textAt(config, 'base') ?? '');
  const format = textAt(configAt(config, 'build'), 'format') ?? 'directory';
  const redirects = redirectsOf(config);
  return {
    page(source, path, isIndex) {
      const output = outputOf(path, isIndex ? format : format === 'preserve' ? 'file' : format);
      const url = `${base}/${percentEncodePath(output.replace(/(^|\/)index\.html$/, '$1'))}`;
      const moved = (redirects.get(path) ?? []).map((from) => `${base}/${percentEncodePath(from)}`);
      return {
        source,
        output,
        url,
        aliases: [`${base}/${percentEncodePath(path)}`, ...moved].filter((each) => each !== url),
      };
    },
    file: (source, path) => ({ source, output: path, url: `${base}/${percentEncodePath(path)}` }),
  };
}

/** The pages of a server's answers are files in every format. */
const STATUS_PAGE = /^(?:404|500)$/;

function outputOf(path: string, format: string): string {
  if (path === '') return 'index.html';
  if (format === 'file' || STATUS_PAGE.test(path)) return `${path}.html`;
  return joinPath(path, 'index.html');
}

/** `redirects`, by the page that they lead to: `'/old': '/new'` or `'/old': { status, destination }`. */
function redirectsOf(config: Config): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const [from, to] of Object.entries(configAt(config, 'redirects'))) {
    const target = typeof to === 'string' ? to : textAt(configAt({ to }, 'to'), 'destination');
    if (target === null || from.includes('[') || !target.startsWith('/')) continue;
    const path = joinPath(target);
    found.set(path, [...(found.get(path) ?? []), joinPath(from)]);
  }
  return found;
}
