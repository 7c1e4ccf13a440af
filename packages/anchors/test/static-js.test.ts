import { describe, expect, test } from 'vitest';
import { readStaticJs } from '../src/config/static-js.ts';

/** Each file exports the same object, in the ways that the generators' documentation shows. */
const SAME: readonly (readonly [what: string, text: string])[] = [
  ['a default export', `export default { base: '/x/' }`],
  ['a call around it', `import { defineConfig } from 'vitepress'\nexport default defineConfig({ base: '/x/' })`],
  ['several calls around it', `export default withPwa(withMermaid({ base: '/x/' }), 1)`],
  ['CommonJS', `module.exports = { base: '/x/' }`],
  ['CommonJS, by name', `const config = { base: '/x/' };\nmodule.exports = config;`],
  ['a compiled module', `exports.default = { base: '/x/' }`],
  ['a function', `export default () => ({ base: '/x/' })`],
  ['an asynchronous function', `module.exports = async function () { const a = await b(); return { base: '/x/' }; }`],
  [
    'a function that is called',
    `function make() { const config = { base: '/x/' }; return config; }\nexport default make()`,
  ],
  [
    'TypeScript: a type',
    `import type { Config } from 'x';\nconst config: Config = { base: '/x/' };\nexport default config;`,
  ],
  ['TypeScript: as', `export default { base: '/x/' as const } as Config`],
  ['TypeScript: satisfies', `export default { base: '/x/' } satisfies UserConfig<Theme>`],
  ['TypeScript: export =', `const config = { base: '/x/' };\nexport = config;`],
  ['a name', `const base = '/x/';\nexport default { base }`],
  ['a member of a known object', `const site = { base: '/x/' };\nexport default { base: site.base }`],
  ['a spread', `const shared = { base: '/x/' };\nexport default { ...shared }`],
  [
    'a spread of a call that changes nothing',
    `const shared = defineConfig({ base: '/x/' });\nexport default { ...shared }`,
  ],
  ['a template', 'const name = `x`;\nexport default { base: `/${name}/` }'],
  ['a sum', `const name = 'x';\nexport default { base: '/' + name + '/' }`],
  ['an environment variable with a default', `export default { base: process.env.BASE ?? '/x/' }`],
  ['a choice by the environment', `export default { base: process.env.NODE_ENV === 'production' ? '/x/' : '/' }`],
  ['Object.assign', `module.exports = Object.assign({ base: '/' }, { base: '/x/' })`],
  ['a computed key', `const key = 'base';\nexport default { [key]: '/x/' }`],
  ['a hashbang and a byte order mark of its own', `#!/usr/bin/env node\nexport default { base: '/x/' }`],
];

describe('reading a configuration without running it', () => {
  test.each(SAME)('reads %s', (_, text) => {
    expect(readStaticJs(text)).toEqual({ value: { base: '/x/' }, diagnostics: [] });
  });

  test('keeps calls and names in lists', () => {
    const text = `export default { integrations: [starlight({ title: 't', plugins: [links()] }), mdx, require.resolve('./own')] }`;
    expect(readStaticJs(text)).toEqual({
      value: {
        integrations: [
          { call: 'starlight', arguments: [{ title: 't', plugins: [{ call: 'links', arguments: [] }] }] },
          { name: 'mdx' },
          { call: 'require.resolve', arguments: ['./own'] },
        ],
      },
      diagnostics: [],
    });
  });

  test('reads the presets of Docusaurus', () => {
    const text = `module.exports = { presets: [['classic', /** @type {Options} */ ({ docs: { routeBasePath: '/' }, blog: false })]] }`;
    expect(readStaticJs(text).value).toEqual({ presets: [['classic', { docs: { routeBasePath: '/' }, blog: false }]] });
  });

  test('leaves out what a condition makes false', () => {
    const text = `const draft = false;\nexport default { plugins: ['a', draft && 'b', process.env.CI && 'c'].filter(Boolean) }`;
    expect(readStaticJs(text).value).toEqual({ plugins: ['a'] });
  });

  test("reads Eleventy's calls, its returned object, and the exported constant", () => {
    const text = `
      export default function (eleventyConfig) {
        eleventyConfig.addPassthroughCopy('img').addPassthroughCopy({ 'src/css': 'css' });
        eleventyConfig.ignores.add('drafts/**');
        eleventyConfig.addFilter('upper', (text) => text.toUpperCase());
        other.addPassthroughCopy('no');
      }
      export const config = { dir: { input: 'src' } };`;
    expect(readStaticJs(text)).toEqual({
      value: {
        dir: { input: 'src' },
        calls: [
          { call: 'addPassthroughCopy', arguments: ['img'] },
          { call: 'addPassthroughCopy', arguments: [{ 'src/css': 'css' }] },
          { call: 'ignores.add', arguments: ['drafts/**'] },
          { call: 'addFilter', arguments: ['upper', null] },
        ],
      },
      diagnostics: [],
    });
  });

  test('finds nothing amiss in a function that returns nothing', () => {
    expect(readStaticJs('export default (eleventyConfig) => {}')).toEqual({ value: {}, diagnostics: [] });
  });
});

