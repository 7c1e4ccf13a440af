import { decode, find, sourceFromText } from '@mxg/codec';
import { extract, type Link, type LinkKind } from '@mxg/stage-graph';
import type { MxFile } from '@mxg/model';
import { describe, expect, test } from 'vitest';
import { readAction, readHref } from '../src/links/href.ts';

// How browsers read them: `protocol`, `host` and `hash` of an `<a>` in Chromium 156
describe('a link', () => {
  test.each<[href: string, kind: LinkKind, path: string | null, fragment: string | null]>([
    ['#a', 'anchor', '', 'a'],
    ['#', 'anchor', '', ''],
    ['?q#f', 'anchor', '?q', 'f'],
    ['a.md#b', 'anchor', 'a.md', 'b'],
    ['../a/#b#c', 'anchor', '../a/', 'b#c'],
    ['/a/b', 'page', '/a/b', null],
    ['', 'page', '', null],
    [' \t', 'page', '', null],
    ['a b.md#c d', 'anchor', 'a b.md', 'c d'],
    ['a%20b#%C3%A4%zz', 'anchor', 'a%20b', '%C3%A4%zz'],
    ['ä/日本.md#ü', 'anchor', 'ä/日本.md', 'ü'],
    // A joiner is a letter of the heading in Persian and in Hindi: it must not be lost.
    ['#می\u200cخواهم-क\u094d\u200dष', 'anchor', '', 'می\u200cخواهم-क\u094d\u200dष'],
    [' a.md#b\n', 'anchor', 'a.md', 'b'],
    ['a\nb#c\td', 'anchor', 'ab', 'cd'],
    ['http://a/b#c', 'external', 'http://a/b', 'c'],
    ['HTTPS://a', 'external', 'HTTPS://a', null],
    ['//host/a#b', 'external', '//host/a', 'b'],
    ['\\\\host\\a', 'external', '\\\\host\\a', null],
    ['/\\host', 'external', '/\\host', null],
    ['C:\\path', 'external', 'C:\\path', null],
    ['file:///a', 'external', 'file:///a', null],
    ['ftp://a', 'external', 'ftp://a', null],
    ['tel:+1', 'external', 'tel:+1', null],
    ['mailto:a@b', 'mail', null, null],
    [' MailTo:a@b#c', 'mail', null, null],
    ['data:page/id,p', 'diagram-page', 'p', null],
    ['data:page/id,', 'diagram-page', '', null],
    ['DATA:page/id,P#1', 'diagram-page', 'P#1', null],
    ['data:action/json,{}', 'action', null, null],
    ['./javascript:x', 'page', './javascript:x', null],
    ['#javascript:x', 'anchor', '', 'javascript:x'],
    ['%6aavascript:x', 'page', '%6aavascript:x', null],
    ['1a:x', 'page', '1a:x', null],
    [':x', 'page', ':x', null],
  ])('%j is of the kind %s', (href, kind, path, fragment) => {
    expect(readHref(href)).toEqual({ kind, path, fragment });
  });

  test.each([
    'javascript:x',
    'JaVaScRiPt:x',
    'java\tscript:x',
    'java\r\nscript:x',
    '\njavascript\n:x',
    '  javascript:x',
    '\u0001\u001fjavascript:x',
    // Not run by browsers, but meant to look like something else.
    'java\u0000script:x',
    'java\u200bscript:x',
    '\u200b\u00a0javascript:x',
    'java\u00ad\u2060\u2062\ufe0fscript:x',
    'vbscript:x',
    'data:text/html,<script>x</script>',
    'data:image/svg+xml,x',
    'data:x',
    'da\u200bta:page/id,p',
    'view-source:javascript:x',
    'blob:x',
    'a.md:3',
  ])('%j is unsafe', (href) => {
    expect(readHref(href)).toEqual({ kind: 'unsafe', path: null, fragment: null });
  });

  test('a megabyte of blanks is read in one go', () => {
    expect(readHref(`a${' '.repeat(1 << 20)}b`).kind).toBe('page');
  });
});

const action = (...actions: unknown[]) => `data:action/json,${JSON.stringify({ title: 't', actions })}`;

