import type { Config } from '../../config/config.ts';
import { isConfig } from '../../config/plain-data.ts';
import { folderPath, joinPath, nameOf, pathBelow } from '../file-path.ts';
import { nodeGlob, type PathMatch } from '../node-glob.ts';
import { callsOf, type Directories } from './directories.ts';

/** Where a file is copied to; null for one that is not copied. */
export type Copied = (path: string) => string | null;

/** Reads `addPassthroughCopy('img')`, `('img/*.png')` and `({ 'src/img': 'img' })`; the last call that names a file counts. */
export function copiedBy(config: Config, directories: Directories): Copied {
  const rules = callsOf(config, 'addPassthroughCopy').flatMap(({ arguments: [what] }) => {
    if (typeof what === 'string') return [rule(what, null, directories)];
    return isConfig(what)
      ? Object.entries(what).flatMap(([from, to]) => (typeof to === 'string' ? [rule(from, to, directories)] : []))
      : [];
  });
  return (path) => {
    for (const each of [...rules].reverse()) {
      const to = each(path);
      if (to !== null) return to;
    }
    return null;
  };
}

function rule(from: string, to: string | null, { input }: Directories): Copied {
  const source = folderPath(from);
  const target = to === null ? null : folderPath(to);
  if (/[*?{[]/.test(source)) return copiedGlob(nodeGlob(source), target, input);
  return (path) => {
    const below = path === source ? '' : pathBelow(source, path);
    if (below === null) return null;
    return target === null ? (pathBelow(input, path) ?? path) : copiedTo(target, below, { path, to: to ?? '' });
  };
}

/** A single file goes to the name that is given, or into the folder that is. */
function copiedTo(target: string, below: string, { path, to }: { readonly path: string; readonly to: string }): string {
  if (below !== '') return joinPath(target, below);
  return target === '' || to.endsWith('/') ? joinPath(target, nameOf(path)) : target;
}

/** Files of a glob all go into the one folder that is given. */
function copiedGlob(matches: PathMatch, target: string | null, input: string): Copied {
  return (path) => {
    if (!matches(path)) return null;
    return target === null ? (pathBelow(input, path) ?? path) : joinPath(target, nameOf(path));
  };
}
