import { decode, find, sourceFromText } from '@mxg/codec';
import { describe, expect, test } from 'vitest';
import { render } from '../src/index.ts';
import { safeStyle } from '../src/label/declarations.ts';
import { safeMarkup } from '../src/label/markup.ts';

describe('the markup of a label', () => {
  test.each([
    ['plain &amp; <b>bold', 'plain &amp; <b>bold</b>'],
    ['one<br>two<hr>', 'one<br/>two<hr/>'],
    ['<div></div><td></td>', '<div></div><td></td>'],
    ['<FONT COLOR="red" Face="Arial" onclick="x">a</FONT>', '<font color="red" face="Arial">a</font>'],
    ['<span style="color:red" class="a" id="b">a</span>', '<span style="color:red">a</span>'],
    ['<unknown><b>a</b></unknown>', '<b>a</b>'],
    ['a<script>x</script><style>x</style><iframe>x</iframe><svg><b>x</b></svg>b', 'ab'],
    ['<a href="guide.md">a</a>', '<a href="guide.md">a</a>'],
    ['<a href="https://a.org">a</a>', '<a href="https://a.org" target="_blank" rel="noopener">a</a>'],
    ['<a href="java&#9;script:x">a</a>', '<a>a</a>'],
    ['<img src="x" onerror="y"><img src="https://a.org/b.png">', ''],
    ['<img src="data:image/png,iVBORw0KGgo=" width="9">', '<img width="9" src="data:image/png;base64,iVBORw0KGgo="/>'],
  ])('%s becomes %s', (html, kept) => {
    expect(safeMarkup(html, true)).toBe(kept);
  });

  test('has no link where its cell is one', () => {
    expect(safeMarkup('<a href="a.html"><i>a</i></a>', false)).toBe('<i>a</i>');
  });

  test('is not deeper than readers of XML go', () => {
    const markup = safeMarkup('<div>'.repeat(100_000), true);
    expect(markup.match(/<div>/g)?.length).toBeLessThan(1000);
  });
});

test.each([
  ['color: RED !important; font-size:12px', 'color:RED;font-size:12px'],
  [
    'background-color: rgb(1, 2, 3); font-family: "Open Sans", \'x\'',
    'background-color:rgb(1, 2, 3);font-family:"Open Sans", \'x\'',
  ],
  ['background:url(x);color:u\\72l(x);width:expression(x);height:calc(1px);color:var(--x)', ''],
  ['position:fixed;z-index:9;transform:none;margin-left:-9px;margin:0 -9px', ''],
  ['margin:0 9px;color', 'margin:0 9px'],
])('of the style `%s` `%s` is kept', (style, kept) => {
  expect(safeStyle(style)).toBe(kept);
});

function svgOf(style: string): string {
  const cell = `<mxCell id="a" value="&lt;b&gt;A&lt;/b&gt;" style="${style}" vertex="1" parent="1"><mxGeometry width="100" height="60" as="geometry"/></mxCell>`;
  const xml = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cell}</root></mxGraphModel>`;
  const [diagram] = find(sourceFromText(xml)).value;
  const file = diagram === undefined ? null : decode(diagram).value;
  return file === null ? '' : render(file, { labels: 'html' }).value;
}

test('a label as HTML stands beside the same as text, for readers that show no HTML', () => {
  expect(svgOf('html=1;')).toMatch(
    /<switch><foreignObject [^]*><b>A<\/b><[^]*<\/foreignObject><g><g [^>]*><text [^]*>A</,
  );
  expect(svgOf('html=0;')).not.toContain('foreignObject');
});