test.each<[name: string, href: string, opened: string[]]>([
  ['one', action({ open: '#a' }), ['#a']],
  ['several, in order, between others', action({ open: '#a' }, { toggle: {} }, { open: 'b' }), ['#a', 'b']],
  ['a link that it holds, not what that opens', action({ open: action({ open: '#a' }) }), [action({ open: '#a' })]],
  ['none, but a list of other things', action(null, 1, 'open', [], { open: 1 }), []],
  ['none: no JSON', 'data:action/json,{"actions":[{"open":"#a"}', []],
  ['none: no object', 'data:action/json,null', []],
  ['none: no list', 'data:action/json,{"actions":{"open":"#a"}}', []],
  ['none: no action', '#a', []],
  ['none: an action further behind', `#${action({ open: '#a' })}`, []],
  ['one, however the link is written', ` DATA:act\nion/json,{"actions":\n[{"open":"#a"}]}`, ['#a']],
])('a custom action opens %s', (_, href, opened) => {
  expect(readAction(href)?.opens ?? []).toEqual(opened);
});

test.each<[name: string, steps: unknown[], cells: string[]]>([
  [
    'of every kind of step',
    [{ toggle: { cells: ['a'] } }, { show: { cells: ['b', 'c'], tags: ['t'] } }],
    ['a', 'b', 'c'],
  ],
  [
    'no others',
    [{ open: '#a' }, { hide: { tags: ['t'] } }, { scroll: { cells: 'a' } }, { select: { cells: [1] } }],
    [],
  ],
])('a custom action names the cells %s', (_, steps, cells) => {
  expect(readAction(action(...steps))?.cells).toEqual(cells);
});

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const cell = (id: string, link: string, label = '', parent = '1') =>
  `<object label="${escaped(label)}" link="${escaped(link)}" id="${id}"><mxCell style="html=1" vertex="1" parent="${parent}">` +
  '<mxGeometry width="80" height="40" as="geometry"/></mxCell></object>';

function linksOf(cells: string): readonly Link[] {
  const model = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="h" parent="0" visible="0"/>${cells}</root></mxGraphModel>`;
  const source = sourceFromText(`<mxfile><diagram id="p">${model}</diagram><diagram id="q" name="Two"/></mxfile>`);
  const [diagram] = find(source).value;
  if (diagram === undefined) throw new Error('no diagram');
  return extract(decode(diagram).value as MxFile).links;
}
const told = (cells: string) => linksOf(cells).map(({ cell: on, at, kind, href }) => [on, at, kind, href]);

describe('the links of a page', () => {
  test('come from the cell, then from its label, in document order', () => {
    const label = 'a <a href="b&amp;c">B</a> <a href="java&#9;script:x">C</a> <a>D</a>';
    expect(told(cell('x', '#a', label) + cell('y', 'd.md'))).toEqual([
      ['x', 'cell', 'anchor', '#a'],
      ['x', 'label', 'page', 'b&c'],
      ['x', 'label', 'unsafe', 'java\tscript:x'],
      ['y', 'cell', 'page', 'd.md'],
    ]);
  });

  test('say what is clicked: the cell, or the words between the tags', () => {
    const links = linksOf(cell('x', '#a', '<b>One</b> &amp; <a href="#b">two</a>'));
    expect(links.map(({ label, owner }) => [label, owner])).toEqual([
      ['One & two', 'x'],
      ['two', 'x'],
    ]);
  });

  test('are those of edges, too', () => {
    const edge = '<UserObject label="" link="#e" id="e"><mxCell edge="1" parent="1"/></UserObject>';
    expect(told(edge)).toEqual([['e', 'cell', 'anchor', '#e']]);
  });

  test('to a page of the file know it; to others they know none', () => {
    expect(linksOf(cell('x', 'data:page/id,q') + cell('y', 'data:page/id,gone')).map((link) => link.page)).toEqual([
      { index: 1, id: 'q', name: 'Two' },
      null,
    ]);
  });

  test('of an action are opened up, actions within actions as well', () => {
    const inner = action({ open: 'javascript:x' }, { open: 'data:page/id,q' });
    const outer = action({ open: '#a' }, { open: inner });
    expect(told(cell('x', outer))).toEqual([
      ['x', 'cell', 'action', outer],
      ['x', 'action', 'anchor', '#a'],
      ['x', 'action', 'action', inner],
      ['x', 'action', 'unsafe', 'javascript:x'],
      ['x', 'action', 'diagram-page', 'data:page/id,q'],
    ]);
  });

  test('of hidden cells are marked; an empty one of a cell is none', () => {
    expect(linksOf(cell('x', '#a', '', 'h') + cell('y', '')).map(({ href, hidden }) => [href, hidden])).toEqual([
      ['#a', true],
    ]);
  });
});
