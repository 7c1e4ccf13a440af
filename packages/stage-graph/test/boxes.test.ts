import { describe, expect, test } from 'vitest';
import { box, drawing, edge, labelOn, layer, line, text } from './support/draw.ts';
import { cellsIn, told, toldOf } from './support/told.ts';

const A = box('a', 'A', [0, 0]);
const B = box('b', 'B', [240, 0]);
const AB = edge('ab', 'a', 'b');

const circle = (id: string, [x, y]: readonly [number, number], label = id) =>
  box(id, label, [x - 20, y - 20], [40, 40], 'ellipse');

const frame = (style: string, label = 'Frame') => box('f', label, [-40, -60], [440, 180], style);

const icon = (id: string, x: number) => box(id, id, [x, 200], [60, 60], `shape=mxgraph.aws4.${id}`);

const lane = (id: string, y: number) => box(id, id, [30, y], [500, 120], 'swimlane;horizontal=0', { parent: 'pool' });

describe('containers', () => {
  test('a swimlane around steps is a lane', () => {
    const { lanes, stages, graph } = told(
      frame('swimlane'),
      box('a', 'A', [40, 60], [120, 60], '', { parent: 'f' }),
      B,
      AB,
    );
    expect(stages).toEqual(['A', 'B']);
    expect(lanes).toEqual(['Frame: A, B']);
    expect(graph.stages.map(({ lane }) => lane)).toEqual(['f', 'f']);
  });

  test('lanes of a pool hold their own steps, the pool none', () => {
    const { lanes, groups } = told(
      box('pool', 'Shop', [0, 0], [530, 240], 'swimlane;horizontal=0'),
      [lane('Customer', 0), lane('Clerk', 120)],
      box('a', 'Order', [40, 30], [120, 60], '', { parent: 'Customer' }),
      box('b', 'Pack', [240, 30], [120, 60], '', { parent: 'Clerk' }),
      AB,
    );
    expect(lanes).toEqual(['Shop: ', 'Customer: Order', 'Clerk: Pack']);
    expect(groups).toEqual([]);
  });

  test('a swimlane that edges end at, with mere words in it, is a box with a header', () => {
    const list = box('a', 'Order', [0, 0], [140, 90], 'swimlane');
    const line = text('x', 'id: number', [0, 30], [140, 26], '', { parent: 'a' });
    expect(told(list, line, B, AB)).toMatchObject({ stages: ['Order', 'B'], lanes: [] });
  });

  test('a frame around steps is a group, a group of draw.io too', () => {
    for (const style of ['', 'dashed=1;fillColor=none', 'group']) {
      expect(told(frame(style), A, B, AB)).toMatchObject({ stages: ['A', 'B'], groups: ['Frame: A, B'] });
    }
  });

  test('a box with words or a picture in it is a step', () => {
    const inner = [text('t', 'daily', [20, 40]), box('i', '', [90, 5], [20, 20], 'image;image=x.png')];
    const { stages, groups, rest } = told(A, ...inner, B, AB);
    expect({ stages, groups, rest }).toEqual({ stages: ['A', 'B'], groups: [], rest: ['note t of a', 'image i of a'] });
  });

  test('a box with named boxes in it that no edge ends at: the inner ones say more about it', () => {
    const big = box('k', 'Build', [0, 100], [400, 120]);
    const inner = [box('x', 'lint', [20, 150]), box('y', 'test', [160, 150])];
    const { stages, rest } = told(big, ...inner, box('n', 'Ship', [500, 100], [400, 120]), edge('e', 'k', 'n'));
    expect(stages).toEqual(['Build', 'Ship']);
    expect(rest).toEqual(['note x of k', 'note y of k']);
  });
});

