import { describe, expect, test } from 'vitest';
import { box, edge, line, text } from './support/draw.ts';
import { told } from './support/told.ts';

/** A → B, level, with free room between and below them. */
const A = box('a', 'A', [0, 0]);
const B = box('b', 'B', [240, 0]);
const C = box('c', 'C', [480, 0]);
const AB = edge('ab', 'a', 'b');

const bar = (id: string, x: number) => box(id, '', [x, 0], [10, 200], 'line;direction=south');

const chevron = (id: string, label: string, x: number) => box(id, label, [x, 0], [120, 60], 'shape=step');

const dot = (id: string, at: readonly [number, number], style: string, label = '') =>
  box(id, label, at, [30, 30], style);

const icon = (id: string, x: number) => box(id, '', [x, 0], [60, 60], `shape=mxgraph.aws4.${id}`);

const pill = (id: string, label: string, x: number) => box(id, label, [x, 0], [120, 60], 'rounded=1;arcSize=50');

const slender = (label: string) => box('s', label, [160, 0], [10, 60]);

const state = (id: string, x: number) => box(id, id, [x, 0], [60, 60], 'ellipse');

const icons = (y: number) =>
  told(
    icon('s3', 0),
    icon('ec2', 200),
    text('t', 'Bucket', [0, y], [60, 20]),
    text('u', 'Server', [200, y], [60, 20]),
    edge('e', 's3', 'ec2'),
  );

const between = (style: string, label = '') =>
  told(A, dot('s', [165, 15], style, label), B, edge('1', 'a', 's'), edge('2', 's', 'b')).marks;

describe('lines', () => {
  test('a line that no edge ends at divides', () => {
    expect(told(A, B, AB, box('l', '', [0, 100], [400, 10], 'line')).rest).toEqual(['divider l']);
  });

  test('a line that edges run into and out of is a fork or a join', () => {
    const { marks, rest } = told(
      [A, bar('f', 160), B, box('b2', 'B2', [240, 100]), bar('j', 400), C],
      [edge('1', 'a', 'f'), edge('2', 'f', 'b'), edge('3', 'f', 'b2')],
      [edge('4', 'b', 'j'), edge('5', 'b2', 'j'), edge('6', 'j', 'c')],
    );
    expect(marks).toEqual(['fork f', 'join j']);
    expect(rest).toEqual([]);
  });

  test('so is a slender box; one with a name is a step', () => {
    const around = [A, B, edge('1', 'a', 's'), edge('2', 's', 'b')];
    expect(told(slender(''), ...around)).toMatchObject({ stages: ['A', 'B'], marks: ['fork s'] });
    expect(told(slender('Gate'), ...around)).toMatchObject({ stages: ['A', 'Gate', 'B'], marks: [] });
  });
});

describe('notes', () => {
  test.each(['shape=note', 'shape=callout', 'shape=mxgraph.flowchart.annotation_1'])('%s says something', (style) => {
    const { stages, rest } = told(A, B, AB, box('n', 'Mind the gap', [0, 100], [120, 60], style));
    expect(stages).toEqual(['A', 'B']);
    expect(rest).toEqual(['note n']);
  });

  test('a box of the same size beside it is a step', () => {
    expect(told(A, B, AB, box('n', 'Mind the gap', [0, 100])).stages).toContain('Mind the gap');
  });
});

describe('arrow shapes', () => {
  test.each(['shape=singleArrow', 'shape=mxgraph.arrows2.arrow', 'triangle'])(
    '%s leads from one to another',
    (style) => {
      const { flows, rest } = told(A, B, box('x', '', [150, 15], [60, 30], style));
      expect(flows).toEqual(['A → B']);
      expect(rest).toEqual(['arrow x']);
    },
  );

  test('one that stands apart leads nowhere', () => {
    const { flows, rest } = told(A, B, AB, box('x', '', [600, 400], [60, 30], 'shape=singleArrow'));
    expect(flows).toEqual(['A → B']);
    expect(rest).toEqual(['arrow x']);
  });

  test('a chevron with a name is a step, whether the name is its own or a text over it', () => {
    const own = told(chevron('1', 'Plan', 0), chevron('2', 'Build', 110), chevron('3', 'Run', 220));
    const over = told(
      [chevron('1', '', 0), chevron('2', '', 110), chevron('3', '', 220)],
      [text('t1', 'Plan', [20, 20]), text('t2', 'Build', [130, 20]), text('t3', 'Run', [240, 20])],
    );
    for (const { stages, flows } of [own, over]) {
      expect(stages).toEqual(['Plan', 'Build', 'Run']);
      expect(flows).toEqual(['Build → Run', 'Plan → Build']);
    }
  });
});

