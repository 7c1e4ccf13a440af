import { describe, expect, test } from 'vitest';
import { extract } from '@mxg/stage-graph';
import { box, edge, layer, line, pages, read, text, type Rows } from './support/draw.ts';
import { cellsIn, told, toldOf } from './support/told.ts';

const A = box('a', 'A', [0, 0]);
const B = box('b', 'B', [240, 0]);
const AB = edge('ab', 'a', 'b');

/** Where a shape stands, `x,y width×height`. */
function placeOf(id: string, ...cells: Rows): string | undefined {
  const { stages, groups, lanes } = told(...cells).graph;
  const found = [...stages, ...groups, ...lanes].find((each) => each.id === id)?.bounds;
  return (
    found && `${Math.round(found.x)},${Math.round(found.y)} ${Math.round(found.width)}×${Math.round(found.height)}`
  );
}

const hiding = (attributes: string) => box('g', 'G', [200, -40], [400, 140], 'container=1', { attributes });

const hiddenOf = (...cells: Rows) =>
  told(...cells).graph.stages.flatMap(({ label, hidden }) => (hidden ? [label] : []));

const turned = (degrees: number) => placeOf('b', A, box('b', 'B', [200, 0], [100, 40], `rotation=${degrees}`), AB);

describe('what is hidden', () => {
  const off = { attributes: 'visible="0"' };
  const inner = box('b', 'B', [40, 40], [120, 60], '', { parent: 'g' });

  test('by its layer, by itself, by a group around it or by one that is collapsed is told of, and marked', () => {
    expect(hiddenOf(A, B, AB)).toEqual([]);
    expect(hiddenOf(layer('off', false), A, box('b', 'B', [240, 0], [120, 60], '', { parent: 'off' }), AB)).toEqual([
      'B',
    ]);
    expect(hiddenOf(A, box('b', 'B', [240, 0], [120, 60], '', off), AB)).toEqual(['B']);
    expect(hiddenOf(A, hiding('visible="0"'), inner, AB)).toEqual(['B']);
    expect(hiddenOf(A, hiding('collapsed="1"'), inner, AB)).toEqual(['B']);
  });

  test('neither names, nor holds, nor is touched by what is seen', () => {
    const { stages, flows, groups } = told(
      layer('off', false),
      [A, B, AB, box('frame', 'Old frame', [-40, -40], [600, 200], 'fillColor=none', { parent: 'off' })],
      [box('old', 'Old', [120, 100], [120, 60], '', { parent: 'off' }), line('x', 'a', [180, 130])],
    );
    expect(flows).toEqual(['A → -', 'A → B']);
    expect(stages.filter((stage) => stage.startsWith('Old frame'))).toEqual([]);
    expect(groups.filter((each) => each.includes('A'))).toEqual([]);
  });
});

describe('places', () => {
  test('of children count from their group, of their children from them', () => {
    const group = box('g', 'G', [100, 100], [400, 300]);
    const inner = box('h', 'H', [20, 40], [300, 200], '', { parent: 'g' });
    const b = box('b', 'B', [30, 50], [120, 60], '', { parent: 'h' });
    expect(placeOf('b', A, group, inner, b, AB)).toBe('150,190 120×60');
  });

  test('of relative children are shares of their parent, moved by an offset', () => {
    const port =
      '<mxCell id="b" value="B" vertex="1" parent="a"><mxGeometry x="1" y="0.5" width="40" height="20" relative="1" as="geometry">' +
      '<mxPoint x="10" y="-10" as="offset"/></mxGeometry></mxCell>';
    expect(placeOf('b', A, port, AB)).toBe('130,20 40×20');
  });

  test('of turned shapes are the upright boxes around them', () => {
    expect(turned(0)).toBe('200,0 100×40');
    expect(turned(90)).toBe('230,-30 40×100');
    expect(turned(-90)).toBe('230,-30 40×100');
    expect(turned(180)).toBe('200,0 100×40');
    expect(turned(45)).toBe('201,-29 99×99');
  });

  test('of edges in a turned group count from its corner before it was turned, as draw.io draws them', () => {
    const group = box('g', 'G', [0, 0], [400, 100], 'rotation=90;fillColor=none');
    const shapes = [box('a', 'A', [20, 300]), box('b', 'B', [240, 300]), box('c', 'C', [460, 300])];
    const loose = line('x', [140, 330], [240, 330], '', 'g');
    expect(told(group, ...shapes, edge('bc', 'b', 'c'), loose).flows).toEqual(['A → B', 'B → C']);
  });
});

describe('pages', () => {
  const file = pages({ One: [A, B, AB], Two: [box('c', 'C', [0, 0])] });

  test('are read one by one', () => {
    expect([0, 1].map((page) => toldOf(file, page).stages)).toEqual([['A', 'B'], ['C']]);
    expect(extract(file, 1).page).toEqual({ index: 1, id: 'Two-id', name: 'Two' });
  });

  test('that the file does not have are empty', () => {
    const graph = extract(file, 7);
    expect(graph.page).toEqual({ index: 7, id: null, name: null });
    expect(cellsIn(graph)).toEqual([]);
  });

  test('without a model are empty', () => {
    const graph = extract(read('<mxfile><diagram id="d" name="Empty"/></mxfile>'));
    expect(graph.page).toEqual({ index: 0, id: 'd', name: 'Empty' });
    expect(cellsIn(graph)).toEqual([]);
  });
});

describe('files that are not quite right', () => {
  test('cells without an id go by their place in the file', () => {
    const { graph, flows } = told(box(null, 'A', [0, 0]), box('b', 'B', [120, 0]), edge(null, 'b', 'b'));
    expect(graph.stages.map(({ id }) => id)).toEqual(['#2', 'b']);
    expect(flows).toEqual(['B → B']);
    expect(graph.flows[0]?.evidence).toEqual(['#4']);
  });

  test('shapes that share an id are both told of', () => {
    const { graph } = told(box('a', 'A', [0, 0]), box('a', 'A again', [0, 200]), B, AB);
    expect(graph.stages.map(({ label }) => label).toSorted()).toEqual(['A', 'A again', 'B']);
  });

  test('a parent that is missing is none, one that is an edge of its own label neither', () => {
    const lost = box('b', 'B', [240, 0], [120, 60], '', { parent: 'gone' });
    expect(told(A, lost, AB)).toMatchObject({ stages: ['A', 'B'], flows: ['A → B'] });
  });

  test('cells that are their own ancestors are told of once', () => {
    const circle = [
      box('a', 'A', [0, 0], [120, 60], '', { parent: 'b' }),
      box('b', 'B', [240, 0], [120, 60], '', { parent: 'a' }),
      box('c', 'C', [0, 200], [120, 60], '', { parent: 'c' }),
    ];
    const { graph } = told(...circle, AB, edge('bc', 'b', 'c'), text('t', 'x', [600, 600]));
    expect(cellsIn(graph).toSorted()).toEqual(['a', 'ab', 'b', 'bc', 'c', 't']);
  });
});
