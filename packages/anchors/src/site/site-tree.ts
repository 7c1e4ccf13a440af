import type { Config } from '../config/config.ts';
import type { Tree } from '../tree.ts';
import { normalizePath } from '../urls/normalize-path.ts';

/**
 * A tree as a site sees it: paths are relative to the site's folder. Files outside of it are not there, unless the configuration
 * reaches out of the folder (`path: '../docs'`): then they begin with `../`.
 */
export function siteTree(tree: Tree, folder: string, config: Config): Tree {
  if (folder === '') return tree;
  const start = `${folder}/`;
  const reachesOut = JSON.stringify(config).includes('"../');
  const seen = reachesOut ? tree.paths : tree.paths.filter((path) => path.startsWith(start));
  return {
    paths: seen.map((path) => seenFrom(folder, path)).sort(),
    read: (path) => tree.read(treePath(folder, path)),
  };
}

function seenFrom(folder: string, path: string): string {
  if (path.startsWith(`${folder}/`)) return path.slice(folder.length + 1);
  const up = folder.split('/');
  const down = path.split('/');
  while (up.length > 0 && up[0] === down[0]) {
    up.shift();
    down.shift();
  }
  return [...up.map(() => '..'), ...down].join('/');
}

/** The path in the whole tree of a path that a site sees. */
export const treePath = (folder: string, path: string): string =>
  folder === '' ? path : (normalizePath(`${folder}/${path}`) ?? path);
