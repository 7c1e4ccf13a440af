import { describe, expect, test } from 'vitest';
import { asciidoctorPages } from '../src/asciidoc/page.ts';
import { textGenerators, textVariants } from '../src/generators/text.ts';
import { mdbookPage } from '../src/mdbook/page.ts';
import { sphinxPages } from '../src/myst/sphinx-page.ts';
import { pandocReader } from '../src/pandoc/reader.ts';
import type { PageReader } from '../src/page.ts';

const idsBy =
  (read: PageReader, path: string) =>
  (text: string): readonly string[] =>
    read({ path, text }).value.map(({ id }) => id);

/** Input beside the ids that the real generator gives. */
type Row = readonly [what: string, page: string, ids: readonly string[]];

describe('mdBook 0.5.4', () => {
  const ids = idsBy(mdbookPage, 'page.md');
  test.each<Row>([
    ['keeps letters, digits, `_` and `-`; white space becomes hyphens', '# A & B_c d-e!\n', ['a--b_c-d-e']],
    ['numbers what is taken', '# Foo\n\n# Foo\n\n# Foo 1\n', ['foo', 'foo-1', 'foo-1-1']],
    ['takes the id that braces give', '## Bar {#my-id .cls}\n\nText {#no}\n', ['my-id']],
    ['takes names in definition lists', 'Term one\n: definition\n', ['term-one']],
    ['shows footnotes at the end', 'See[^n].\n\n[^n]: Note\n\n# End\n', ['fr-n-1', 'end', 'footnote-n']],
    ['finds ids of raw tags', '<a id="x"></a>\n\n# B <a name="y"></a>\n', ['x', 'b', 'y']],
    ['leaves code alone', '```\n# no\n```\n\n    # no\n', []],
  ])('%s', (_, page, expected) => expect(ids(page)).toEqual(expected));
});

describe('pandoc 3.11, `-f markdown`', () => {
  const ids = idsBy(pandocReader({}), 'page.md');
  test.each<Row>([
    ['begins with the first letter; keeps dots', '# 1.2 A.b & C\n', ['a.b-c']],
    [
      'is never empty, and takes what is free',
      '# 1\n\n# 2\n\n# Foo\n\n# Foo-1\n\n# Foo\n',
      ['section', 'section-1', 'foo', 'foo-1', 'foo-2'],
    ],
    ['wants a blank line above a heading, and no indentation', 'text\n# no\n\n # no\n\n# yes\n# and\n', ['yes', 'and']],
    ['underlines one line only', 'a\nb\n===\n\nc {#d}\n---\n', ['d']],
    ['gives headings the last id in braces', '## A {#b #c .d}\n\n## E {#f} ##\n', ['c', 'e-f']],
    ['takes fences only where they are closed', '```js\n# a\n\n## b\n', ['b']],
    [
      'numbers coloured listings and their lines',
      '```js\na\nb\n```\n\n```none\na\n```\n\n```{#x .sh}\na\n```\n',
      ['cb1', 'cb1-1', 'cb1-2', 'x', 'x-1'],
    ],
    ['reads Markdown behind the tag of a block', '<div id="a">\n## b\n</div>\n\ntext <p>\n## c\n', ['a', 'b', 'c']],
    ['reads none behind an inline tag', '<a id="a"></a>\n## b\n', ['a']],
    ['reads fenced divs', '::: {#a .b}\n## c\n:::\n\n::: d\ntext\n:::\n## e\n', ['a', 'c', 'e']],
    ['leaves out TeX and metadata', '---\na: b\n---\n\n# C \\foo{x} d\n\n\\begin{x}\n\n# no\n\n\\end{x}\n', ['c-d']],
    [
      'repeats notes for each reference',
      'a[^1] b[^1]\n\n[^1]: <i id="x"></i>\n',
      ['fnref1', 'fnref2', 'footnotes', 'fn1', 'x', 'fn2', 'x'],
    ],
    [
      'does not yet know references when it makes ids',
      '# [a][b] c[^1]\n\n[b]: x\n[^1]: y\n',
      ['ab-c1', 'fnref1', 'footnotes', 'fn1'],
    ],
  ])('%s', (_, page, expected) => expect(ids(page)).toEqual(expected));

  test('names emoji, and keeps digits, with gfm_auto_identifiers', () => {
    const gfm = idsBy(pandocReader({ from: 'markdown+gfm_auto_identifiers' }), 'page.md');
    expect(gfm('# 1.2 🚀 a\n\n# …\n')).toEqual(['12-rocket-a', 'section']);
  });
});

