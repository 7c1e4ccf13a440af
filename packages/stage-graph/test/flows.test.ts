import { describe, expect, test } from 'vitest';
import { extract } from '@mxg/stage-graph';
import { box, drawing, edge, labelOn, line, text } from './support/draw.ts';
import { told } from './support/told.ts';

/** A, B and C in a row with free room between, joined by nothing. */
const A = box('a', 'A', [0, 0]);
const B = box('b', 'B', [240, 0]);
const C = box('c', 'C', [480, 0]);
const AB = edge('ab', 'a', 'b');
const BC = edge('bc', 'b', 'c');

const ok = (y: number) => text('t', 'ok', [160, y], [40, 20]);

const pointing = (style: string, label = '') => box('x', label, [150, 15], [60, 30], style);

const flowsOf = (style: string) => told(A, B, pointing(style)).flows;

describe('edges', () => {
  test('at a group with one box mean the box, at a group of several the group', () => {
    const group = box('g', 'G', [220, -20], [160, 100], 'group');
    const ag = edge('ag', 'a', 'g');
    expect(told(A, C, BC, group, B, ag).flows).toEqual(['A → B', 'B → C']);
    const large = box('g', 'G', [220, -20], [400, 100], 'group');
    expect(told(A, large, B, C, BC, ag).flows).toEqual(['A → G', 'B → C']);
  });

  test('at the words in a box mean the box, whether it has a label of its own or not', () => {
    const words = edge('at', 'a', 't');
    expect(told(A, B, BC, C, text('t', 'daily', [250, 35]), words).flows).toEqual(['A → B', 'B → C']);
    expect(told(A, box('b', '', [240, 0]), BC, C, text('t', 'B', [260, 20]), words).flows).toEqual(['A → B', 'B → C']);
  });

  test('at the words in a box make a step of it', () => {
    const large = box('b', 'Store', [240, -40], [300, 200]);
    const { flows, stages } = told(A, large, text('t', 'daily', [250, 35]), edge('at', 'a', 't'));
    expect({ flows, stages }).toEqual({ flows: ['A → Store'], stages: ['A', 'Store'] });
  });

  test('at a picture in a box make a step of it', () => {
    const large = box('b', 'Store', [240, -40], [300, 200]);
    const { flows, stages } = told(
      A,
      large,
      box('i', '', [250, 0], [40, 40], 'image;image=x.png'),
      edge('ai', 'a', 'i'),
    );
    expect({ flows, stages }).toEqual({ flows: ['A → Store'], stages: ['A', 'Store'] });
  });

  test('at a picture in a box mean the box', () => {
    const picture = box('i', '', [245, 5], [20, 20], 'image;image=x.png');
    expect(told(A, B, BC, C, picture, edge('ai', 'a', 'i')).flows).toEqual(['A → B', 'B → C']);
  });

  test('at a label of another edge, or at that edge, lead to no shape', () => {
    for (const target of ['l', 'ab']) {
      const { flows, rest } = told(A, B, C, AB, BC, labelOn('ab', 'l', 'go'), edge('x', 'c', target));
      expect(flows).toEqual(['A → B : go', 'B → C']);
      expect(rest).toContain('flow x');
    }
  });

  test.each([
    ['touches the shape', 240, 'A → B'],
    ['stops just short of it', 230, 'A → B'],
    ['ends in the air', 180, 'A → -'],
  ])('an end that %s', (_, x, flow) => {
    const { flows, graph } = told(A, B, C, BC, line('x', 'a', [x, 30]));
    expect(flows).toEqual([flow, 'B → C'].toSorted());
    const ends = graph.flows.find(({ evidence }) => evidence[0] === 'x')?.ends;
    expect(ends).toEqual(['stored', flow === 'A → B' ? 'touching' : 'loose']);
  });

  test('drawn by hand from shape to shape are flows', () => {
    expect(told(A, B, line('x', [120, 30], [240, 30])).flows).toEqual(['A → B']);
  });

  test('that run into another edge belong to it', () => {
    const below = box('d', 'D', [120, 200]);
    const { flows, rest } = told(A, B, AB, below, line('x', 'd', [180, 30]));
    expect(flows).toEqual(['A → B']);
    expect(rest).toEqual(['flow x']);
  });

  test.each([
    ['', 'A → B'],
    ['endArrow=none;startArrow=classic', 'B → A'],
    ['startArrow=block', 'A ↔ B'],
    ['endArrow=none', 'A — B'],
    ['endArrow=none;startArrow=none', 'A — B'],
    ['startArrow=diamondThin;endArrow=none', 'A — B'],
    ['startArrow=oval;endArrow=open', 'A → B'],
    ['dashed=1', 'A → B'],
  ])('with %j point as drawn', (style, flow) => {
    expect(told(A, B, C, BC, edge('x', 'a', 'b', style)).flows).toEqual([flow, 'B → C'].toSorted());
  });

  test('dashed and without heads are asides, unless all edges are drawn so', () => {
    const dashed = 'dashed=1;endArrow=none';
    const aside = told(A, B, C, AB, edge('x', 'b', 'c', dashed));
    expect(aside.flows).toEqual(['A → B']);
    expect(aside.rest).toEqual(['flow x']);
    expect(told(A, B, edge('x', 'a', 'b', dashed)).flows).toEqual(['A — B']);
  });

  test('from a shape to itself stay', () => {
    expect(told(A, B, AB, edge('x', 'b', 'b', '', { label: 'retry' })).flows).toEqual(['A → B', 'B → B : retry']);
  });

  test('without a head across one shape are drawn on it, whether an end is tied to it or not', () => {
    for (const from of [[240, 20], 'b'] as const) {
      const across = told(A, B, AB, line('x', from, [360, 20], 'endArrow=none'));
      expect({ flows: across.flows, rest: across.rest }).toEqual({ flows: ['A → B'], rest: ['flow x'] });
    }
  });

  test('to shapes that are missing lead nowhere', () => {
    expect(told(A, B, AB, edge('x', 'b', 'gone')).flows).toEqual(['A → B', 'B → -']);
  });
});