describe('what only running tells', () => {
  const UNREAD: readonly (readonly [text: string, value: unknown, message: string])[] = [
    [
      `export default {\n  docs: { path: path.join(__dirname, 'x'), id: 'a' } }`,
      { docs: { id: 'a' } },
      'cannot read `docs.path` without running the configuration (line 2); it counts as not given',
    ],
    [
      `import { base } from './base.js';\nexport default { a: 1, base }`,
      { a: 1 },
      'cannot read `base` without running the configuration (line 2); it counts as not given',
    ],
    [
      `export default { ...shared, a: 1 }`,
      { a: 1 },
      'cannot read `...` without running the configuration (line 1); it counts as not given',
    ],
    [
      `export default { a: [1, x + 1, 3] }`,
      { a: [1, null, 3] },
      'cannot read `a[1]` without running the configuration (line 1); it counts as not given',
    ],
    [
      `const old = { rewrites: { a: 'b' } };\nexport default { ...old, rewrites(id) { return id } }`,
      {},
      'cannot read `rewrites` without running the configuration (line 2); it counts as not given',
    ],
    [
      `let base = '/a/';\nif (x) base = '/b/';\nexport default { base }`,
      {},
      'cannot read `base` without running the configuration (line 3); it counts as not given',
    ],
    [
      'export default { base: `/${name}/` }',
      {},
      'cannot read `base` without running the configuration (line 1); it counts as not given',
    ],
  ];

  test.each(UNREAD)('is left out of %j and said', (text, value, message) => {
    const read = readStaticJs(text);
    expect(read.value).toEqual(value);
    expect(read.diagnostics).toMatchObject([{ code: 'config/not-static', severity: 'info', message }]);
  });

  test('is said where nothing is exported', () => {
    expect(readStaticJs(`import a from './a.js';\nexport default a;`)).toMatchObject({
      value: {},
      diagnostics: [{ code: 'config/no-object', severity: 'warning' }],
    });
  });

  test('is an error where the file is no script', () => {
    expect(readStaticJs('export default {')).toMatchObject({
      value: {},
      diagnostics: [{ code: 'config/unparsable', severity: 'error' }],
    });
  });
});

/** Files that nobody wrote: deep, long, circular, growing. */
const HOSTILE: readonly (readonly [what: string, text: string])[] = [
  ['100,000 open brackets', `export default ${'['.repeat(100_000)}`],
  ['100,000 open braces', `export default ${'{a:'.repeat(100_000)}`],
  ['100,000 open parentheses', `export default ${'('.repeat(100_000)}`],
  ['100,000 open angles', `export default ${'<T>('.repeat(100_000)}`],
  ['nested generic arrows', `export default ${'<T>('.repeat(50)}${')'.repeat(50)}`],
  ['100,000 signs', `export default ${'!'.repeat(100_000)}1`],
  ['100,000 sums', `export default { a: ${'1+'.repeat(100_000)}1 }`],
  ['100,000 members', `export default { a: x${'.y'.repeat(100_000)} }`],
  ['100,000 links of a chain', `export default (c) => { c${'.a()'.repeat(100_000)} }`],
  ['100,000 choices', `export default { a: ${'0?1:'.repeat(100_000)}1 }`],
  ['a name bound to itself', `const a = a;\nexport default a;`],
  ['names bound to each other', `const a = { ...b }, b = { ...a };\nexport default a;`],
  ['a function that calls itself', `function f() { return f() }\nexport default f();`],
  ['lists that double', `${doubling((name, of) => `const ${name} = [...${of}, ...${of}];`)}\nexport default { a: a0 }`],
  ['objects that double', `${doubling((name, of) => `const ${name} = { x: ${of}, y: ${of} };`)}\nexport default a0`],
  ['texts that double', `${doubling((name, of) => `const ${name} = ${of} + ${of};`)}\nexport default { a: a0 }`],
  ['NUL bytes', `export default { a: '\0', \0 }`],
  ['an open text', `export default { a: '`],
  ['an open template', 'export default { a: `${'],
  ['an open comment', 'export default { a: /*'],
  ['a lone surrogate', `export default { a: '\ud800' }`],
  ['a key that is every object’s', `export default { __proto__: { a: 1 }, constructor: 1, ['__proto__']: 2 }`],
  ['nothing', ''],
];

function doubling(line: (name: string, of: string) => string): string {
  const lines = Array.from({ length: 60 }, (_, index) => line(`a${index}`, `a${index + 1}`));
  return [`const a60 = 'x';`, ...lines.reverse()].join('\n');
}

test.each(HOSTILE)('reading ends, and does not throw, for %s', (_, text) => {
  const { value, diagnostics } = readStaticJs(text);
  expect(typeof value).toBe('object');
  expect(diagnostics.length).toBeLessThanOrEqual(201);
  expect(({} as { readonly a?: unknown }).a).toBeUndefined();
});
