import { describe, expect, test } from 'vitest';
import { idsBy, readerOf, type Row } from './support/ids.ts';

describe('VitePress 1.6', () => {
  test.each<Row>([
    ['joins what is no letter, and lowers', '# A & B: c_d-e!\n', ['a-b-c-d-e']],
    ['takes accents off', '# Größe é\n', ['große-e']],
    ['puts `_` before digits', '# 1.2 A\n', ['_1-2-a']],
    ['takes ids in braces', '## A {#my-id}\n', ['my-id']],
    ['numbers what was seen before', '# A\n\n# A\n', ['a', 'a-1']],
    ['reads containers', '::: tip\n\n## A\n\n:::\n', ['a']],
    ['takes ids of raw tags, and of components', '<div id="x">\n\n## A\n\n</div>\n', ['x', 'a']],
  ])('%s', async (_, page, expected) => expect(await idsBy('vitepress', page)).toEqual(expected));
});

describe('Eleventy 3.1', () => {
  test('has no ids of its own', async () => {
    expect(await idsBy('eleventy', '# A\n\n<a id="x"></a>\n')).toEqual(['x']);
  });

  test.each<Row>([
    ['makes slugs', '# A & B\n', ['a-and-b']],
    ['counts from two', '# A\n\n# A\n', ['a', 'a-2']],
    ['leaves ids that are written', '<h2 id="x">A</h2>\n', ['x']],
  ])('its plugin %s', async (_, page, expected) => expect(await idsBy('eleventy-idplugin', page)).toEqual(expected));

  test('markdown-it-anchor encodes the text', async () => {
    expect(await idsBy('markdown-it-anchor', '# Ä b\n\n# Ä b\n')).toEqual(['%C3%A4-b', '%C3%A4-b-1']);
  });

  test('templates are filled in before', async () => {
    expect(await idsBy('markdown-it-anchor', '---\na: X\n---\n# {{ a }}\n{% if b %}\n# no\n{% endif %}\n')).toEqual([
      'x',
    ]);
  });

  test('templates that fail are said', async () => {
    const { diagnostics } = (await readerOf('eleventy'))({ path: 'a.md', text: '{% if a %}\n' });
    expect(diagnostics).toMatchObject([{ code: 'liquid/failed' }]);
  });
});

describe('Hugo 0.167', () => {
  test.each<Row>([
    ['keeps letters, digits, `_` and `-`; each space is a hyphen', '# A & B: c_d-e!\n', ['a--b-c_d-e']],
    ['takes ids in braces', '## A {#my-id .x}\n', ['my-id']],
    ['numbers what was seen before', '# A\n\n# A\n', ['a', 'a-1']],
    ['leaves raw HTML out', '<a id="x"></a>\n\n# A\n', ['a']],
    ['does not take shortcodes for text', '{{< x >}}\n\n# A\n', ['a']],
    ['names footnotes', 'a[^1]\n\n[^1]: b\n', ['fnref:1', 'fn:1']],
  ])('%s', async (_, page, expected) => expect(await idsBy('hugo', page)).toEqual(expected));

  test.each<readonly [variant: string, page: string, ids: readonly string[]]>([
    ['hugo', '# Größe é\n', ['größe-é']],
    ['hugo-ascii', '# Größe é\n', ['groe-e']],
    ['hugo-blackfriday', '# A & B: c\n', ['a-b-c']],
    ['hugo-unsafe', '<a id="x"></a>\n\n# A\n', ['x', 'a']],
  ])('%s makes of %j %j', async (variant, page, expected) => expect(await idsBy(variant, page)).toEqual(expected));
});
