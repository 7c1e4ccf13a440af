import { describe, expect, test } from 'vitest';
import { idsBy, readerOf, type Row } from './support/ids.ts';

describe('GitHub', () => {
  test.each<Row>([
    ['lowers letters, drops marks, keeps each space', '# A & B: c_d-e!\n', ['a--b-c_d-e']],
    ['keeps letters of any script', '# Größe 中文 и ещё\n', ['größe-中文-и-ещё']],
    ['numbers what was seen before', '# A\n\n# A\n\n# A\n', ['a', 'a-1', 'a-2']],
    ['shows the text of links and code, not of pictures', '# [a](b) `c` ![d](e) *f*\n', ['a-c--f']],
    ['drops emoji', '# :rocket: a 🚀\n', ['rocket-a-']],
    ['takes ids and names of raw tags', '<a name="x"></a>\n\n<p id="y">\n', ['x', 'y']],
    ['gives raw headings ids', '<h2>The <b>x</b></h2>\n', ['the-x']],
    ['leaves code and front matter alone', '---\na: b\n---\n\n```\n# no\n```\n\n    # no\n\n# yes\n', ['yes']],
    ['takes headings in lists and quotes', '- # a\n\n> ## b\n', ['a', 'b']],
    ['underlines, and drops line ends', 'a\nb\n---\n', ['ab']],
  ])('%s', async (_, page, expected) => expect(await idsBy('github', page)).toEqual(expected));

  test('footnotes have ids at both ends', async () => {
    expect(await idsBy('github', 'a[^n]\n\n[^n]: b\n')).toEqual(['fnref-n', 'fn-n']);
  });
});

describe('GitLab', () => {
  test.each<Row>([
    ['keeps each space', '# A & B: c_d-e!\n', ['a--b-c_d-e']],
    ['keeps mere numbers', '# 1\n', ['1']],
    ['numbers what was seen before', '# A\n\n# A\n', ['a', 'a-1']],
  ])('%s', async (_, page, expected) => expect(await idsBy('gitlab', page)).toEqual(expected));
});

describe('Docusaurus', () => {
  test.each<Row>([
    ['takes the id in braces, as it is written', '## A {#My-Id}\n\n## B{#b}\n', ['My-Id', 'b']],
    ['numbers what was seen before', '## A\n\n## A\n', ['a', 'a-1']],
    ['gives headings of the first level none', '# A\n\n## B\n', ['b']],
    ['leaves modules and comments alone', 'import A from "./a";\n\n{/* ## no */}\n\n## Yes\n', ['yes']],
    ['reads Markdown between tags of JSX', '<Tabs id="t">\n\n## A\n\n</Tabs>\n', ['t', 'a']],
    ['reads callouts', ':::note\n\n## A\n\n:::\n', ['a']],
  ])('%s', async (_, page, expected) =>
    expect(await idsBy('docusaurus', page, { path: 'docs/page.mdx' })).toEqual(expected),
  );

  test('says where a page is no MDX', async () => {
    const read = await readerOf('docusaurus');
    expect(read({ path: 'a.mdx', text: '# A\n\n<b>\n' })).toMatchObject({
      value: [],
      diagnostics: [{ code: 'page/no-mdx', severity: 'error', span: { start: 5, end: 6 } }],
    });
  });

  test('refuses JavaScript that would take minutes', async () => {
    const read = await readerOf('docusaurus');
    const { diagnostics } = read({ path: 'a.mdx', text: `# ${'{'.repeat(20_000)}${'}'.repeat(20_000)}` });
    expect(diagnostics).toMatchObject([{ code: 'page/no-mdx' }]);
  });
});

describe('Astro', () => {
  test.each<Row>([
    ['uses the rule of GitHub', '# A & B\n\n# A & B\n', ['a--b', 'a--b-1']],
    ['takes ids of raw tags', '<a id="x"></a>\n\n# A\n', ['x', 'a']],
    ['prefixes footnotes', 'a[^n]\n\n[^n]: b\n', ['user-content-fnref-n', 'footnote-label', 'user-content-fn-n']],
  ])('%s', async (_, page, expected) => expect(await idsBy('astro', page)).toEqual(expected));

  test('Starlight has a heading of its own above the page', async () => {
    expect(await idsBy('starlight', '---\ntitle: T\n---\n\n## A\n')).toContain('a');
    expect(await idsBy('starlight', '---\ntitle: T\n---\n\n## A\n')).toContain('_top');
  });
});

describe('Gatsby', () => {
  test.each<Row>([
    ['uses the rule of GitHub', '# A & B\n', ['a--b']],
    ['numbers what was seen before', '# A\n\n# A\n', ['a', 'a-1']],
  ])('%s', async (_, page, expected) => expect(await idsBy('gatsby', page)).toEqual(expected));
});

describe('a page of any of them', () => {
  test.each(['github', 'gitlab', 'astro', 'gatsby', 'vitepress', 'eleventy', 'hugo', 'jekyll'])(
    'in %s has the lines of its headings',
    async (name) => {
      const read = await readerOf(name === 'eleventy' ? 'eleventy-idplugin' : name);
      const { value } = read({ path: 'page.md', text: '---\na: b\n---\n\n# One\n\ntext\n\n## The `x` *y*\n' });
      expect(value).toMatchObject([
        { text: 'One', level: 1, line: 5 },
        { text: 'The x y', level: 2, line: 9 },
      ]);
    },
  );
});
