import { describe, expect, test } from 'vitest';
import { htmlParagraphs } from '../src/label/runs.ts';
import { wrapped } from '../src/label/wrap.ts';

const font = { family: 'Helvetica', size: 12, bold: false, italic: false };
const lines = (html: string, width: number | null = null) =>
  wrapped(htmlParagraphs(html, font), width).map(({ runs }) =>
    runs
      .map(({ text }) => text)
      .join('')
      .trim(),
  );

/** Expectations: as Chromium breaks lines. */
describe('the lines of a label', () => {
  test.each<readonly [what: string, html: string, width: number | null, expected: readonly string[]]>([
    ['are broken where they are full', 'one two three', 60, ['one two', 'three']],
    ['are never broken in a word', 'incomprehensible', 20, ['incomprehensible']],
    ['are broken behind a hyphen, not before a digit', 'end-to-end 1-2', 30, ['end-', 'to-', 'end', '1-2']],
    ['are broken between ideographs, not before their stops', '数据库。数据', 36, ['数据', '库。数', '据']],
    ['end at a break, and at a block', 'a<br>b<div>c</div>d', null, ['a', 'b', 'c', 'd']],
    ['are kept where a break follows a break', 'a<br><br>b', null, ['a', '', 'b']],
    ['lose white space as in a browser', '  a \n\t b  ', null, ['a b']],
    ['keep it where the style says so', '<div style="white-space: pre">a\nb</div>', null, ['a', 'b']],
    ['do not show scripts and styles', 'a<script>b</script><style>c</style>d', null, ['ad']],
    ['resolve character references', 'a &amp; b&nbsp;c', null, ['a & b\u00a0c']],
    ['are text where nothing is markup', 'a < b', null, ['a < b']],
  ])('%s', (_, html, width, expected) => expect(lines(html, width)).toEqual(expected));

  test.each<readonly [html: string, changes: object]>([
    ['<b>x</b>', { bold: true }],
    ['<i>x</i>', { italic: true }],
    ['<font size="5" face="Courier New">x</font>', { size: 24, family: 'Courier New' }],
    ['<span style="font-size: 150%; font-weight: 700">x</span>', { size: 18, bold: true }],
    ['<b>a<span style="font-weight: normal">x</span></b>', { bold: false }],
    ['<h1>x</h1>', { bold: true, size: 24 }],
  ])('%s sets %j', (html, changes) => {
    expect(htmlParagraphs(html, font)[0]?.runs.at(-1)?.font).toEqual({ ...font, ...changes });
  });

  test.each<readonly [what: string, html: string, below: number | undefined]>([
    ['the space below its last block', '<p>a</p><p>b</p>', 12],
    ['that of a block left open', '<p>a<p>b', 12],
    ['the larger where two end together', '<div style="margin-bottom: 30px"><p>a</p></div>', 30],
    ['none where text follows', '<p>a</p>b', undefined],
    ['none where the style takes it', '<p style="margin: 0">a</p>', undefined],
  ])('end with %s', (_, html, below) => {
    expect(wrapped(htmlParagraphs(html, font), null).at(-1)?.below).toBe(below);
  });

  test('stand in the font of their block, however small their text is', () => {
    const [line] = wrapped(htmlParagraphs('<h1><font style="font-size: 8px">a</font></h1>', font), null);
    expect(line?.strut?.size).toBe(24);
    expect(wrapped(htmlParagraphs('<div>a</div>', font), null)[0]?.strut).toBeUndefined();
  });

  test.each([
    '<b>'.repeat(100_000),
    '<'.repeat(100_000),
    '<div '.repeat(50_000),
    'a '.repeat(200_000),
    '数'.repeat(200_000),
    '-'.repeat(100_000),
  ])('end, whatever a stranger wrote', (html) => expect(Array.isArray(lines(html, 100))).toBe(true));
});
