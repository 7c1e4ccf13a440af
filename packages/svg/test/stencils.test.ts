import { decode, find, sourceFromText } from '@mxg/codec';
import { geometry, readStencils, render, type StencilLibrary } from '../src/index.ts';
import { deflateRaw } from 'pako';
import { describe, expect, test } from 'vitest';

/** The picture of one cell, 100 × 50 px at the page's corner. */
function drawn(style: string, stencils?: StencilLibrary) {
  const [diagram] = find(
    sourceFromText(
      `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" style="${style}" vertex="1" parent="1"><mxGeometry width="100" height="50" as="geometry"/></mxCell></root></mxGraphModel>`,
    ),
  ).value;
  const file = diagram === undefined ? null : decode(diagram).value;
  if (file === null) throw new Error('cannot decode the test model');
  const options = stencils === undefined ? {} : { stencils };
  return { ...render(file, options), geometry: geometry(file, options).cells[0] };
}

/** The paths, texts and images that a stencil of 10 × 10 units gives, in order. */
const elementsOf = (steps: string, { attributes = 'w="10" h="10"', style = '' } = {}): readonly string[] => {
  const { value } = readStencils([
    `<shapes name="Test"><shape name="A b" ${attributes}><foreground>${steps}</foreground></shape></shapes>`,
  ]);
  const svg = drawn(`shape=test.a_b;${style}`, value).value;
  return [...svg.matchAll(/<(?:path|text|image) [^>]*>/g)].map(([element]) =>
    element.replace(/ stroke-miterlimit="10"/, ''),
  );
};

const LINE = '<path><move x="1" y="2"/><line x="3" y="4"/></path><stroke/>';

describe('a stencil library', () => {
  test('is asked for a shape by the names of both, in small letters and without spaces', () => {
    const { value, diagnostics } = readStencils([
      '<shapes name="mxgraph.Test"><!-- <shape name="no"/> --><shape name="Big House" w="1" h="1"><foreground/></shape></shapes>',
    ]);
    expect(value.names).toEqual(['mxgraph.test.big_house']);
    expect(diagnostics).toEqual([]);
    expect(drawn('shape=mxgraph.test.big_house', value)).toMatchObject({
      diagnostics: [],
      geometry: { stencil: true },
    });
    expect(drawn('shape=mxgraph.test.house', value).diagnostics).toMatchObject([{ code: 'render/unknown-shape' }]);
  });

  test.each([
    ['nothing', '', 'stencils/no-shapes'],
    ['something else', '<mxfile><diagram/></mxfile>', 'stencils/no-shapes'],
    ['a shape without an end', '<shapes name="a"><shape name="b"><foreground>', 'stencils/unclosed-shape'],
    ['a shape without a name', '<shapes name="a"><shape w="1"></shape></shapes>', 'stencils/unnamed-shape'],
    ['a comment without an end', '<shapes name="a"><!-- <shape name="b"></shape>', 'stencils/no-shapes'],
  ])('that is %s is reported', (_, text, code) => {
    const { value, diagnostics } = readStencils([text]);
    expect(value.names).toEqual([]);
    expect(diagnostics.map((each) => each.code)).toEqual([code]);
  });

  test('may hold entities, broken tags and names that every object has, and is read all the same', () => {
    const { value } = readStencils([
      '<!DOCTYPE x [<!ENTITY a "b">]><shapes name="t"><shape name="1"><foreground><constructor/><__proto__ x="1"/><path><move x="&a;" y="&#49;"></foreground></shape><shape name="2"><foreground></path></shape></shapes>',
    ]);
    expect(value.names).toEqual(['t.1', 't.2']);
    expect(() => value.names.map((name) => drawn(`shape=${name}`, value))).not.toThrow();
  });

  test('that includes itself comes to an end', () => {
    const include = '<include-shape name="t.a" x="0" y="0" w="10" h="10"/>'.repeat(20);
    const { value } = readStencils([
      `<shapes name="t"><shape name="a" w="10" h="10"><foreground>${LINE}${include}</foreground></shape></shapes>`,
    ]);
    expect(drawn('shape=t.a', value).value.length).toBeLessThan(2_000_000);
  });
});

