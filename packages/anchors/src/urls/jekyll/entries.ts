import { FNMATCH, globOf, type GlobMatch } from '../glob.ts';
import { foldersOf, nameOf } from '../file-path.ts';
import type { JekyllSettings } from './settings.ts';

/** Tells whether Jekyll looks at a path, relative to the source (Jekyll 4.4, `entry_filter.rb`): every folder of it counts. */
export function entryFilter({
  include,
  exclude,
}: Pick<JekyllSettings, 'include' | 'exclude'>): (path: string) => boolean {
  const isIncluded = anyOf(include);
  const isExcluded = anyOf(exclude.filter((pattern) => !include.includes(pattern)));
  const known = new Map<string, boolean>();
  const passes = (entry: string, isFolder: boolean): boolean => {
    const name = nameOf(entry);
    if (isIncluded(entry, isFolder) || isIncluded(name, isFolder)) return true;
    return !SPECIAL.test(name) && !name.endsWith('~') && !isExcluded(entry, isFolder);
  };
  const folderPasses = (folder: string): boolean => {
    const found = known.get(folder) ?? passes(folder, true);
    known.set(folder, found);
    return found;
  };
  return (path) => foldersOf(path).every(folderPasses) && passes(path, false);
}

/** Hidden files, those of editors, and what Jekyll keeps for itself. */
const SPECIAL = /^[._#~]/;

/** A pattern is a glob, or the beginning of a path. */
function anyOf(patterns: readonly string[]): (path: string, isFolder: boolean) => boolean {
  const all = patterns.map((pattern) => {
    const text = pattern.replace(/^\/+/, '');
    return { text, match: globOf(text, FNMATCH) satisfies GlobMatch };
  });
  return (path, isFolder) =>
    all.some(
      ({ text, match }) => text !== '' && (match(path) || path.startsWith(text) || (isFolder && text === `${path}/`)),
    );
}
