import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Who may import whom, as the design draws it; a package that is missing here may import nothing. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  codec: ['@mxg/model', 'pako'],
  'stage-graph': ['@mxg/model', 'flatbush', 'flatqueue', 'htmlparser2'],
  anchors: [
    '@mdit-vue/shared',
    '@mxg/model',
    '@sindresorhus/slugify',
    '@sveltejs/acorn-typescript',
    'acorn',
    'acorn-jsx',
    'entities',
    'fastest-levenshtein',
    'github-slugger',
    'htmlparser2',
    'liquidjs',
    'markdown-it',
    'markdown-it-attrs',
    'markdown-it-emoji',
    'mdast',
    'remark-directive',
    'remark-gfm',
    'remark-mdx',
    'remark-parse',
    'smol-toml',
    'any-ascii',
    'unified',
    'yaml',
  ],
  lint: ['@mxg/anchors', '@mxg/codec', '@mxg/model', '@mxg/stage-graph', 'htmlparser2', 'picomatch'],
  svg: ['@mxg/codec', '@mxg/model', 'fast-xml-parser', 'htmlparser2'],
  'remark-lint-mxg': ['mxg', 'vfile'],
  cli: [
    '@mxg/anchors',
    '@mxg/codec',
    '@mxg/lint',
    '@mxg/model',
    '@mxg/stage-graph',
    '@mxg/svg',
    '@resvg/resvg-js',
    'commander',
    'diff',
    'ignore',
    'jiti',
    'jsonc-parser',
    'tinyglobby',
  ],
};

/** The packages that know files, arguments and exit codes. */
const RIM = new Set(['cli']);

const sources = globSync('packages/*/src/**/*.ts', { cwd: root }).map((path) => path.split('\\').join('/'));

function importsOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8');
  return [...text.matchAll(/(?:^|\s)(?:import|export)\b[^;'"]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g)].map(
    (found) => found[1] ?? found[2] ?? '',
  );
}

describe('the layers', () => {
  test('are told from every source file', () => {
    expect(sources.length).toBeGreaterThan(40);
  });

  test.each(sources)('%s imports only what its package may', (path) => {
    const name = path.split('/')[1] ?? '';
    const foreign = importsOf(path).filter((specifier) => !specifier.startsWith('.'));
    const allowed = (specifier: string) =>
      MAY_IMPORT[name]?.includes(specifier) === true || (RIM.has(name) && specifier.startsWith('node:'));
    expect(foreign.filter((specifier) => !allowed(specifier))).toEqual([]);
  });

  test.each(sources)('%s stays inside its package', (path) => {
    const home = path.split('/').slice(0, 2).join('/');
    const places = importsOf(path)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) =>
        relative(root, join(root, dirname(path), specifier))
          .split('\\')
          .join('/'),
      );
    expect(places.filter((place) => !place.startsWith(`${home}/`))).toEqual([]);
  });

  test('have no cycle between files', () => {
    const graph = new Map(
      sources.map((path) => [
        path,
        importsOf(path)
          .filter((specifier) => specifier.endsWith('.ts') && specifier.startsWith('.'))
          .map((specifier) => join(dirname(path), specifier).split('\\').join('/')),
      ]),
    );
    expect(cycleIn(graph)).toBeNull();
  });
});

/** The files of a cycle, or null. */
function cycleIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): readonly string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...way, file]);
      if (cycle !== null) return cycle;
    }
    done.add(file);
    return null;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle !== null) return cycle;
  }
  return null;
}
