import type { Tree } from '../tree.ts';
import { normalizePath } from '../urls/normalize-path.ts';

/**
 * A tree as one of its folders sees it: paths are relative to the folder, and files outside of it begin with `../` (a site may
 * publish a folder beside its own).
 */
export function siteTree(tree: Tree, folder: string): Tree {
  if (folder === '') return tree;
  const paths = tree.paths.map((path) => seenFrom(folder, path)).sort();
  return { paths, read: (path) => tree.read(treePath(folder, path)) };
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

/** The path in the whole tree of a path that a folder sees. */
export const treePath = (folder: string, path: string): string =>
  folder === '' ? path : (normalizePath(`${folder}/${path}`) ?? path);