describe('titles', () => {
  const card = box('k', '', [0, 0], [160, 100]);
  const next = [box('b', 'B', [300, 0], [160, 100]), edge('kb', 'k', 'b')];
  const label = (...texts: string[]) => told(card, ...texts, ...next).stages[0];

  test('a text in a box without a label names it', () => {
    const { graph, rest } = told(card, text('t', 'Order', [40, 40]), ...next);
    expect(graph.stages[0]).toMatchObject({ id: 'k', label: 'Order', labelCell: 't' });
    expect(rest).toEqual(['title t of k']);
  });

  test('a text in a box with a label says more about it', () => {
    const { stages, rest, graph } = told(
      box('k', 'Order', [0, 0], [160, 100]),
      text('t', 'by mail', [40, 70]),
      ...next,
    );
    expect(stages).toEqual(['Order', 'B']);
    expect(graph.stages[0]?.notes).toEqual([{ cell: 't', text: 'by mail' }]);
    expect(rest).toEqual(['note t of k']);
  });

  test('the largest text wins, of equals the topmost', () => {
    const small = text('s', 'since 2019', [40, 10]);
    expect(label(small, text('t', 'Order', [40, 60], [80, 20], 'fontSize=20'))).toBe('Order');
    expect(label(text('s', 'since 2019', [40, 60]), text('t', 'Order', [40, 10]))).toBe('Order');
  });

  test('a number loses against words, however large', () => {
    expect(label(text('n', '1', [40, 10], [80, 30], 'fontSize=30'), text('t', 'Order', [40, 60]))).toBe('Order');
    expect(label(text('n', '1', [40, 10], [80, 30], 'fontSize=30'))).toBe('1');
  });

  test('a text just below an icon names it; one far below does not', () => {
    expect(icons(62).flows).toEqual(['Bucket → Server']);
    expect(icons(300).flows).toEqual(['s3 → ec2']);
  });

  test('a text in a box within a frame does not name the frame', () => {
    const frame = box('f', '', [0, 0], [400, 100]);
    const inner = [box('x', '', [0, 0], [130, 100]), text('t', 'Order', [20, 10]), text('u', 'by mail', [20, 40])];
    const { groups, rest } = told(frame, inner, box('y', 'Pack', [250, 20]), edge('e', 'x', 'y'));
    expect(groups).toEqual(['f: Order, Pack']);
    expect(rest).toEqual(['title t of x', 'note u of x']);
  });

  test('a hidden text names nothing that is seen', () => {
    const hidden = text('t', 'Draft', [40, 40], [80, 20], '', { parent: 'k', attributes: 'visible="0"' });
    expect(label(hidden, text('u', 'Order', [40, 70]))).toBe('Order');
  });
});

describe('ports', () => {
  const big = box('k', 'Pump', [0, 0], [160, 120]);
  const out = edge('e', 'p', 'b');

  test('edges at a small box on the border mean the larger one', () => {
    const { flows, rest } = told(big, box('p', '', [155, 50], [10, 20]), B, out);
    expect(flows).toEqual(['Pump → B']);
    expect(rest).toEqual(['decoration p of k']);
  });

  test('a small box with a name, or apart from the larger one, is none', () => {
    expect(told(big, box('p', 'Valve', [155, 50], [20, 20]), B, out).flows).toEqual(['Valve → B']);
    expect(told(big, box('p', '', [190, 50], [10, 20]), B, out).flows).not.toContain('Pump → B');
  });
});