describe('milestones', () => {
  const two = [box('p', 'Plan', [0, 0], [200, 100]), box('q', 'Build', [200, 0], [200, 100])];

  test('a circle astride two boxes stands between them, its like astride an end before or after all', () => {
    const { milestones, stages, flows } = told(
      ...two,
      circle('in', [0, 50]),
      circle('half', [200, 50]),
      circle('out', [400, 50]),
    );
    expect(stages).toEqual(['Plan', 'Build']);
    expect(milestones).toEqual(['- | in | Plan', 'Plan | half | Build', 'Build | out | -']);
    expect(flows).toEqual(['Plan → Build']);
  });

  test('in a column it stands between the upper and the lower', () => {
    const column = [box('p', 'Plan', [0, 0], [200, 100]), box('q', 'Build', [0, 100], [200, 100])];
    expect(told(...column, circle('half', [100, 100])).milestones).toEqual(['Plan | half | Build']);
  });

  test('its name may be a text over it', () => {
    const over = text('t', 'half', [180, 40], [40, 20]);
    expect(told(...two, circle('m', [200, 50], ''), over).milestones).toEqual(['Plan | half | Build']);
  });

  test('one that edges end at is a node of the flow', () => {
    const tied = told(...two, circle('half', [200, 50]), edge('1', 'p', 'half'), edge('2', 'half', 'q'));
    expect(tied.milestones).toEqual([]);
  });

  test('a badge at the corner of one box alone is none, nor one without a name, nor one as large as the boxes', () => {
    expect(told(...two, circle('1', [0, 0])).milestones).toEqual([]);
    expect(told(...two, circle('m', [200, 50], '')).milestones).toEqual([]);
    expect(told(...two, box('m', 'big', [120, 10], [160, 80], 'ellipse')).milestones).toEqual([]);
  });
});

describe('stages', () => {
  test('what edges join are stages, and what looks like them', () => {
    const { stages } = told(A, B, AB, box('c', 'Spare', [0, 200]), box('d', 'Legend', [0, 400], [30, 20]));
    expect(stages).toEqual(['A', 'B', 'Spare']);
  });

  test('icons are where icons are what edges join', () => {
    expect(told(icon('ec2', 0), icon('s3', 200), edge('e', 'ec2', 's3')).stages).toEqual(['ec2', 's3']);
    expect(told(A, B, AB, icon('s3', 0)).stages).toEqual(['A', 'B']);
  });

  test('a legend in a frame of its own is none', () => {
    const legend = [
      box('k', 'Legend', [0, 300], [300, 120]),
      box('x', 'done', [20, 340]),
      box('y', 'open', [160, 340]),
    ];
    expect(told(A, B, AB, ...legend).stages).toEqual(['A', 'B']);
  });

  test('without any flow every named box is one', () => {
    expect(
      told(A, box('b', 'B', [300, 300], [40, 90]), box('x', '', [600, 0]), text('t', 'Plan of 2020', [0, 500])).stages,
    ).toEqual(['A', 'B']);
  });
});

test('no cell is lost: every vertex, edge and edge label is told of once', () => {
  const cells = [
    [layer('off', false), A, B, AB, labelOn('ab', 'l1', 'go'), labelOn('ab', 'l2', 'on')],
    box('lane', 'Lane', [0, 200], [500, 120], 'swimlane;horizontal=0'),
    [
      box('c', 'C', [40, 30], [120, 60], '', { parent: 'lane' }),
      box('d', '', [200, 30], [30, 30], 'rhombus', { parent: 'lane' }),
    ],
    [edge('cd', 'c', 'd'), edge('lost', 'c', 'nobody'), edge('void', null, null), line('z', [0, 900], [50, 900])],
    [box('note', 'N', [600, 0], [80, 60], 'shape=note'), edge('tether', 'note', 'b', 'endArrow=none')],
    [box('rule', '', [0, 600], [500, 10], 'line'), box('arrow', '', [150, 15], [60, 30], 'shape=singleArrow')],
    [
      text('words', 'Title', [0, -60]),
      box('g', '', [0, 700], [300, 100], 'group'),
      box(null, 'x', [0, 0], [10, 10], '', { parent: 'g' }),
    ],
    [
      box('h', 'Hidden', [700, 0], [120, 60], '', { parent: 'off' }),
      edge('ah', 'a', 'h'),
      edge(null, 'b', 'c'),
      edge('bb', 'b', 'b'),
    ],
    [box('twin', 'T1', [900, 0]), box('twin', 'T2', [900, 100]), edge('two', 'a', 'b'), edge('two', null, null)],
    [box('orphan', 'O', [900, 300], [120, 60], '', { parent: 'nobody' }), box('empty', '', [0, 0], [0, 0])],
  ];
  const file = drawing(...cells);
  const drawn = (file.pages[0]?.model?.cells ?? []).filter(({ kind }) =>
    ['vertex', 'edge', 'edge-label'].includes(kind),
  );
  const names = drawn.map(({ id, index }) => id ?? `#${index}`);
  expect(cellsIn(toldOf(file).graph).toSorted()).toEqual(names.toSorted());
});
