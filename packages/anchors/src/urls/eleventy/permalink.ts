import type { Config } from '../../config/config.ts';
import { isConfig } from '../../config/plain-data.ts';
import { joinPath } from '../file-path.ts';
import { pageNames } from './file-name.ts';

/** Where `permalink` sends a page: a file, `null` for nowhere, or `unread` when only a build tells; `usual` when nothing is said. */
export type Target = { readonly output: string | null } | 'unread' | 'usual';

/** What is meant by the permalink of a template at a path below the input folder. */
export function permalinkTarget(data: Config, path: string, stem: string): Target {
  const told = data['permalink'];
  const permalink = isConfig(told) ? told['build'] : told;
  if (permalink === false) return { output: null };
  if (typeof permalink !== 'string' || permalink === '') return 'usual';
  const text = data['dynamicPermalink'] === false ? permalink : filledIn(permalink, path, stem);
  return text === null ? 'unread' : { output: text.endsWith('/') ? joinPath(text, 'index.html') : joinPath(text) };
}

/** A permalink is a template; of what may stand in it, only the two names that say nothing but the path are known. */
function filledIn(permalink: string, path: string, stem: string): string | null {
  const names = pageNames(path, stem);
  const text = permalink.replace(
    /\{\{-?\s{0,9}page\.(fileSlug|filePathStem)\s{0,9}-?\}\}/g,
    (_, name: keyof typeof names) => names[name],
  );
  return /\{\{|\{%|<%/.test(text) ? null : text;
}
