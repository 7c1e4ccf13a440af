import { describe, expect, test } from 'vitest';
import { box, edge, layer, line, text } from './support/draw.ts';
import { told } from './support/told.ts';

const step = (id: string, x: number, y = 0, style = '') => box(id, id, [x, y], [120, 60], style);

const leftwards = (id: string, x: number) => box(id, '', [x, 35], [40, 15], 'shape=singleArrow;flipH=1');

describe('side by side', () => {
  test('steps that touch in a row or column follow each other', () => {
    expect(told(step('Plan', 0), step('Run', 240), step('Build', 120)).flows).toEqual(['Build → Run', 'Plan → Build']);
    expect(told(step('Plan', 0, 0), step('Run', 0, 120), step('Build', 0, 60)).flows).toEqual([
      'Build → Run',
      'Plan → Build',
    ]);
  });

  test('steps apart do not, nor do boxes that stand about', () => {
    expect(told(step('Plan', 0), step('Build', 240), step('Run', 480)).flows).toEqual([]);
    expect(told(step('Plan', 0, 0), step('Build', 120, 60), step('Run', 0, 120)).flows).toEqual([]);
  });

  test('chevrons do even when apart', () => {
    const { flows, stages } = told(
      step('Run', 280, 0, 'shape=step'),
      step('Plan', 0, 0, 'shape=step'),
      step('Build', 140, 0, 'shape=step'),
    );
    expect(flows).toEqual(['Build → Run', 'Plan → Build']);
    expect(stages).toEqual(['Plan', 'Build', 'Run']);
  });

  test('they go the way that chevrons, or arrow shapes in them, all point', () => {
    const back = (id: string, x: number) => step(id, x, 0, 'shape=step;direction=west');
    expect(told(back('Run', 0), back('Build', 120), back('Plan', 240))).toMatchObject({
      flows: ['Build → Run', 'Plan → Build'],
      stages: ['Plan', 'Build', 'Run'],
    });
    expect(told(step('Build', 0), leftwards('x', 40), step('Plan', 120), leftwards('y', 160)).flows).toEqual([
      'Plan → Build',
    ]);
  });

  test('numbered steps follow their numbers, wherever they stand', () => {
    const round = [step('3. Run', 0, 300), step('1. Plan', 300, 300), step('2. Build', 300, 0)];
    expect(told(...round)).toMatchObject({
      flows: ['1. Plan → 2. Build', '2. Build → 3. Run'],
      stages: ['1. Plan', '2. Build', '3. Run'],
    });
    expect(told(step('1. Plan', 0, 300), step('3. Run', 300, 300), step('4. Rest', 300, 0)).flows).toEqual([]);
  });

  test('a pile that flows enter at its top goes down', () => {
    const pile = [step('Unpack', 300, 0), step('Check', 300, 70), step('Store', 300, 140)];
    const { flows } = told(step('Receive', 0), ...pile, edge('e', 'Receive', 'Unpack'));
    expect(flows).toEqual(['Check → Store', 'Receive → Unpack', 'Unpack → Check']);
  });

  test('edges beat it: a row with edges of its own follows them', () => {
    const { flows, stages } = told(
      step('Plan', 0),
      step('Build', 120),
      step('Run', 240),
      edge('1', 'Run', 'Build'),
      edge('2', 'Build', 'Plan'),
    );
    expect(flows).toEqual(['Build → Plan', 'Run → Build']);
    expect(stages).toEqual(['Run', 'Build', 'Plan']);
  });

  test('an arrow shape beats it, too', () => {
    const arrow = box('x', '', [150, 15], [60, 30], 'shape=singleArrow;direction=west');
    expect(told(step('Plan', 0), step('Build', 240), arrow).flows).toEqual(['Build → Plan']);
  });

  test('what a hidden layer holds does not disturb the row', () => {
    const hidden = box('Old', 'Old', [50, 300], [120, 60], '', { parent: 'off' });
    expect(told(layer('off', false), step('Plan', 0), step('Build', 120), hidden).flows).toEqual(['Plan → Build']);
  });
});

describe('order', () => {
  test('follows the flows, against the place where need be', () => {
    const { stages } = told(
      step('Last', 0),
      step('First', 480),
      step('Mid', 240),
      edge('1', 'First', 'Mid'),
      edge('2', 'Mid', 'Last'),
    );
    expect(stages).toEqual(['First', 'Mid', 'Last']);
  });

  test('goes row by row where flows leave it open, small differences of height aside', () => {
    const { stages } = told(step('D', 240, 200), step('B', 240, -8), step('A', 0, 5), step('C', 0, 190));
    expect(stages).toEqual(['A', 'B', 'C', 'D']);
  });

  test('runs through marks', () => {
    const { stages, graph } = told(
      [step('Refund', 0, 0), box('d', 'ok?', [240, 0], [60, 60], 'rhombus'), step('Check', 480, 0)],
      [edge('1', 'Check', 'd'), edge('2', 'd', 'Refund')],
    );
    expect(stages).toEqual(['Check', 'Refund']);
    expect(graph.marks[0]?.order).toBe(1);
  });

  test('begins a cycle with the first by place, whatever the order in the file', () => {
    const boxes = [step('A', 0), step('B', 240), step('C', 120, 200)];
    const edges = [edge('1', 'A', 'B'), edge('2', 'B', 'C'), edge('3', 'C', 'A')];
    expect(told(...boxes, ...edges).stages).toEqual(['A', 'B', 'C']);
    expect(told(...boxes.toReversed(), ...edges.toReversed()).stages).toEqual(['A', 'B', 'C']);
  });

  test('enters a cycle at the first by place, whatever the order in the file', () => {
    const boxes = [step('S', 0), step('A', 240), step('B', 480)];
    const edges = [edge('1', 'S', 'B'), edge('2', 'S', 'A'), edge('3', 'A', 'B'), edge('4', 'B', 'A')];
    expect(told(...boxes, ...edges).stages).toEqual(['S', 'A', 'B']);
    expect(told(...boxes, ...edges.toReversed()).stages).toEqual(['S', 'A', 'B']);
  });

  test('numbers the stages from 0', () => {
    expect(
      told(
        step('A', 0),
        step('B', 240),
        edge('1', 'A', 'B'),
        line('z', 'B', [500, 30]),
        text('t', 'x', [0, 400]),
      ).graph.stages.map(({ order }) => order),
    ).toEqual([0, 1]);
  });
});