describe('pandoc 3.11, dialects of CommonMark', () => {
  const gfm = idsBy(pandocReader({ from: 'gfm' }), 'page.md');
  const extended = idsBy(pandocReader({ from: 'commonmark_x' }), 'page.md');
  test.each<Row>([
    ['counts headings of the same slug', '# foo-1\n\n# foo\n\n# foo\n', ['foo-1', 'foo', 'foo-1']],
    ['gives no id where nothing is left, but counts', '# …\n\n# …\n', ['-1']],
    ['names emoji', '# 🚀 :tada: 👍🏽\n', ['rocket-tada-1']],
    ['knows no attributes', '# A {#b}\n', ['a-b']],
    ['gives headings in footnotes none', 'a[^1]\n\n[^1]: # b\n', ['fnref1', 'footnotes', 'fn1']],
  ])('gfm: %s', (_, page, expected) => expect(gfm(page)).toEqual(expected));

  test.each<Row>([
    ['counts ids in braces first', '# Bar\n\n# Foo {#bar}\n\n# Bar\n', ['bar-1', 'bar', 'bar-2']],
    ['gives ids to anything', '*a*{#b} `c`{#d} [e](f){#g} [h]{#i}\n', ['b', 'd', 'g', 'i']],
    ['gives ids to the block below', '{#a .b}\ntext\n\n{#c}\n# D\n', ['a', 'c']],
    ['reads fenced divs', '::: {#a}\n\n# b\n\n:::\n', ['a', 'b']],
  ])('commonmark_x: %s', (_, page, expected) => expect(extended(page)).toEqual(expected));
});

describe('Sphinx 9.1, reStructuredText', () => {
  const ids = idsBy(sphinxPages({}), 'page.rst');
  test.each<Row>([
    ['makes single hyphens of all but letters and digits', 'A & B.c ß\n=========\n', ['a-b-c-sz']],
    ['numbers what is taken or empty', 'Foo\n===\n\nFoo\n===\n\n123\n===\n', ['foo', 'id1', 'id2']],
    ['hands targets on to what is below', '.. _one:\n.. _two:\n\nTitle\n=====\n', ['title', 'two', 'one']],
    [
      'keeps a target for the index where another follows',
      '.. index:: a\n.. index:: b\n\nText\n',
      ['index-0', 'index-1'],
    ],
    ['numbers references to footnotes', 'See [1]_.\n\n.. [1] Note\n', ['id1', 'id2']],
    [
      'describes functions, options, terms',
      '.. py:function:: a.b(c)\n\n.. option:: --d\n\n.. glossary::\n\n   e f\n      g\n',
      ['a.b', 'cmdoption-d', 'term-e-f'],
    ],
    [
      'knows productions',
      '.. productionlist:: group\n   a: b\n   c: d\n',
      ['grammar-token-group-a', 'grammar-token-group-c'],
    ],
    ['reads no comments and no listings', '.. comment\n\n   A\n   =\n\n::\n\n   B\n   =\n', []],
    ['finds ids of raw HTML', '.. raw:: html\n\n   <a id="x"></a>\n', ['x']],
  ])('%s', (_, page, expected) => expect(ids(page)).toEqual(expected));
});

describe('Sphinx 9.1 with MyST 5.1', () => {
  const ids = idsBy(sphinxPages({}), 'page.md');
  const extended = idsBy(sphinxPages({ myst_enable_extensions: ['colon_fence', 'dollarmath'] }), 'page.md');
  test.each<Row>([
    ['makes ids as docutils does', '# A_b c\n\n# A_b c\n', ['a-b-c', 'id1']],
    ['hands targets on to headings', '(my label)=\n# Title\n', ['title', 'my-label']],
    ['reads directives and their options', '```{note}\n:name: a\ntext\n```\n', ['a']],
    ['reads reStructuredText in directives', '```{eval-rst}\n.. _a:\n\nText\n```\n', ['a']],
    ['moves footnotes to the end', 'a[^1]\n\n[^1]: b\n\n# C\n', ['id1', 'c', 'id2']],
    ['keeps braces as text', '# A {#b}\n', ['a-b']],
  ])('%s', (_, page, expected) => expect(ids(page)).toEqual(expected));

  test('reads extensions where they are on', () => {
    const page = ':::{note}\n:name: a\ntext\n:::\n\n$$\nx\n$$ (eq)\n';
    expect(extended(page)).toEqual(['a', 'equation-eq']);
    expect(ids(page)).toEqual([]);
  });
});

