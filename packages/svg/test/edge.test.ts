import { decode, find, sourceFromText } from '@mxg/codec';
import { describe, expect, test } from 'vitest';
import { geometry, render } from '../src/index.ts';

const BOX =
  '<mxCell id="a" vertex="1" parent="1"><mxGeometry x="0" y="0" width="100" height="60" as="geometry"/></mxCell>';
const edge = (
  style: string,
  ends = '',
  points = '<mxPoint x="0" y="0" as="sourcePoint"/><mxPoint x="100" y="0" as="targetPoint"/>',
) =>
  `<mxCell id="e" style="${style}" edge="1" parent="1" ${ends}><mxGeometry as="geometry">${points}</mxGeometry></mxCell>`;

function fileOf(...cells: readonly string[]) {
  const xml = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;
  const [diagram] = find(sourceFromText(xml)).value;
  const file = diagram === undefined ? null : decode(diagram).value;
  if (file === null) throw new Error('cannot read the diagram of a test');
  return file;
}

/** Expectations: as draw.io 24.7's pictures have it; of jumps those with arcs; of the marks `circlePlus` and `doubleBlock` none has been seen. */
describe('an edge', () => {
  test.each([
    ['from a vertex to itself is a loop at its right', ''],
    ['that faces south is one below it', 'direction=south;'],
  ])('%s', (_, style) => {
    const cells = geometry(fileOf(BOX, edge(style, 'source="a" target="a"', ''))).cells;
    const points = cells.find(({ id }) => id === 'e')?.points ?? [];
    expect(points.slice(1, -1)).toEqual(
      style === ''
        ? [
            { x: 120, y: 20 },
            { x: 120, y: 40 },
          ]
        : [
            { x: 40, y: 80 },
            { x: 60, y: 80 },
          ],
    );
  });

  test.each([
    ['classic', 1],
    ['open', 1],
    ['circlePlus', 3],
    ['ERoneToMany', 2],
    ['ERzeroToMany', 2],
    ['doubleBlock', 2],
    ['none', 0],
    ['nobody-knows', 0],
  ])('with the mark `%s` has %d paths besides its line', (mark, count) => {
    const svg = render(fileOf(edge(`endArrow=${mark};`))).value;
    expect(svg.match(/<path/g)).toHaveLength(1 + count);
  });

  test.each([
    ['', 116, 16],
    ['startArrow=classic;', 118, 18],
    ['startArrow=classic;endArrow=none;', 116, 16],
    ['endArrow=none;', 102, 2],
    ['endArrow=none;strokeWidth=4;', 105, 5],
    ['endSize=14;strokeWidth=2;', 133, 33],
    ['endArrow=none;shadow=1;', 112, 13],
  ])('of the style `%s` takes %d × %d px', (style, width, height) => {
    expect(render(fileOf(edge(style))).value).toContain(`width="${width}" height="${height}"`);
  });

  test.each([
    ['jumpStyle=arc;', 'M 0 50 L 47 50 C 47 46.1 53 46.1 53 50 L 100 50'],
    ['jumpStyle=arc;jumpSize=14;strokeWidth=2;', 'M 0 50 L 42 50 C 42 39.6 58 39.6 58 50 L 100 50'],
    ['jumpStyle=gap;', 'M 0 50 L 47 50 M 53 50 L 100 50'],
    ['jumpStyle=none;', 'M 0 50 L 100 50'],
    ['', 'M 0 50 L 100 50'],
  ])('of the style `%s` goes over one that was drawn before it along `%s`', (style, d) => {
    const upright = '<mxPoint x="50" y="0" as="sourcePoint"/><mxPoint x="50" y="100" as="targetPoint"/>';
    const level = '<mxPoint x="0" y="50" as="sourcePoint"/><mxPoint x="100" y="50" as="targetPoint"/>';
    const below = edge('', '', upright).replace('id="e"', 'id="f"');
    expect(render(fileOf(below, edge(`${style}endArrow=none;`, '', level))).value).toContain(`d="${d}"`);
  });

  test.each([
    ['', 'M 0 0 L 40 0 Q 50 0 50 10 L 50 80'],
    ['rounded=0;', 'M 0 0 L 50 0 L 50 80'],
    ['arcSize=60;', 'M 0 0 L 25 0 Q 50 0 50 30 L 50 80'],
  ])('of the style `%s` turns along `%s`', (style, d) => {
    const points = `<mxPoint x="0" y="0" as="sourcePoint"/><mxPoint x="50" y="80" as="targetPoint"/>
      <Array as="points"><mxPoint x="50" y="0"/></Array>`;
    expect(render(fileOf(edge(`${style}endArrow=none;`, '', points))).value).toContain(`d="${d}"`);
  });

  test('has no bends of less than a px', () => {
    const points = `<mxPoint x="0" y="0" as="sourcePoint"/><mxPoint x="100" y="0" as="targetPoint"/>
      <Array as="points"><mxPoint x="50" y="0"/><mxPoint x="50" y="0.5"/></Array>`;
    expect(render(fileOf(edge('rounded=0;endArrow=none;', '', points))).value).toContain('d="M 0 0 L 50 0 L 100 0"');
  });

  test('may be a flash between its ends', () => {
    const svg = render(fileOf(edge('shape=mxgraph.networks.comm_link_edge;'))).value;
    expect(svg).toContain('d="M 5 0 L 59 -9 L 53 3 L 95 0 L 41 9 L 47 -3 Z"');
  });

  test('may be as wide as a band', () => {
    const svg = render(fileOf(edge('shape=flexArrow;fillColor=#ff0000;'))).value;
    expect(svg).toContain('fill="#ff0000"');
    expect(svg).toContain('width="100"');
  });
});
