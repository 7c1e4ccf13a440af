import type { Point } from '@mxg/model';
import { colourOf } from '../draw/colour.ts';
import { path } from '../draw/element.ts';
import { outline, solid, type Frame, type Shape } from '../draw/figure.ts';
import { boxPath, ellipsePath } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';
import type { Family } from './family.ts';
import { box, whole } from './general.ts';
import { lengthOf, shareOf, shrunk } from './quantities.ts';

/** From where to where a part of an ellipse runs, clockwise; in turns from its top. */
interface Sweep {
  readonly start: number;
  readonly end: number;
  readonly large: 0 | 1;
}

function sweepOf({ style }: Frame, from: number, to: number): Sweep {
  const turnsOf = (key: string, fallback: number): number => Math.max(0, Math.min(1, numberOf(style, key, fallback)));
  const [start, end] = [turnsOf('startAngle', from), turnsOf('endAngle', to)];
  return { start, end, large: (end - start + 1) % 1 > 0.5 ? 1 : 0 };
}

/** The point of the ellipse in a frame, drawn together to its middle by a share. */
function pointAt({ width, height }: Frame, turns: number, share = 1): Point {
  const angle = turns * 2 * Math.PI;
  return { x: (width / 2) * (1 + share * Math.sin(angle)), y: (height / 2) * (1 - share * Math.cos(angle)) };
}

const arcTo = ({ width, height }: Frame, { x, y }: Point, large: 0 | 1, clockwise: 0 | 1, share = 1) =>
  ['A', (width / 2) * share, (height / 2) * share, 0, large, clockwise, x, y] as const;

const arc: Shape = (frame) => {
  const { start, end, large } = sweepOf(frame, 0.3, 0.1);
  const from = pointAt(frame, start);
  return [outline(path('M', from.x, from.y, ...arcTo(frame, pointAt(frame, end), large, 1)))];
};

const pie: Shape = (frame) => {
  const { start, end, large } = sweepOf(frame, 0.2, 0.9);
  const from = pointAt(frame, start);
  const middle = ['M', frame.width / 2, frame.height / 2, 'L', from.x, from.y] as const;
  return [solid(path(...middle, ...arcTo(frame, pointAt(frame, end), large, 1), 'Z'))];
};

/** A part of a ring; `arcWidth` is the share of the radius that it is wide. */
const partOfRing: Shape = (frame) => {
  const { start, end, large } = sweepOf(frame, 0.25, 0.1);
  const inner = 1 - Math.max(0, Math.min(1, numberOf(frame.style, 'arcWidth', 0.5)));
  const [from, back] = [pointAt(frame, start), pointAt(frame, end, inner)];
  return [
    solid(
      path(
        ['M', from.x, from.y, ...arcTo(frame, pointAt(frame, end), large, 1)],
        ['L', back.x, back.y, ...arcTo(frame, pointAt(frame, start, inner), large, 0, inner), 'Z'],
      ),
    ),
  ];
};

/** A ring that is `dx` px wide. */
const donut: Shape = (frame) => {
  const { width, height } = frame;
  const wide = lengthOf(frame, 'dx', 25, Math.min(width, height) / 2);
  const hole = shrunk(whole(frame), wide);
  const [rx, middle] = [hole.width / 2, height / 2];
  const around = path(
    ['M', wide, middle, 'A', rx, hole.height / 2, 0, 0, 0, width - wide, middle],
    ['A', rx, hole.height / 2, 0, 0, 0, wide, middle, 'Z'],
  );
  return [solid(rx > 0 && hole.height > 0 ? `${ellipsePath(whole(frame))} ${around}` : ellipsePath(whole(frame)))];
};

/** A box; `rectStyle=rounded` has corners of `size` px, `fillColor2` a second ground `indent` px within. */
const rect: Shape = (frame) => {
  const { style, width, height } = frame;
  const radius = style('rectStyle') === 'rounded' ? lengthOf(frame, 'size', 20, Math.min(width, height) / 2) : 0;
  const second = colourOf(style('fillColor2'), 'none');
  const indent = lengthOf(frame, 'indent', 2, Math.min(width, height) / 2);
  const inner = boxPath(shrunk(whole(frame), indent), Math.max(0, radius - indent));
  return [
    solid(boxPath(whole(frame), radius)),
    ...(second === null ? [] : [solid(inner, { fill: second, stroke: null })]),
  ];
};

/** `dx`: the share of the width where the right angle's other end lies. */
const acuteTriangle: Shape = (frame) => {
  const { width, height } = frame;
  const x = shareOf(frame, 'dx', 0.5, width);
  return [solid(path('M', 0, height, 'L', x, 0, 'L', width, height, 'Z'))];
};

const orthogonalTriangle: Shape = ({ width, height }) => [
  solid(path('M', 0, 0, 'L', width, height, 'L', 0, height, 'Z')),
];

/** Those of `mxgraph.basic` that are no stencils and used most. */
export const basicShapes: Family = {
  'mxgraph.basic.arc': { draw: arc },
  'mxgraph.basic.pie': { draw: pie },
  'mxgraph.basic.partConcEllipse': { draw: partOfRing },
  'mxgraph.basic.donut': { draw: donut },
  'mxgraph.basic.rect': { draw: rect },
  'mxgraph.basic.acute_triangle': { draw: acuteTriangle },
  'mxgraph.basic.orthogonal_triangle': { draw: orthogonalTriangle },
  'mxgraph.er.entity': { draw: box },
  'mxgraph.er.anchor': { draw: () => [] },
};
