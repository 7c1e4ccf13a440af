import { decode, find, sourceFromText } from '@mxg/codec';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { render } from '../src/index.ts';

const cell = (style: string, value = 'A', rest = '') =>
  `<mxCell id="a" value="${value}" style="${style}" vertex="1" parent="1"${rest}><mxGeometry x="20" y="10" width="100" height="60" as="geometry"/></mxCell>`;
const EDGE =
  '<mxCell id="e" style="html=1;" edge="1" parent="1"><mxGeometry as="geometry"><mxPoint x="0" y="0" as="sourcePoint"/><mxPoint x="100" y="0" as="targetPoint"/></mxGeometry></mxCell>';

const svgOf = (...cells: string[]): string =>
  svgOfModel(`<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`);

function svgOfModel(xml: string): string {
  const [diagram] = find(sourceFromText(xml)).value;
  const file = diagram === undefined ? null : decode(diagram).value;
  return file === null ? '' : render(file).value;
}

/** The elements of a picture, read back. */
function elementsOf(
  svg: string,
): readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[] {
  const found: { name: string; attributes: Record<string, string> }[] = [];
  const parser = new Parser(
    { onopentag: (name, attributes) => void found.push({ name, attributes }) },
    { xmlMode: true },
  );
  parser.end(svg);
  return found;
}

const withPicture = (src: string) =>
  `<mxGraphModel backgroundImage="{&quot;src&quot;:&quot;${src}&quot;,&quot;width&quot;:300,&quot;height&quot;:200}"><root><mxCell id="0"/></root></mxGraphModel>`;

describe('a picture', () => {
  test.each([
    ['', 101, 61],
    ['strokeWidth=4;', 104, 64],
    ['strokeColor=none;', 100, 60],
    ['text;', 100, 60],
    ['shape=image;image=data:image/png,iVBORw0KGgo=;', 100, 60],
    ['shadow=1;', 111, 72],
    ['rotation=90;', 61, 101],
  ])(
    'of the style `%s` is cropped to what is on it, lines and shadows included, as draw.io exports it',
    (style, width, height) => {
      expect(elementsOf(svgOf(cell(style, '')))[0]).toMatchObject({
        name: 'svg',
        attributes: { width: `${width}`, height: `${height}`, viewBox: `-0.5 -0.5 ${width} ${height}` },
      });
    },
  );

  test.each([
    ['', 'path'],
    ['ellipse;', 'path'],
    ['rhombus;', 'path'],
    ['shape=cylinder3;', 'path'],
    ['shape=nobody-knows;', 'path'],
    ['shape=image;image=data:image/png,iVBORw0KGgo=;', 'image'],
    ['shape=image;image=data:image/png,iVBORw0&#xa;KGgo=;', 'image'],
  ])('of the style `%s` has an element `%s`', (style, name) => {
    expect(elementsOf(svgOf(cell(style))).map((each) => each.name)).toContain(name);
  });

  test('has its labels as text, and the ids of its cells', () => {
    const svg = svgOf(cell('html=1;', '&lt;b&gt;A &amp;amp; B&lt;/b&gt;'));
    expect(svg).toContain('A &amp; B');
    expect(elementsOf(svg).some(({ attributes }) => attributes['data-cell-id'] === 'a')).toBe(true);
  });

  test('has room for the picture behind its cells, and shows it where it is embedded', () => {
    expect(elementsOf(svgOfModel(withPicture('data:page/id,x'))).map(({ name }) => name)).toEqual(['svg', 'g']);
    const [root, ...rest] = elementsOf(svgOfModel(withPicture('data:image/png,iVBORw0KGgo=')));
    expect(root?.attributes).toMatchObject({ width: '300', height: '200' });
    expect(rest.map(({ name }) => name)).toContain('image');
  });

  test('has an arrow at the end of an edge', () => {
    expect(elementsOf(svgOf(EDGE)).filter(({ name }) => name === 'path')).toHaveLength(2);
    expect(
      elementsOf(svgOf(EDGE.replace('html=1;', 'endArrow=none;'))).filter(({ name }) => name === 'path'),
    ).toHaveLength(1);
  });

  test('of a page that is not there is empty', () => {
    expect(elementsOf(render({ root: 'mxfile', attributes: [], pages: [] }).value)[0]?.name).toBe('svg');
  });

  test.each([
    ['fillColor=url(javascript:alert(1));'],
    ['fillColor=&quot;/&gt;&lt;script&gt;alert(1)&lt;/script&gt;;'],
    ['fontFamily=&quot; onload=&quot;alert(1);'],
    ['shape=image;image=javascript:alert(1);'],
    ['shape=image;image=https://example.org/a.png;'],
    ['dashed=1;dashPattern=1 1&quot; onload=&quot;x;'],
    ['strokeWidth=NaN;rotation=Infinity;opacity=-1;'],
    [
      'html=1;',
      '&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;a href=&quot;javascript:x&quot;&gt;y&lt;/a&gt;',
    ],
  ])('of `%s` runs and fetches nothing', (style, value = 'A') => {
    const svg = svgOf(cell(style, value));
    const elements = elementsOf(svg);
    const allowed = new Set(['svg', 'g', 'rect', 'ellipse', 'path', 'text', 'tspan', 'image']);
    expect(elements.map(({ name }) => name).filter((name) => !allowed.has(name))).toEqual([]);
    const attributes = elements.flatMap((each) => Object.entries(each.attributes));
    expect(attributes.filter(([name]) => name.startsWith('on'))).toEqual([]);
    expect(
      attributes.filter(
        ([name, text]) =>
          /javascript:|https?:\/\/(?!www\.w3\.org)/.test(text) || (name === 'href' && !text.startsWith('data:image/')),
      ),
    ).toEqual([]);
    expect(svg).not.toContain('NaN');
  });
});

/** More than a call takes arguments. */
const MANY = 150_000;

test.each(['', 'rounded=1;', 'curved=1;', 'shape=link;', 'shadow=1;', 'jumpStyle=arc;'])(
  'an edge of the style `%s` may have very many waypoints',
  (style) => {
    const points = Array.from({ length: MANY }, (_, i) => `<mxPoint x="${i % 500}" y="${i % 7}"/>`).join('');
    const edge = EDGE.replace('html=1;', style).replace(
      '</mxGeometry>',
      `<Array as="points">${points}</Array></mxGeometry>`,
    );
    expect(svgOf(edge).length).toBeGreaterThan(MANY);
  },
);

test('a label may have very many lines, and very many runs in a line', () => {
  expect(svgOf(cell('html=1;', 'x&lt;br&gt;'.repeat(MANY))).match(/<text /g)).toHaveLength(MANY);
  expect(svgOf(cell('html=1;', '&lt;b&gt;x&lt;/b&gt;y'.repeat(MANY))).match(/<tspan/g)).toHaveLength(2 * MANY);
});
