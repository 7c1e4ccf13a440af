import { describe, expect, test } from 'vitest';
import { mkdocsPages } from '../src/python-markdown/page.ts';

const EXTRA = [
  'attr_list',
  'admonition',
  'def_list',
  'footnotes',
  'md_in_html',
  'pymdownx.superfences',
  'pymdownx.details',
  'pymdownx.tabbed',
  'pymdownx.emoji',
  'pymdownx.tilde',
];
const plain = mkdocsPages({});
const extra = mkdocsPages({ markdown_extensions: EXTRA });
const ids = (read: typeof plain, text: string) => read({ path: 'a.md', text }).value.map(({ id }) => id);

/** Expectations: Python-Markdown 3.10.3, pymdown-extensions 11.0.1 and their documentation. */
describe('Python-Markdown', () => {
  test.each<[what: string, text: string, ids: string[]]>([
    ['headings need no space and no empty line before', 'Text\n#One\nmore\n## Two ##\nend', ['one', 'two']],
    ['underlined headings stand at the beginning of a block only', 'One\n===\n\nText\nTwo\n---\n', ['one']],
    ['a rule may be anywhere', 'a\n- - -\n# B', ['b']],
    ['a heading that ends in a backslash is none', '# One\\\n# Two', ['two']],
    ['accents go, other letters are dropped', '# Größe & Maß\n\n# 中文', ['groe-ma', '_1']],
    ['spaces and dashes are joined', '# a -- b   c', ['a-b-c']],
    ['duplicates count on from a number at the end', '# a\n\n# a\n\n# a_1\n\n# a', ['a', 'a_1', 'a_2', 'a_3']],
    ['four spaces make code, also in quotes', '> # Q\n>\n>     # code\n\n    # code', ['q']],
    ['lists hold headings', '- # One\n- text\n\n    # Two\n\n1. x\n    - # Three', ['one', 'two', 'three']],
    ['a fence is closed by the very same marks', '```py\n# no\n````\n# no\n```\n# Yes', ['yes']],
    ['a fence with words behind its language is none', '```py title=x\n# Yes\n```', ['yes']],
    ['a fence that is never closed is text', '```\n# Yes', ['yes']],
    ['a fence may have an id', '``` { .py #code }\nx\n```', ['code']],
    [
      'raw HTML ends where its tag is closed, not at an empty line',
      '<div id="d">\n\n# no\n\n</div>\n\n# Yes',
      ['d', 'yes'],
    ],
    ['raw HTML that is never closed takes all', '# One\n\n<div>\n\n# no', ['one']],
    ['a comment is no heading', '<!--\n# no\n-->\n\n# Yes', ['yes']],
    ['an inline tag is no block', '<a id="x"></a>\n# One <a name="y"></a>', ['x', 'one', 'y']],
    ['code hides tags', '`<a id="x"></a>`\n\n# `a` *b* _c_ ~~d~~', ['a-b-c-d']],
    ['emphasis goes, underscores in words stay', '# _a_ b_c_d __e__ \\_f\\_', ['a-b_c_d-e-_f_']],
    ['links show their text, images nothing', '# [A](b "t") [C][d] [e] ![f](g)\n\n[d]: x\n[e]: <y>\n', ['a-c-e']],
    ['a link that is not defined is text', '# [A][b]', ['ab']],
    ['entities are resolved', '# a &amp; b &eacute; &#99;', ['a-b-e-c']],
    ['an address is text', '# <https://example.org/a>', ['httpsexampleorga']],
    ['front matter is taken away', '---\ntitle: x\n---\n# One', ['one']],
    ['so is MultiMarkdown, which a sentence may look like', 'Note: x\n\n# One', ['one']],
    ['tables hold ids, and are no headings', 'a | b\n--- | ---\n<i id="c"></i> | d', ['c']],
    ['callouts and braces mean nothing without their extensions', '!!! note\n    # x\n\n# A {#b}', ['a-b']],
  ])('%s', (_, text, wanted) => {
    expect(ids(plain, text)).toEqual(wanted);
  });

  test.each<[what: string, text: string, ids: string[]]>([
    ['an id is set in braces, and kept from others', '# A\n\n# B {#a}\n\n# C {: .x #c }', ['a_1', 'a', 'c']],
    ['braces in braces are text', '# A {#b} {#c}', ['a-b-c']],
    ['an element or a block may have an id', '*a*{: #x } `b`{#y}\n{: #p }', ['p', 'x', 'y']],
    ['callouts hold headings', '!!! note "T"\n    # One\n\n    # Two\n\n??? x\n    # Three', ['one', 'two', 'three']],
    [
      'tabs have inputs with ids',
      '=== "A"\n\n    # One\n\n=== "B"\n\n    # Two',
      ['__tabbed_1_1', 'one', '__tabbed_1_2', 'two'],
    ],
    ['HTML may hold Markdown', '<div markdown id="d">\n\n# One\n\n</div>', ['d', 'one']],
    ['fences may be nested', '- a\n\n    ```\n    # no\n    ```\n\n# Yes', ['yes']],
    ['an open fence hides the later ones', '```\n\n~~~\n# Yes\n~~~', ['yes']],
    [
      'footnotes have ids at both ends',
      'a[^x] b[^x]\n\n# H[^x]\n\n[^x]: # N\n',
      ['fnref:x', 'fnref2:x', 'h', 'fnref3:x', 'fn:x', 'n'],
    ],
    ['definitions hold headings', 'term\n:   # One\n\n    # Two\n', ['one', 'two']],
    ['emoji are pictures', '# :rocket: Start ~~old~~', ['start-old']],
  ])('with its extensions: %s', (_, text, wanted) => {
    expect(ids(extra, text)).toEqual(wanted);
  });

  test.each<[function_: unknown, text: string, id: string]>([
    [{ python: 'pymdownx.slugs.slugify', kwds: { case: 'lower' } }, 'A -- Größe & B', 'a----größe--b'],
    [{ python: 'pymdownx.slugs.slugify', kwds: { case: 'lower', percent_encode: true } }, 'é', '%C3%A9'],
    [{ python: 'pymdownx.slugs.slugify' }, 'A B', 'A-B'],
    [{ python: 'pymdownx.slugs.uslugify' }, 'A É', 'a-é'],
    [{ python: 'pymdownx.slugs.gfm' }, 'A É', 'a-É'],
    ['markdown.extensions.toc.slugify_unicode', 'A É', 'a-é'],
  ])('%j makes of `%s` `%s`', (slugify, text, id) => {
    expect(ids(mkdocsPages({ markdown_extensions: [{ toc: { slugify } }] }), `# ${text}`)).toEqual([id]);
  });

  test('a function that is not known is said', () => {
    const read = mkdocsPages({ markdown_extensions: [{ toc: { slugify: { python: 'my.slug' } } }] });
    expect(read({ path: 'a.md', text: '# A' })).toMatchObject({
      value: [{ id: 'a' }],
      diagnostics: [{ code: 'config/unknown-slugify' }],
    });
  });

  test('text, level and line are those of the page', () => {
    expect(plain({ path: 'a.md', text: '---\na: b\n---\n\n<p>\n\n</p>\n## The `x` *y*\n' }).value).toEqual([
      { id: 'the-x-y', text: 'The x y', level: 2, line: 8 },
    ]);
  });

  test.each<[what: string, text: string]>([
    ['brackets', '['.repeat(100_000)],
    ['tags', '<a '.repeat(100_000)],
    ['open tags', '<div>'.repeat(50_000)],
    ['tags that close others', `<div>${'<b>'.repeat(50_000)}${'</i>'.repeat(50_000)}`],
    ['quotes', '>'.repeat(100_000)],
    ['stars', `# ${'*a'.repeat(50_000)}`],
    ['underscores', `# ${'_'.repeat(100_000)}`],
    ['marks of code', `# ${'`a``b'.repeat(30_000)}`],
    ['hashes', `# ${'#'.repeat(100_000)}x`],
    ['backslashes', `# ${'\\'.repeat(100_001)}`],
    ['headings without an empty line', '# a\n'.repeat(20_000)],
    ['list marks', '- '.repeat(20_000)],
    ['nested items', Array.from({ length: 500 }, (_, i) => `${'    '.repeat(i)}- a`).join('\n')],
    ['fences', '```\n~~~\n'.repeat(20_000)],
    ['callouts', '!!! a\n'.repeat(20_000)],
    ['braces', `# ${'{#a '.repeat(20_000)}`],
    ['bars', `${'|'.repeat(50_000)}\n${'|'.repeat(50_000)}`],
    ['footnotes', '[^a]: x\n'.repeat(20_000)],
    ['NUL and placeholders', '\0\u00020\u0003 # a\n\n# \u00020\u0003'],
  ])('many %s end somewhere', (_, text) => {
    expect(Array.isArray(extra({ path: 'a.md', text }).value)).toBe(true);
  });
});
