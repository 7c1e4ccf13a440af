import { path } from '../draw/element.ts';
import { outline, solid, type Frame, type Insets, type Shape } from '../draw/figure.ts';
import { boxPath, ellipsePath, linePath, polygonPath, roundedLine } from '../draw/paths.ts';
import { numberOf } from '../view/shape.ts';
import type { Family } from './family.ts';
import { whole } from './general.ts';
import { cornered } from './flowchart.ts';
import { lengthOf, shareOf, sizeOf } from './quantities.ts';

/** Head and shoulders. */
const actor: Shape = ({ width, height }) => {
  const [middle, neck, ear] = [width / 2, (height * 2) / 5, width / 3];
  return [
    solid(
      path(
        ['M', 0, height, 'C', 0, (height * 3) / 5, 0, neck, middle, neck],
        ['C', middle - ear, neck, middle - ear, 0, middle, 0],
        ['C', middle + ear, 0, middle + ear, neck, middle, neck],
        ['C', width, neck, width, (height * 3) / 5, width, height, 'Z'],
      ),
    ),
  ];
};

/**
 * The bumps of a cloud, clockwise: where each begins, and the two handles of its curve; in shares of the box.
 * Source: fitted to the outline in a picture of draw.io 24.7, to 0.1 px in 160.
 */
const BUMPS: readonly (readonly [number, number, number, number, number, number])[] = [
  [0.875, 0.5, 1.019, 0.629, 0.974, 0.801],
  [0.8, 0.8, 0.695, 1.001, 0.401, 0.997],
  [0.31, 0.8, 0.174, 0.897, 0.007, 0.66],
  [0.158, 0.551, -0.011, 0.48, 0.07, 0.246],
  [0.25, 0.25, 0.31, 0.03, 0.52, 0.069],
  [0.623, 0.2, 0.813, 0.101, 0.995, 0.308],
];

const cloud: Shape = ({ width, height }) => {
  const [first, ...others] = BUMPS.map((shares) => shares.map((share, i) => share * (i % 2 === 0 ? width : height)));
  if (first === undefined) return [];
  const [x = 0, y = 0, ...handles] = first;
  const curves = others.flatMap(([nextX = 0, nextY = 0, ...next]) => [nextX, nextY, 'C', ...next]);
  return [solid(path('M', x, y, 'C', ...handles, ...curves, x, y, 'Z'))];
};

/** px between the foot of a callout and the tip of its pointer. */
const pointerOf = (frame: Frame): number => lengthOf(frame, 'size', 30, frame.height);

/** A speech bubble. */
const callout: Shape = (frame) => {
  const { width, height } = frame;
  const foot = height - pointerOf(frame);
  const from = shareOf(frame, 'position', 0.5, width);
  const tip = shareOf(frame, 'position2', 0.5, width);
  const to = Math.min(width, from + lengthOf(frame, 'base', 20, width));
  return cornered(frame, [0, 0], [width, 0], [width, foot], [to, foot], [tip, height], [from, foot], [0, foot]);
};

const abovePointer = (frame: Frame): Insets => ({ bottom: pointerOf(frame) });

const corner: Shape = (frame) => {
  const { width, height } = frame;
  const [dx, dy] = [lengthOf(frame, 'dx', 20, width), lengthOf(frame, 'dy', 20, height)];
  return cornered(frame, [0, 0], [width, 0], [width, dy], [dx, dy], [dx, height], [0, height]);
};

const tee: Shape = (frame) => {
  const { width, height } = frame;
  const [dx, dy] = [lengthOf(frame, 'dx', 20, width), lengthOf(frame, 'dy', 20, height)];
  const [left, right] = [(width - dx) / 2, (width + dx) / 2];
  return cornered(
    frame,
    [0, 0],
    [width, 0],
    [width, dy],
    [right, dy],
    [right, height],
    [left, height],
    [left, dy],
    [0, dy],
  );
};

const crossbar: Shape = ({ width, height }) => [
  outline(
    [
      linePath([0, height / 2], [width, height / 2]),
      linePath([0, 0], [0, height]),
      linePath([width, 0], [width, height]),
    ].join(' '),
  ),
];

const cross: Shape = (frame) => {
  const { width, height } = frame;
  const size = shareOf(frame, 'size', 0.2, Math.min(width, height));
  const [left, top] = [(width - size) / 2, (height - size) / 2];
  const [right, bottom] = [left + size, top + size];
  return cornered(
    frame,
    [0, top],
    [left, top],
    [left, 0],
    [right, 0],
    [right, top],
    [width, top],
    [width, bottom],
    [right, bottom],
    [right, height],
    [left, height],
    [left, bottom],
    [0, bottom],
  );
};