describe('symbols', () => {
  test('UML and BPMN begin and end in circles of their own', () => {
    for (const [begin, end] of [
      ['ellipse;shape=startState', 'ellipse;shape=endState'],
      [
        'shape=mxgraph.bpmn.shape;perimeter=ellipsePerimeter;outline=standard',
        'shape=mxgraph.bpmn.shape;perimeter=ellipsePerimeter;outline=end',
      ],
      ['shape=mxgraph.bpmn.event;outline=standard', 'shape=mxgraph.bpmn.event;outline=end'],
      ['ellipse;fillColor=#000000', 'ellipse;fillColor=#000'],
    ] as const) {
      const { marks, stages } = told(
        [dot('s', [-100, 15], begin), A, B, dot('e', [420, 15], end)],
        [edge('1', 's', 'a'), AB, edge('2', 'b', 'e')],
      );
      expect({ begin, marks, stages }).toEqual({ begin, marks: ['start s', 'end e'], stages: ['A', 'B'] });
    }
  });

  test('diamonds decide, parallel gateways fork, operators of event chains decide', () => {
    expect(between('rhombus', 'OK?')).toEqual(['decision OK?']);
    expect(
      between('shape=mxgraph.bpmn.shape;perimeter=rhombusPerimeter;background=gateway;symbol=exclusiveGw'),
    ).toEqual(['decision s']);
    expect(between('shape=mxgraph.bpmn.shape;perimeter=rhombusPerimeter;background=gateway;symbol=parallelGw')).toEqual(
      ['fork s'],
    );
    expect(between('shape=mxgraph.bpmn.gateway2;perimeter=rhombusPerimeter;gwType=exclusive')).toEqual(['decision s']);
    expect(between('shape=mxgraph.bpmn.gateway2;perimeter=rhombusPerimeter;gwType=parallel')).toEqual(['fork s']);
    expect(between('ellipse', 'XOR')).toEqual(['decision XOR']);
    expect(between('ellipse', '∨')).toEqual(['decision ∨']);
  });

  test('a symbol without edges marks nothing, a circle with a name is a state', () => {
    expect(told(A, B, AB, dot('s', [165, 150], 'rhombus', 'Key')).marks).toEqual([]);
    expect(between('ellipse', 'Idle')).toEqual([]);
  });

  test('flow charts begin and end in pills; where all steps are pills, none is a mark', () => {
    const ends = told(
      pill('a', 'Start', 0),
      box('b', 'Work', [240, 0], [160, 60]),
      pill('c', 'End', 480),
      AB,
      edge('bc', 'b', 'c'),
    );
    expect(ends).toMatchObject({ marks: ['start Start', 'end End'], stages: ['Work'] });
    const all = told(pill('a', 'Plan', 0), pill('b', 'Build', 240), pill('c', 'Run', 480), AB, edge('bc', 'b', 'c'));
    expect(all).toMatchObject({ marks: [], stages: ['Plan', 'Build', 'Run'] });
  });

  test('a drawing of circles alone has no marks', () => {
    expect(told(state('p', 0), state('q', 120), edge('pq', 'p', 'q'))).toMatchObject({ stages: ['p', 'q'], marks: [] });
  });
});

describe('leftovers', () => {
  test('a text far from all is a note, a picture without edges an image, an empty box decoration', () => {
    const { rest } = told(
      A,
      B,
      AB,
      text('t', 'Version 3', [0, 400]),
      box('i', '', [300, 400], [60, 60], 'image;image=x.png'),
      box('x', '', [600, 400], [50, 90]),
    );
    expect(rest).toEqual(['note t', 'image i', 'decoration x']);
  });

  test('a hand-drawn line to nowhere is a flow of no one', () => {
    const { flows, rest } = told(A, B, AB, line('z', [0, 300], [90, 300]));
    expect(flows).toEqual(['A → B']);
    expect(rest).toEqual(['flow z']);
  });
});