describe('a stencil', () => {
  test.each([
    ['is stretched over its cell', 'w="10" h="10"', 'M 10 10 L 30 20'],
    ['keeps its proportions in the middle', 'w="10" h="10" aspect="fixed"', 'M 30 10 L 40 20'],
    ['is 100 units wide and high unless it says so', '', 'M 1 1 L 3 2'],
  ])('%s', (_, attributes, d) => {
    expect(elementsOf(LINE, { attributes })[0]).toContain(` d="${d}"`);
  });

  test.each([
    ['as its cell has it', 'strokewidth="inherit"', 'strokeWidth=3', '3'],
    ['in its own units', 'strokewidth="2"', 'strokeWidth=7', '10'],
    ['not below one px', 'strokewidth="0.1"', '', null],
  ])('draws lines as wide %s', (_, own, style, width) => {
    const [line = ''] = elementsOf(LINE, { attributes: `w="10" h="10" ${own}`, style });
    expect(/ stroke-width="([^"]*)"/.exec(line)?.[1] ?? null).toBe(width);
  });

  test.each([
    ['<rect x="0" y="0" w="10" h="10"/>', 'M 0 0 H 100 V 50 H 0 Z'],
    ['<path><move x="0" y="0"/><quad x1="1" y1="2" x2="3" y2="4"/><close/></path>', 'M 0 0 Q 10 10 30 20 Z'],
    ['<path><move x="0" y="0"/><curve x1="1" y1="2" x2="3" y2="4" x3="5" y3="6"/></path>', 'M 0 0 C 10 10 30 20 50 30'],
    [
      '<path><move x="0" y="0"/><arc rx="1" ry="1" x-axis-rotation="0" large-arc-flag="1" sweep-flag="0" x="2" y="2"/></path>',
      'M 0 0 A 10 5 0 1 0 20 10',
    ],
    ['<path rounded="1" arcSize="4"><move x="0" y="0"/><line x="5" y="0"/></path>', 'M 0 0 L 50 0'],
  ])('draws %s', (steps, d) => {
    expect(elementsOf(`${steps}<fillstroke/>`)).toEqual([
      `<path d="${d}" fill="#ffffff" stroke="#000000"/>`.replace('/>', ' stroke-width="5"/>'),
    ]);
  });

  test('paints an outline once, and no path without a move', () => {
    expect(
      elementsOf(`<rect x="0" y="0" w="1" h="1"/><fill/><stroke/><path><line x="1" y="1"/></path><stroke/>`),
    ).toHaveLength(1);
  });

  test('changes its pen, and takes it back', () => {
    const [first, second] = elementsOf(
      `<save/><fillcolor color="#ff0000"/><strokecolor color="#00ff00"/><strokewidth width="3" fixed="1"/><alpha alpha="0.5"/><linejoin join="round"/><linecap cap="round"/><dashed dashed="1"/><dashpattern pattern="1 2"/>
      <rect x="0" y="0" w="10" h="10"/><fillstroke/><restore/><rect x="0" y="0" w="10" h="10"/><fillstroke/>`,
      { attributes: 'w="10" h="10" strokewidth="inherit"' },
    );
    expect(first).toBe(
      '<path d="M 0 0 H 100 V 50 H 0 Z" fill="#ff0000" fill-opacity="0.5" stroke="#00ff00" stroke-width="3" stroke-dasharray="15 30" stroke-linecap="round" stroke-linejoin="round" stroke-opacity="0.5"/>',
    );
    expect(second).toBe('<path d="M 0 0 H 100 V 50 H 0 Z" fill="#ffffff" stroke="#000000"/>');
  });

  test('that a hand has drawn is filled with the colour of its line', () => {
    const steps = '<rect x="0" y="0" w="10" h="10"/><fillstroke/>';
    expect(elementsOf(steps, { style: 'lineShape=1;strokeColor=#ff0000;fillColor=#00ff00' })[0]).toContain(
      ' fill="#ff0000"',
    );
  });

  test('writes texts, and shows no picture that would have to be fetched', () => {
    const elements = elementsOf(
      '<fontsize size="2"/><fontcolor color="#123456"/><text str="a&amp;b" x="5" y="5" align="center" valign="middle"/><image src="https://example.org/a.png" x="0" y="0" w="1" h="1"/><image src="data:image/png;base64,iVBORw0KGgo=" x="0" y="0" w="1" h="1"/>',
    );
    expect(elements).toHaveLength(2);
    expect(elements[0]).toMatch(/^<text x="49.5" y="28.5" text-anchor="middle" fill="#123456" font-size="10"/);
    expect(elements[1]).toContain('href="data:image/png;base64,iVBORw0KGgo="');
  });

  test('in a style is drawn without a library', () => {
    const xml = `<shape w="10" h="10"><foreground>${LINE}</foreground></shape>`;
    const payload = btoa(String.fromCharCode(...deflateRaw(encodeURIComponent(xml))));
    const { value, diagnostics } = drawn(`shape=stencil(${payload})`);
    expect(value).toContain('d="M 10 10 L 30 20"');
    expect(diagnostics).toEqual([]);
  });

  test.each(['stencil(', 'stencil()', 'stencil(nZ)', 'stencil(****)'])('`%s` is none: a box, and reported', (name) => {
    expect(drawn(`shape=${name}`).diagnostics).toMatchObject([{ code: 'render/unknown-shape' }]);
  });
});

describe('a shape with an icon', () => {
  const { value: library } = readStencils([
    '<shapes name="mxgraph.aws4"><shape name="house" w="10" h="10"><foreground><rect x="0" y="0" w="10" h="10"/><fill/></foreground></shape></shapes>',
  ]);
  const AWS = 'fillColor=#0000ff;strokeColor=#ffffff;resIcon=mxgraph.aws4.house;grIcon=mxgraph.aws4.house';

  test.each([
    ['resourceIcon', '#ffffff', 'M 10 5 H 90 V 45 H 10 Z'],
    ['group', '#ffffff', 'M 0 0 H 25 V 25 H 0 Z'],
    ['groupCenter', '#ffffff', 'M 37.5 0 H 62.5 V 25 H 37.5 Z'],
  ])('`mxgraph.aws4.%s` shows it in the colour of its line', (shape, fill, d) => {
    const { value, diagnostics } = drawn(`shape=mxgraph.aws4.${shape};${AWS}`, library);
    expect(value).toContain(`<path d="${d}" fill="${fill}"`);
    expect(diagnostics).toEqual([]);
  });

  test('tells of an icon that no library has', () => {
    expect(drawn(`shape=mxgraph.aws4.resourceIcon;${AWS}`).diagnostics).toMatchObject([
      { code: 'render/unknown-shape', message: 'the icon `mxgraph.aws4.house` is not known here, and left out' },
    ]);
  });
});