/** An arrow's head is `arrowSize` of the width long, its shaft `arrowWidth` of the height thick. */
function arrowOf(frame: Frame): { head: number; top: number; bottom: number } {
  const thick = shareOf(frame, 'arrowWidth', 0.3, frame.height);
  const top = (frame.height - thick) / 2;
  return { head: shareOf(frame, 'arrowSize', 0.2, frame.width), top, bottom: top + thick };
}

const singleArrow: Shape = (frame) => {
  const { width, height } = frame;
  const { head, top, bottom } = arrowOf(frame);
  const neck = width - head;
  return cornered(
    frame,
    [0, top],
    [neck, top],
    [neck, 0],
    [width, height / 2],
    [neck, height],
    [neck, bottom],
    [0, bottom],
  );
};

const doubleArrow: Shape = (frame) => {
  const { width, height } = frame;
  const { head, top, bottom } = arrowOf(frame);
  const neck = width - head;
  return cornered(
    frame,
    [0, height / 2],
    [head, 0],
    [head, top],
    [neck, top],
    [neck, 0],
    [width, height / 2],
    [neck, height],
    [neck, bottom],
    [head, bottom],
    [head, height],
  );
};

/** A letter. */
const message: Shape = (frame) => [
  solid(boxPath(whole(frame))),
  outline(linePath([0, 0], [frame.width / 2, frame.height / 2], [frame.width, 0])),
];

const switchShape: Shape = (frame) => {
  const { width, height, style } = frame;
  const curve = Math.max(0, Math.min(1, numberOf(style, 'curve', 0.5)));
  return [
    solid(
      path(
        ['M', 0, 0, 'Q', width / 2, height * curve, width, 0],
        ['Q', width * (1 - curve), height / 2, width, height],
        ['Q', width / 2, height * (1 - curve), 0, height],
        ['Q', width * curve, height / 2, 0, 0, 'Z'],
      ),
    ),
  ];
};

const curlyBracket: Shape = (frame) => {
  const { width, height, style } = frame;
  const s = sizeOf(frame, { px: 20, share: 0.5 }, width);
  const radius = style('rounded') === '1' ? numberOf(style, 'arcSize', 20) / 2 : 0;
  const half = (end: number): string =>
    roundedLine(
      [
        { x: width, y: end },
        { x: s, y: end },
        { x: s, y: height / 2 },
        { x: 0, y: height / 2 },
      ],
      radius,
    );
  return [outline(`${half(0)} ${half(height)}`)];
};

/** A point of `size` px in the middle. */
const waypoint: Shape = (frame) => {
  const { width, height } = frame;
  const size = Math.max(0, numberOf(frame.style, 'size', 6));
  const dot = { x: (width - size) / 2, y: (height - size) / 2, width: size, height: size };
  return [solid(ellipsePath(dot), { fill: frame.paint.stroke })];
};

/** A measure: a line with an arrow at both ends between two marks. */
const dimension: Shape = ({ width, height }) => {
  const at = height / 2;
  const marks = `${linePath([0, 0], [0, height])} ${linePath([width, 0], [width, height])}`;
  const tips = `${linePath([10, at - 5], [0, at], [10, at + 5])} ${linePath([width - 10, at - 5], [width, at], [width - 10, at + 5])}`;
  return [outline(`${marks} ${linePath([0, at], [width, at])} ${tips}`)];
};

/** Sheet with a corner turned down; style `size`, px. */
const note: Shape = (frame) => {
  const { width, height, style } = frame;
  const size = lengthOf(frame, 'size', 30, Math.min(width, height));
  const dark = Math.max(-1, Math.min(1, numberOf(style, 'darkOpacity', 0)));
  const fold = polygonPath([width - size, 0], [width - size, size], [width, size]);
  return [
    solid(polygonPath([0, 0], [width - size, 0], [width, size], [width, height], [0, height])),
    ...(dark === 0
      ? []
      : [solid(fold, { fill: dark < 0 ? '#ffffff' : '#000000', stroke: null, fillOpacity: Math.abs(dark) })]),
    outline(linePath([width - size, 0], [width - size, size], [width, size])),
  ];
};

const belowFold = (frame: Frame): Insets =>
  frame.style('boundedLbl') === '1' ? { top: lengthOf(frame, 'size', 30, frame.height) } : {};

export const signShapes: Family = {
  actor: { draw: actor },
  cloud: { draw: cloud },
  callout: { draw: callout, labelInsets: abovePointer },
  corner: { draw: corner },
  tee: { draw: tee },
  crossbar: { draw: crossbar },
  cross: { draw: cross },
  singleArrow: { draw: singleArrow },
  doubleArrow: { draw: doubleArrow },
  message: { draw: message },
  switch: { draw: switchShape },
  curlyBracket: { draw: curlyBracket },
  waypoint: { draw: waypoint },
  dimension: { draw: dimension },
  note: { draw: note },
  note2: { draw: note, labelInsets: belowFold },
  transparent: { draw: () => [] },
};
