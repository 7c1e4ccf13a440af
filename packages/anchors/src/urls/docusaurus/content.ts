import type { Config } from '../../config/config.ts';
import { textsAt } from '../../config/plain-data.ts';
import type { Tree } from '../../tree.ts';
import { joinPath, pathBelow } from '../file-path.ts';
import { nodeGlob, type PathMatch } from '../node-glob.ts';
import { pageSettings } from '../page-settings.ts';

/** A site's files as the plugins for content see them. */
export interface Content {
  /** Files of a folder that a plugin takes as pages: paths relative to the folder. */
  readonly filesOf: (folder: string, taken: PathMatch) => readonly string[];
  /** The file at a path below the first of the folders that has it. */
  readonly first: (folders: readonly string[], path: string) => string;
  /** The front matter of a file; each is read once. */
  readonly settings: (source: string) => Config;
  readonly tree: Tree;
}

/** The content of a tree. */
export function contentOf(tree: Tree): Content {
  const known = new Set(tree.paths);
  const settings = new Map<string, Config>();
  return {
    filesOf: (folder, taken) =>
      tree.paths.flatMap((path) => {
        const below = pathBelow(folder, path);
        return below !== null && taken(below) ? [below] : [];
      }),
    first: (folders, path) => folders.map((folder) => joinPath(folder, path)).find((each) => known.has(each)) ?? path,
    settings(source) {
      const read = settings.get(source) ?? pageSettings(tree, source);
      settings.set(source, read);
      return read;
    },
    tree,
  };
}

/** `GlobExcludeDefault` of `@docusaurus/utils`. */
const LEFT_OUT: readonly string[] = [
  '**/_*.{js,jsx,ts,tsx,md,mdx}',
  '**/_*/**',
  '**/*.test.{js,jsx,ts,tsx}',
  '**/__tests__/**',
];

/** The options `include` and `exclude` of a plugin. */
export function takenBy(options: Config, include: string): PathMatch {
  const wanted = 'include' in options ? textsAt(options, 'include') : [include];
  const left = 'exclude' in options ? textsAt(options, 'exclude') : LEFT_OUT;
  const takes = wanted.map((glob) => nodeGlob(glob, { dot: false }));
  const leaves = left.map((glob) => nodeGlob(glob));
  return (path) => takes.some((match) => match(path)) && !leaves.some((match) => match(path));
}
