import { describe, expect, test } from 'vitest';
import type { Cell, MxFile } from '@mxg/model';
import { decode, find, sourceFromText } from '@mxg/codec';

function read(xml: string) {
  const [diagram] = find(sourceFromText(xml)).value;
  if (diagram === undefined) throw new Error('no diagram');
  const { value, diagnostics } = decode(diagram);
  return { file: value as MxFile, codes: diagnostics.map(({ code, subject }) => [code, subject?.cell]) };
}

const inRoot = (cells: string) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel>`;
const cellsOf = (cells: string): readonly Cell[] => read(inRoot(cells)).file.pages[0]?.model?.cells ?? [];

describe('the typed model', () => {
  test('tells root, layers, vertices, edges and edge labels', () => {
    const cells = cellsOf(
      '<mxCell id="2" value="Hidden" parent="0" visible="0"/><mxCell id="a" vertex="1" parent="1"/><mxCell id="e" edge="1" parent="1" source="a" target="b"/>' +
        '<mxCell id="l" vertex="1" connectable="0" parent="e"/><mxCell id="g" parent="1"/>',
    );
    expect(cells.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      '0 root',
      '1 layer',
      '2 layer',
      'a vertex',
      'e edge',
      'l edge-label',
      'g plain',
    ]);
    expect(cells[2]).toMatchObject({ label: 'Hidden', visible: false });
    expect(cells[4]).toMatchObject({ source: 'a', target: 'b' });
    expect(cells[5]).toMatchObject({ connectable: false });
  });

  test('takes id, label, link, tooltip, tags, placeholders and properties from the wrapper', () => {
    const [, , cell] = cellsOf(
      '<object label="%owner%" link="#a" tooltip="t" tags="x  y" placeholders="1" owner="Ann" empty="" id="2">' +
        '<mxCell style="rounded=1" vertex="1" parent="1"/></object>',
    );
    expect(cell).toMatchObject({
      id: '2',
      wrapper: 'object',
      label: '%owner%',
      link: '#a',
      tooltip: 't',
      tags: ['x', 'y'],
      placeholders: true,
      properties: [
        { name: 'owner', value: 'Ann' },
        { name: 'empty', value: '' },
      ],
    });
  });

  test('reads elements of other authors as wrappers, with or without an mxCell inside', () => {
    const cells = cellsOf('<Task label="T" id="t"><mxCell vertex="1" parent="1"/></Task><Note label="N" id="n"/>');
    expect(cells.slice(2).map(({ id, wrapper, kind, label }) => [id, wrapper, kind, label])).toEqual([
      ['t', 'Task', 'vertex', 'T'],
      ['n', 'Note', 'plain', 'N'],
    ]);
  });

  test('reads geometry in full', () => {
    const [, , vertex, edge] = cellsOf(
      '<mxCell id="2" vertex="1" parent="1" collapsed="1"><mxGeometry x="-1.5" y="2e1" width="120" height="60" relative="1" as="geometry">' +
        '<mxRectangle x="1" y="2" width="3" height="4" as="alternateBounds"/><mxPoint x="5" y="6" as="offset"/></mxGeometry></mxCell>' +
        '<mxCell id="3" edge="1" parent="1"><mxGeometry relative="1" as="geometry"><mxPoint x="1" y="2" as="sourcePoint"/>' +
        '<mxPoint y="4" as="targetPoint"/><Array as="points"><mxPoint x="7" y="8"/><mxPoint x="9"/></Array></mxGeometry></mxCell>',
    );
    expect(vertex).toMatchObject({ collapsed: true });
    expect(vertex?.geometry).toEqual({
      x: -1.5,
      y: 20,
      width: 120,
      height: 60,
      relative: true,
      points: [],
      sourcePoint: null,
      targetPoint: null,
      offset: { x: 5, y: 6 },
      alternateBounds: { x: 1, y: 2, width: 3, height: 4 },
    });
    expect(edge?.geometry).toMatchObject({
      sourcePoint: { x: 1, y: 2 },
      targetPoint: { x: 0, y: 4 },
      points: [
        { x: 7, y: 8 },
        { x: 9, y: 0 },
      ],
    });
  });

  test('keeps what it does not know', () => {
    const [, , cell] = cellsOf(
      '<mxCell id="2" vertex="1" parent="1" __proto__="x" shape="y"><Thing a="1"><b/></Thing></mxCell>',
    );
    expect(cell?.unknownAttributes).toEqual([
      { name: '__proto__', value: 'x' },
      { name: 'shape', value: 'y' },
    ]);
    expect(cell?.unknownElements).toEqual(['<Thing a="1"><b/></Thing>']);
    expect(read('<mxGraphModel my="1"><root/></mxGraphModel>').file.pages[0]?.model?.unknownAttributes).toEqual([
      { name: 'my', value: '1' },
    ]);
  });

  test('takes the label of a value that is an element', () => {
    const [, , cell] = cellsOf('<mxCell id="2" vertex="1" parent="1"><Object label="V" as="value"/></mxCell>');
    expect(cell?.label).toBe('V');
  });

  test('gives settings as they are, null for what is not said', () => {
    const model = read(
      '<mxGraphModel dx="1" grid="0" gridSize="5" page="1" pageScale="1.5" background="#fff" math="0"><root/></mxGraphModel>',
    ).file.pages[0]?.model;
    expect(model?.settings).toMatchObject({
      dx: 1,
      dy: null,
      grid: false,
      gridSize: 5,
      guides: null,
      page: true,
      pageScale: 1.5,
      background: '#fff',
      math: false,
      shadow: null,
    });
  });

  test('gives pages with names, ids, storage and their other attributes', () => {
    const { file } = read(
      '<mxfile host="h" pages="9"><diagram name="A" id="a" x="1"><mxGraphModel><root/></mxGraphModel></diagram><diagram/></mxfile>',
    );
    expect(file.attributes).toEqual([
      { name: 'host', value: 'h' },
      { name: 'pages', value: '9' },
    ]);
    expect(
      file.pages.map(({ name, id, storage, attributes, model }) => [name, id, storage, attributes, model === null]),
    ).toEqual([
      ['A', 'a', 'elements', [{ name: 'x', value: '1' }], false],
      [null, null, 'empty', [], true],
    ]);
  });
});

describe('a model that is read with a warning', () => {
  test.each([
    ['two cells of one id', '<mxCell id="2"/><mxCell id="2"/>', [['model/duplicate-id', '2']]],
    ['a number that is none', '<mxCell id="2"><mxGeometry x="left" as="geometry"/></mxCell>', [['model/number', '2']]],
    ['no number at all', '<mxCell id="2"><mxGeometry width="NaN" as="geometry"/></mxCell>', [['model/number', '2']]],
    ['an id that draw.io cannot load', '<mxCell id="join"/>', [['model/reserved-id', 'join']]],
    ['cells without id', '<mxCell vertex="1" parent="1"/>', []],
    ['a parent that is missing', '<mxCell id="2" vertex="1" parent="9"/>', []],
    ['parents in a circle', '<mxCell id="2" vertex="1" parent="3"/><mxCell id="3" vertex="1" parent="2"/>', []],
  ])('has %s', (_, cells, codes) => {
    expect(read(inRoot(cells)).codes).toEqual(codes);
  });

  test('names page and place of what is wrong', () => {
    const text = `<mxfile><diagram name="P">${inRoot('<mxCell id="2"><mxGeometry x="left" as="geometry"/></mxCell>')}</diagram></mxfile>`;
    const [diagram] = find(sourceFromText(text)).value;
    const [warning] = diagram === undefined ? [] : decode(diagram).diagnostics;
    expect(warning?.subject).toEqual({ page: 'P', cell: '2' });
    expect(text.slice(warning?.span?.start, warning?.span?.end)).toBe('left');
  });
});

test.each([
  ['no root', '<mxGraphModel dx="1"></mxGraphModel>', 'payload/no-model'],
  ['another root', '<mxfile><diagram><svg/></diagram></mxfile>', 'payload/root'],
])('a model with %s gives none, and says so', (_, xml, code) => {
  const { file, codes } = read(xml);
  expect([file.pages[0]?.model, codes.map(([each]) => each)]).toEqual([null, [code]]);
});
