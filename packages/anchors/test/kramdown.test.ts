import { describe, expect, test } from 'vitest';
import { idsBy, readerOf, type Row } from './support/ids.ts';

describe('kramdown 2.5', () => {
  test.each<Row>([
    [
      'drops all before the first letter, keeps letters, digits, spaces and dashes of ASCII',
      '# 1. A & B: c_d-e!\n',
      ['a--b-cd-e'],
    ],
    ['is a word where nothing is left', '# 1\n\n# 2\n', ['section', 'section-1']],
    ['numbers what was seen before', '# A\n\n# A\n\n# A\n', ['a', 'a-1', 'a-2']],
    ['takes ids of attribute lists, before and behind', '{: #x}\n# A\n\n# B\n{: #y .z}\n', ['x', 'y']],
    ['takes ids in braces behind a header', '# A {#x}\n\n# B {#y}  \n', ['x', 'y']],
    ['wants an empty line before a header', 'text\n# no\n\n# Yes\n', ['yes']],
    ['needs no space behind the marks', '#A\n', ['a']],
    ['reads headers underlined', 'A\n=\n\nB\n-\n', ['a', 'b']],
    ['reads fences of tildes only', '~~~\n# no\n~~~\n\n# Yes\n', ['yes']],
    ['gives elements ids', '*a*{: #x}\n\ntext\n{: #y}\n', ['x', 'y']],
    ['takes ids of raw tags', '<div id="x">\n# no\n</div>\n\n<a name="y"></a>\n', ['x', 'y']],
    ['reads Markdown in tags that ask for it', '<div markdown="1" id="x">\n# A\n</div>\n', ['x', 'a']],
    ['names footnotes', 'a[^n]\n\n[^n]: b\n', ['fnref:n', 'fn:n']],
    ['leaves comments and `nomarkdown` out', '{::comment}\n# no\n{:/comment}\n\n# Yes\n', ['yes']],
    ['gives list items ids', '- {: #x} a\n- b\n', ['x']],
    ['gives no id to a header that says so', '{::options auto_ids="false" /}\n\n# A\n', []],
  ])('%s', async (_, page, expected) => expect(await idsBy('kramdown', page)).toEqual(expected));
});

describe('Jekyll 4.4', () => {
  test.each<Row>([
    ['uses the rule of GFM', '# 1. A & B: c_d-e!\n\n# Größe\n', ['1-a--b-c_d-e', 'größe']],
    ['wants no empty line before a header', 'text\n# Yes\n', ['yes']],
    ['wants a space behind the marks', '#no\n\n# Yes\n', ['yes']],
    ['reads fences of backquotes', '```\n# no\n```\n\n# Yes\n', ['yes']],
    ['fills templates in', '---\na: X\n---\n# {{ page.a }}\n{% if false %}\n# no\n{% endif %}\n', ['x']],
    ['takes what a template captures', '{% capture a %}B{% endcapture %}\n\n# {{ a }}\n', ['b']],
    [
      'leaves raw and comments of templates alone',
      '{% comment %}\n# no\n{% endcomment %}\n\n# {% raw %}{{ a }}{% endraw %}\n',
      ['-a-'],
    ],
    ['numbers what was seen before', '# A\n\n# A\n', ['a', 'a-1']],
  ])('%s', async (_, page, expected) =>
    expect(await idsBy('jekyll', page.startsWith('---') ? page : `---\n---\n${page}`)).toEqual(expected),
  );

  test.each([
    [{ kramdown: { auto_id_prefix: 'h-' } }, '# A\n', ['h-a']],
    [{ kramdown: { auto_ids: false } }, '# A\n', []],
    [{ kramdown: { input: 'kramdown' } }, '# 1 A\n', ['a']],
    [{ kramdown: { transliterated_header_ids: true, input: 'kramdown' } }, '# Größe\n', ['grosse']],
    [{ kramdown: { footnote_prefix: 'x-' } }, 'a[^1]\n\n[^1]: b\n', ['fnref:x-1', 'fn:x-1']],
  ])('with %j makes of %j %j', async (config, page, expected) =>
    expect(await idsBy('jekyll', `---\n---\n${page}`, { config })).toEqual(expected),
  );

  test('a template that cannot be read is said, and the headings are there', async () => {
    const read = await readerOf('jekyll');
    const { value, diagnostics } = read({ path: 'a.md', text: '---\n---\n# A\n\n{% if a %}\n' });
    expect(value).toMatchObject([{ id: 'a', line: 3 }]);
    expect(diagnostics).toMatchObject([{ code: 'liquid/failed', severity: 'error' }]);
  });
});
