import { describe, expect, test } from 'vitest';
import { readConfPy } from '../src/config/conf-py.ts';
import { readJson } from '../src/config/json.ts';
import { readToml } from '../src/config/toml.ts';
import { readYaml } from '../src/config/yaml.ts';
import { frontMatterOf, withoutFrontMatter } from '../src/front-matter.ts';

describe('YAML', () => {
  test.each([
    ['a: b c\nd: 1\ne: true', { a: 'b c', d: 1, e: true }],
    ['date: 2024-01-02', { date: '2024-01-02' }],
    ['a: "b: c" # d', { a: 'b: c' }],
    ['a: &x {b: 1}\nc:\n  <<: *x\n  d: 2', { a: { b: 1 }, c: { b: 1, d: 2 } }],
    ['a: 1\na: 2', { a: 2 }],
    ['a: !ENV [NAME, b]\nc: !ENV NAME', { a: 'b', c: null }],
    ['a: !!python/name:x.y', { a: { python: 'x.y' } }],
    ['a: !!python/object/apply:x.y {kwds: {case: lower}}', { a: { python: 'x.y', kwds: { case: 'lower' } } }],
    ['a: !other b', { a: 'b' }],
    ['- a', {}],
    ['', {}],
  ])('%j is %j', (text, value) => expect(readYaml(text)).toEqual({ value, diagnostics: [] }));

  test.each([
    ['what is broken', 'a: b\nc: [d', { a: 'b', c: ['d'] }],
    ['what is nested too deeply', '['.repeat(20_000), {}],
    ['aliases that blow up', bomb(), {}],
  ])('%s is said, and never thrown', (_, text, value) => {
    const read = readYaml(text);
    expect(read.value).toEqual(value);
    expect(read.diagnostics[0]).toMatchObject({ severity: 'error', code: 'config/syntax' });
  });
});

/** A kilobyte that stands for a gigabyte. */
function bomb(): string {
  const rows = Array.from({ length: 9 }, (_, i) => `k${i + 1}: &k${i + 1} [${Array(9).fill(`*k${i}`).join(', ')}]`);
  return ['k0: &k0 x', ...rows].join('\n');
}

describe('TOML', () => {
  test('is data; dates become text', () => {
    expect(readToml('a = 1\n[b]\nc = 2024-01-02\n')).toEqual({
      value: { a: 1, b: { c: '2024-01-02' } },
      diagnostics: [],
    });
  });

  test('that is broken has a place', () => {
    expect(readToml('a = 1\nb = = 2\n')).toMatchObject({ value: {}, diagnostics: [{ span: { start: 10 } }] });
  });
});

describe('JSON', () => {
  test.each([
    ['{"a": [1]}', { a: [1] }],
    ['[1]', {}],
  ])('%s is %j', (text, value) => expect(readJson(text)).toEqual({ value, diagnostics: [] }));

  test('that is broken is said', () => {
    expect(readJson('{"a": ')).toMatchObject({ value: {}, diagnostics: [{ code: 'config/syntax' }] });
  });
});

describe('conf.py', () => {
  test.each([
    ["a = 'b'\nc = 1\nd = True\ne = None", { a: 'b', c: 1, d: true, e: null }],
    ["a: list[str] = ['b', \"c\",]\nd = ('e', 'f')", { a: ['b', 'c'], d: ['e', 'f'] }],
    ["a = {'b': {'c': [1, 2]}}  # d", { a: { b: { c: [1, 2] } } }],
    ["a = ('b'\n     'c')", { a: 'bc' }],
    ["if x:\n    a = 'no'\n", {}],
  ])('%j is %j', (text, value) => expect(readConfPy(text)).toEqual({ value, diagnostics: [] }));

  test('what has to be run is not read, and said', () => {
    expect(readConfPy("import os\na = os.environ['B']\nc = 'd'")).toMatchObject({
      value: { c: 'd' },
      diagnostics: [{ severity: 'info', message: expect.stringContaining('`a`') as string }],
    });
  });
});

describe('front matter', () => {
  test.each([
    ['---\na: b\n---\n# A', 'yaml', 'a: b', '# A'],
    ['\ufeff---\r\na: b\r\n---\r\n# A', 'yaml', 'a: b', '# A'],
    ['+++\na = 1\n+++\n# A', 'toml', 'a = 1', '# A'],
    ['---\n---\n# A', 'yaml', '', '# A'],
  ])('of %j is %s', (page, format, text, rest) => {
    const found = frontMatterOf(page);
    expect(found).toMatchObject({ format, text });
    expect(page.slice(found?.end)).toBe(rest);
    expect(withoutFrontMatter(page).split('\n')).toHaveLength(page.split('\n').length);
  });

  test.each(['# A\n---\n', '---\na: b\n', '--- a\n---\n', ' ---\n---\n'])('is not in %j', (page) => {
    expect(frontMatterOf(page)).toBeNull();
  });
});
