import { path } from '../draw/element.ts';
import { outline, solid, type Frame, type Part, type Shape } from '../draw/figure.ts';
import { polygonPath, boxPath } from '../draw/paths.ts';
import { filled } from '../draw/figure.ts';
import type { Family } from './family.ts';

/** Of the height: how far the arcs of a pipe stand from its ends, and their radius. */
const [END, ARC] = [0.4, 0.6];

/** A pipe that lies; its colours are draw.io's own, whatever the style says. */
const pipe: Shape = ({ width, height }) => {
  const [left, right] = [Math.min(width / 2, END * height), Math.max(width / 2, width - END * height)];
  const radius = ARC * height;
  const arc = (sweep: 0 | 1): readonly (string | number)[] => ['A', radius, radius, 0, 0, sweep];
  const body = path('M', left, 0, 'L', right, 0, ...arc(1), right, height, 'L', left, height, ...arc(1), left, 0, 'Z');
  const mouth = path('M', right, 0, ...arc(1), right, height, ...arc(1), right, 0, 'Z');
  return [
    solid(body, { fill: '#e6e6e6', gradient: { colour: '#808080', direction: 'south' } }),
    solid(mouth, { fill: '#e6e6e6' }),
  ];
};

/** A pipe with a sign in its middle, 12 px wide. */
const pipeWith =
  (sign: (x: number, y: number) => readonly Part[]): Shape =>
  (frame: Frame) => [...pipe(frame), ...sign(frame.width / 2, frame.height / 2)];

const stop = (x: number, y: number): readonly Part[] => {
  const [near, far] = [2.5, 6];
  const octagon = [
    [-near, -far],
    [near, -far],
    [far, -near],
    [far, near],
    [near, far],
    [-near, far],
    [-far, near],
    [-far, -near],
  ].map(([dx = 0, dy = 0]): readonly [number, number] => [x + dx, y + dy]);
  return [
    solid(polygonPath(...octagon), { fill: '#ff0000', stroke: '#000000' }),
    filled(boxPath({ x: x - 4, y: y - 1, width: 8, height: 2 }), { fill: '#ffffff' }),
  ];
};

const wrong = (x: number, y: number): readonly Part[] => [
  outline(path('M', x - 4, y - 4, 'L', x + 4, y + 4, 'M', x + 4, y - 4, 'L', x - 4, y + 4), {
    stroke: '#ff0000',
    strokeWidth: 3,
  }),
];

/** Channels of messages. Source: draw.io 24.7's pictures for messageChannel and deadLetterChannel. */
export const messagingShapes: Family = {
  'mxgraph.eip.messageChannel': { draw: pipe },
  'mxgraph.eip.deadLetterChannel': { draw: pipeWith(stop) },
  'mxgraph.eip.invalidMessageChannel': { draw: pipeWith(wrong) },
  'mxgraph.eip.dataChannel': { draw: pipe },
};
