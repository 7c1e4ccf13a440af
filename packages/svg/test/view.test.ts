import { decode, find, sourceFromText } from '@mxg/codec';
import { describe, expect, test } from 'vitest';
import { viewOf } from '../src/index.ts';

const box = (id: string, x: number, y: number, style = '') =>
  `<mxCell id="${id}" style="${style}" vertex="1" parent="1"><mxGeometry x="${x}" y="${y}" width="100" height="60" as="geometry"/></mxCell>`;
const edge = (style: string, points = '') =>
  `<mxCell id="e" style="${style}" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry">${points}</mxGeometry></mxCell>`;
const waypoint = (x: number, y: number) => `<Array as="points"><mxPoint x="${x}" y="${y}"/></Array>`;

function viewIn(...cells: string[]) {
  const xml = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;
  const [diagram] = find(sourceFromText(xml)).value;
  const model = diagram === undefined ? null : (decode(diagram).value?.pages[0]?.model ?? null);
  return model === null ? [] : viewOf(model);
}

function pointsIn(...cells: string[]) {
  const found = viewIn(...cells).find(({ cell }) => cell.id === 'e');
  return found?.kind === 'edge' ? found.points.map(({ x, y }) => [Math.round(x), Math.round(y)]) : null;
}

/** Expectations: as draw.io 24.7.17 draws them. */
describe('an edge', () => {
  const ORTHOGONAL = 'edgeStyle=orthogonalEdgeStyle;jettySize=auto;';
  test.each<readonly [what: string, cells: readonly string[], points: readonly (readonly number[])[]]>([
    [
      'goes from outline to outline',
      [box('a', 0, 0), box('b', 200, 0), edge('')],
      [
        [100, 30],
        [200, 30],
      ],
    ],
    [
      'through its waypoints',
      [box('a', 0, 0), box('b', 200, 0), edge('', waypoint(150, 200))],
      [
        [68, 60],
        [150, 200],
        [232, 60],
      ],
    ],
    [
      'from an ellipse',
      [box('a', 0, 0, 'ellipse;'), box('b', 0, 200), edge('')],
      [
        [50, 60],
        [50, 200],
      ],
    ],
    [
      'from a fixed place',
      [box('a', 0, 0), box('b', 200, 0), edge('exitX=0.5;exitY=1;entryX=0.5;entryY=1;')],
      [
        [50, 60],
        [250, 60],
      ],
    ],
    [
      'by an elbow',
      [box('a', 0, 0), box('b', 200, 100), edge('edgeStyle=elbowEdgeStyle;')],
      [
        [100, 30],
        [150, 30],
        [150, 130],
        [200, 130],
      ],
    ],
    [
      'from the same fixed place when the box is mirrored',
      [box('a', 0, 0, 'flipH=1;'), box('b', 200, 0), edge('exitX=1;exitY=0.5;')],
      [
        [100, 30],
        [200, 30],
      ],
    ],
    [
      'only to sides that its box allows',
      [box('a', 0, 0), box('b', 200, 200, 'portConstraint=eastwest;'), edge(ORTHOGONAL)],
      [
        [50, 60],
        [50, 230],
        [200, 230],
      ],
    ],
    [
      'across where the first jetty ends when there is no room for both',
      [box('a', 0, 0), box('b', 130, 10), edge(ORTHOGONAL)],
      [
        [100, 30],
        [120, 30],
        [120, 40],
        [130, 40],
      ],
    ],
    [
      'by one bend where boxes lie apart both ways',
      [box('a', 0, 0), box('b', 200, 200), edge(ORTHOGONAL)],
      [
        [100, 30],
        [250, 30],
        [250, 200],
      ],
    ],
    [
      'down the middle where they lie above each other',
      [box('a', 0, 0), box('b', 60, 200), edge(ORTHOGONAL)],
      [
        [50, 60],
        [50, 130],
        [110, 130],
        [110, 200],
      ],
    ],
    [
      'along the axes through waypoints',
      [box('a', 0, 0), box('b', 200, 200), edge(ORTHOGONAL, waypoint(50, 230))],
      [
        [50, 60],
        [50, 230],
        [200, 230],
      ],
    ],
    [
      'out of both sides between tables',
      [box('a', 0, 0), box('b', 200, 100), edge('edgeStyle=entityRelationEdgeStyle;')],
      [
        [100, 30],
        [130, 30],
        [170, 130],
        [200, 130],
      ],
    ],
  ])('goes %s', (_, cells, points) => expect(pointsIn(...cells)).toEqual(points));

  test('without an end on one side is not there', () => {
    expect(pointsIn('<mxCell id="e" edge="1" parent="1"><mxGeometry relative="1" as="geometry"/></mxCell>')).toBeNull();
  });
});

const bounds = (id: string, ...cells: string[]) => {
  const found = viewIn(...cells).find(({ cell }) => cell.id === id);
  return found?.kind === 'vertex' ? found.bounds : null;
};

describe('a vertex', () => {
  test('stands in the frame of its parent', () => {
    const inner = box('b', 10, 20).replace('parent="1"', 'parent="a"');
    expect(bounds('b', box('a', 100, 100), inner)).toEqual({ x: 110, y: 120, width: 100, height: 60 });
  });

  test('is not seen in a group that is collapsed', () => {
    const inner = box('b', 10, 20).replace('parent="1"', 'parent="a"');
    expect(bounds('b', box('a', 100, 100).replace('vertex="1"', 'vertex="1" collapsed="1"'), inner)).toBeNull();
  });

  test('on an edge stands where the edge runs', () => {
    const label =
      '<mxCell id="l" vertex="1" parent="e"><mxGeometry x="-0.5" y="10" relative="1" as="geometry"><mxPoint x="1" y="2" as="offset"/></mxGeometry></mxCell>';
    expect(bounds('l', box('a', 0, 0), box('b', 200, 0), edge(''), label)).toEqual({
      x: 126,
      y: 22,
      width: 0,
      height: 0,
    });
  });
});
