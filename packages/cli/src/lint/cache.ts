import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Tree } from '@mxg/anchors';
import type { FileResult } from './run.ts';

/** Results of an earlier run that may be used again. */
export interface LintCache {
  readonly get: () => readonly FileResult[] | null;
  readonly put: (results: readonly FileResult[]) => void;
}

/** What decides on the result of a run besides the tree. */
export interface CacheKey {
  readonly version: string;
  readonly paths: readonly string[];
  /** Text of the configuration and all options. */
  readonly settings: string;
}

/** Whose content may change where a link leads; of all other files the name alone does. */
const READ =
  /\.(?:mdx?|markdown|html?|rst|adoc|asciidoc|txt|ya?ml|toml|json|jsonc|[cm]?[jt]s|py|vue|astro|svelte|njk|liquid|svg|xml|drawio|dio)$/i;

/**
 * A result hangs on the whole tree, for any page may hold the heading that a link means: one result is kept for its content (names and
 * bytes, no times, so that a fresh checkout finds it).
 */
export function lintCache(path: string, root: string, tree: Tree, key: CacheKey): LintCache {
  const own = relative(root, path).split(sep).join('/');
  const content = contentOf(
    root,
    tree.paths.filter((each) => each !== own),
    key,
  );
  return {
    get: () => {
      if (!existsSync(path)) return null;
      try {
        const stored = JSON.parse(readFileSync(path, 'utf8')) as {
          readonly content: string;
          readonly results: readonly FileResult[];
        };
        return stored.content === content ? stored.results : null;
      } catch {
        return null; // another version's, or cut off: it is written anew
      }
    },
    put: (results) => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, JSON.stringify({ content, results }));
    },
  };
}

function contentOf(root: string, paths: readonly string[], { version, paths: asked, settings }: CacheKey): string {
  const hash = createHash('sha256').update(JSON.stringify([version, asked, settings]));
  const linted = new Set(asked);
  for (const path of paths) {
    hash.update(`\0${path}\0`);
    if (READ.test(path) || linted.has(path)) hash.update(bytesOf(join(root, path)));
  }
  return hash.digest('hex');
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    return new Uint8Array(); // gone, or not allowed
  }
}