describe('labels of edges', () => {
  test('are their own, then the cells on them', () => {
    const { flows, graph } = told(A, B, edge('ab', 'a', 'b', '', { label: 'yes' }), labelOn('ab', 'l', '(90 %)'));
    expect(flows).toEqual(['A → B : yes (90 %)']);
    expect(graph.flows[0]?.evidence).toEqual(['ab', 'l']);
  });

  test('may be a text that stands near; one far off is a note', () => {
    expect(told(A, B, AB, ok(8)).flows).toEqual(['A → B : ok']);
    expect(told(A, B, AB, ok(-80)).flows).toEqual(['A → B']);
  });

  test('of several texts each edge takes the nearest', () => {
    const D = box('d', 'D', [0, 200]);
    const words = [text('t', 'no', [60, 120], [30, 20]), text('u', 'yes', [160, 8], [40, 20])];
    expect(told(A, B, D, AB, edge('ad', 'a', 'd'), ...words).flows).toEqual(['A → B : yes', 'A → D : no']);
  });
});

describe('arrow shapes', () => {
  test.each([
    ['shape=singleArrow', 'A → B'],
    ['shape=singleArrow;direction=west', 'B → A'],
    ['shape=singleArrow;rotation=180', 'B → A'],
    ['shape=singleArrow;flipH=1', 'B → A'],
    ['shape=singleArrow;flipH=1;rotation=180', 'A → B'],
    ['shape=singleArrow;flipV=1', 'A → B'],
    ['shape=singleArrow;direction=west;flipH=1', 'A → B'],
    ['shape=mxgraph.arrows.arrow_left', 'B → A'],
    ['shape=mxgraph.arrows.arrow_right', 'A → B'],
    ['shape=mxgraph.arrows.slender_left_arrow;flipH=1', 'A → B'],
    ['shape=doubleArrow', 'A ↔ B'],
    ['shape=mxgraph.arrows2.twoWayArrow', 'A ↔ B'],
  ])('%s: %s', (style, flow) => expect(flowsOf(style)).toEqual([flow]));

  test.each([
    ['shape=singleArrow;direction=south', 'A → Z'],
    ['shape=singleArrow;direction=north', 'Z → A'],
    ['shape=mxgraph.arrows.arrow_up', 'Z → A'],
    ['shape=mxgraph.arrows.arrow_down', 'A → Z'],
    ['shape=singleArrow;direction=north;flipV=1', 'A → Z'],
  ])('upright %s: %s', (style, flow) => {
    expect(told(A, box('z', 'Z', [0, 160]), box('x', '', [45, 80], [30, 60], style)).flows).toEqual([flow]);
  });

  test('turned by rotation stand upright', () => {
    const turned = box('x', '', [30, 95], [60, 30], 'shape=singleArrow;rotation=90');
    expect(told(A, box('z', 'Z', [0, 160]), turned).flows).toEqual(['A → Z']);
  });

  test('carry the label of their flow', () => {
    expect(told(A, B, pointing('shape=singleArrow', 'ship')).flows).toEqual(['A → B : ship']);
  });
});

test('the same file gives the same bytes', () => {
  const file = drawing(A, B, C, AB, BC, text('t', 'ok', [160, 8], [40, 20]));
  expect(JSON.stringify(extract(file))).toBe(JSON.stringify(extract(file)));
});

test('the order of cells in the file does not change the flows', () => {
  const labels = [text('t', 'ok', [160, 8], [40, 20]), text('u', 'go', [400, 8], [40, 20])];
  const cells = [
    A,
    B,
    C,
    AB,
    BC,
    ...labels,
    box('d', 'D', [240, 200]),
    edge('cd', 'c', 'd'),
    line('z', [60, 60], [60, 200]),
  ];
  const orders = cells.map((_, i) => [...cells.slice(i), ...cells.slice(0, i)]);
  const flows = [...orders, cells.toReversed()].map((order) => told(...order).flows);
  expect(new Set(flows.map((each) => each.join()))).toEqual(
    new Set([['A → -', 'A → B : ok', 'B → C : go', 'C → D'].join()]),
  );
});