describe('Asciidoctor 2.0', () => {
  const ids = idsBy(asciidoctorPages({}), 'page.adoc');
  const dashed = idsBy(asciidoctorPages({ attributes: { idprefix: '', idseparator: '-' } }), 'page.adoc');
  test.each<Row>([
    ['has a prefix and a separator', '== A B.c-d\n', ['_a_b_c_d']],
    ['numbers from 2', '== A\n\n== A\n\n== A 2\n', ['_a', '_a_2', '_a_2_2']],
    ['drops tags and references', '== `a` *b* & <c> "`d`" -- e\n', ['_a_b_c_de']],
    ['has a preamble below a title', '= T\n\nText\n\n== A\n', ['preamble', '_a']],
    [
      'takes ids from lines above, titles and text',
      '[#a]\n== B\n\n== C [[d]]\n\n[[e]]\nText [[f]] [#g]#h#\n',
      ['a', 'd', 'e', 'f', 'g'],
    ],
    ['reads no sections in blocks', '----\n== a\n----\n\n====\n== b\n====\n\ntext\n== c\n\n== D\n', ['_d']],
    ['reads discrete headings', '====\n[discrete]\n== A\n====\n', ['_a']],
    ['reads underlined titles', 'Abc\n---\n\nDef\n~~~~\n', ['_abc', '_def']],
    ['puts in attributes', ':v: 1.0\n\n== A {v} {none}\n', ['_a_1_0_none']],
    [
      'heeds attributes where they stand',
      '== A\n\n:!sectids:\n\n== B\n\n:sectids:\n:idprefix: x-\n\n== C\n',
      ['_a', 'x_c'],
    ],
    ['heeds conditions', ':a:\n\nifdef::a[]\n== B\nendif::[]\nifdef::c[]\n== D\nendif::[]\n', ['_b']],
    ['shows footnotes at the end', '== A footnote:[b]\n', ['_a_1', '_footnoteref_1', 'footnotes', '_footnotedef_1']],
    ['reads anchors in lists and tables', '* [[a]]b\n\n|===\n|[[c]]d\na|\n[[e]]\nf\n|===\n', ['a', 'c', 'e']],
    ['has a table of contents', '= T\n:toc:\n\n== A\n', ['toc', 'toctitle', '_a']],
    ['leaves pass-through text alone', 'a +[[b]]+ +++<i id="c"></i>+++\n', ['c']],
  ])('%s', (_, page, expected) => expect(ids(page)).toEqual(expected));

  test('takes prefix and separator from the site', () => {
    expect(dashed('== A B\n\n:idprefix: x\n\n== ( C\n')).toEqual(['a-b', 'c']);
  });

  test('tells line, level and text', () => {
    const { value } = asciidoctorPages({})({ path: 'a.adoc', text: '= T\n\n== A `b` & c\n\nText\nand [[d]]\n' });
    expect(value).toEqual([
      { id: '_a_b_c', text: 'A b & c', level: 2, line: 3 },
      { id: 'd', text: '', level: null, line: 6 },
    ]);
  });
});

const many = (text: string, count = 100_000): string => text.repeat(count);

describe('hostile pages', () => {
  const pages: Readonly<Record<string, string>> = {
    marks: ['[', '<', '*', '{', '_', '`', '$', '^[', '![', '[^', '\\', '&', '|', '#', '=', '-', ':', '\0']
      .map((mark) => many(mark))
      .join('\n\n'),
    'marks in headings': ['[a', '<a ', '`a ', '{#a}', '*a ']
      .map((mark) => `# ${many(mark, 20_000)}\n\n== ${many(mark, 20_000)}`)
      .join('\n\n'),
    'nested quotes': many('> ', 5000),
    'nested lists': Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth * 2)}- a`).join('\n'),
    'unclosed fences': many('```a\n', 20_000) + many('::: {#a}\n', 20_000) + many('~~~\n# a\n', 20_001),
    'unclosed tags': many('<div>', 20_000) + many('\n<!--', 20_000),
    'the same headings': many('# a {#b}\n\n== a\n\na\n=\n\n', 10_000),
    'targets and attributes': many('.. _a:\n', 20_000) + many(':a: {a}{a}\n', 100) + many('[[a]]\n', 20_000),
    'deep directives': Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}.. note::\n`).join('\n'),
  };
  const names = [...textGenerators, ...textVariants].map(({ name }) => name);

  test.each(names)(
    'never throw: %s',
    async (name) => {
      const variant = textVariants.find((each) => each.name === name);
      const generator = textGenerators.find((each) => each.name === (variant?.generator ?? name));
      const read = await generator?.reader(variant?.config ?? {});
      const path = name.startsWith('asciidoctor') ? 'a.adoc' : name === 'sphinx-rst' ? 'a.rst' : 'a.md';
      for (const text of Object.values(pages)) expect(Array.isArray(read?.({ path, text }).value)).toBe(true);
    },
    120_000,
  );
});
