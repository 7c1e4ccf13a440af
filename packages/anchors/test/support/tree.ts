import type { Tree } from '../../src/tree.ts';

/** A tree of files at hand. */
export function treeOf(files: Readonly<Record<string, string>>): Tree {
  return { paths: Object.keys(files).sort(), read: (path) => files[path] ?? null };
}
