import type { Tree } from '../tree.ts';
import { foldersOf, nameOf } from '../urls/file-path.ts';

interface Index {
  readonly files: ReadonlySet<string>;
  /** Each folder with the file that is shown for it, or itself with a slash at its end when there is none. */
  readonly folders: ReadonlyMap<string, string>;
}

const made = new WeakMap<Tree, Index>();

/** The file at a path of a tree; for a folder its README or index, else the folder itself with a slash at its end; null when there is neither. */
export function sourceFile(tree: Tree, path: string): string | null {
  const { files, folders } = indexOf(tree);
  return files.has(path) ? path : (folders.get(path) ?? null);
}

function indexOf(tree: Tree): Index {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const folders = new Map<string, string>([['', '/']]);
  for (const path of tree.paths) {
    for (const folder of foldersOf(path)) if (!folders.has(folder)) folders.set(folder, `${folder}/`);
    if (SHOWN.test(nameOf(path))) folders.set(foldersOf(path).at(-1) ?? '', path);
  }
  const index = { files: new Set(tree.paths), folders };
  made.set(tree, index);
  return index;
}

const SHOWN = /^(?:readme|index|_index)\.(?:md|mdx|markdown|html|rst|adoc)$/i;
