import ignore, { type Ignore } from 'ignore';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Files that say what tools should leave alone, in the way of Git. */
const NAMES = ['.gitignore', '.mxgignore'];

/** Tells of absolute paths below a folder whether ignore files on the way there leave them out. Each is read once. */
export function ignoredBelow(root: string): (path: string) => boolean {
  const known = new Map<string, Ignore | null>();
  const rulesIn = (folder: string): Ignore | null => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const texts = NAMES.map((name) => join(folder, name)).filter((path) => existsSync(path));
    const rules = texts.length === 0 ? null : ignore().add(texts.map((path) => readFileSync(path, 'utf8')).join('\n'));
    known.set(folder, rules);
    return rules;
  };
  const isIgnored = (path: string): boolean => {
    for (let folder = dirname(path); ; folder = dirname(folder)) {
      const result = rulesIn(folder)?.test(relative(folder, path).split(sep).join('/'));
      if (result?.ignored === true) return true;
      if (result?.unignored === true || folder === root || folder === dirname(folder)) return false;
    }
  };
  return isIgnored;
}
