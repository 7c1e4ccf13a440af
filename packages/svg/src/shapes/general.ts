import type { Rectangle } from '@mxg/model';
import { path } from '../draw/element.ts';
import { outline, solid, type Frame, type Insets, type Part, type Shape } from '../draw/figure.ts';
import { boxPath, ellipsePath, linePath, polygonPath, roundedPolygon } from '../draw/paths.ts';
import {
  hexagon,
  parallelogram,
  rhombus,
  step,
  trapezoid,
  triangle,
  type Corners,
} from '../view/perimeters/corners.ts';
import { numberOf, type StyleOf } from '../view/shape.ts';
import type { Family } from './family.ts';

/** A corner is rounded by this share of the shorter side; style `arcSize`. */
const ARC = 15;

/** px. */
export function cornerRadius({ width, height, style }: Frame): number {
  if (style('rounded') !== '1') return 0;
  if (style('absoluteArcSize') === '1')
    return Math.max(0, Math.min(width / 2, height / 2, numberOf(style, 'arcSize', 20) / 2));
  return (Math.min(width, height) * Math.max(0, numberOf(style, 'arcSize', ARC))) / 100;
}

export const whole = ({ width, height }: Frame): Rectangle => ({ x: 0, y: 0, width, height });

/** A rectangle with a border taken off on all sides. */
const shrunk = ({ x, y, width, height }: Rectangle, by: number): Rectangle => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});

export const box: Shape = (frame) => [solid(boxPath(whole(frame), cornerRadius(frame)))];

export const ellipse: Shape = (frame) => [solid(ellipsePath(whole(frame)))];

export const doubleEllipse: Shape = (frame) => {
  const { width, height, style, paint } = frame;
  const inset = numberOf(style, 'margin', Math.min(3 + paint.strokeWidth, Math.min(width / 5, height / 5)));
  const inner = shrunk(whole(frame), inset);
  return [...ellipse(frame), ...(inner.width > 0 && inner.height > 0 ? [outline(ellipsePath(inner))] : [])];
};

const polygon =
  (corners: Corners): Shape =>
  (frame) => {
    const { style } = frame;
    const radius = style('rounded') === '1' ? numberOf(style, 'arcSize', 20) / 2 : 0;
    return [solid(roundedPolygon(corners(whole(frame), style), radius))];
  };

export const diamond = polygon(rhombus);
export const triangular = polygon(triangle);
export const hexagonal = polygon(hexagon);
export const parallelogramShape = polygon(parallelogram);
export const trapezoidal = polygon(trapezoid);
export const stepShape = polygon(step);

/** A level line through the middle. */
export const line: Shape = ({ width, height }) => [outline(linePath([0, height / 2], [width, height / 2]))];

/** Text alone; it has a ground and a border only where the style gives colours. */
export const text: Shape = (frame) => {
  const { style } = frame;
  const ink = {
    ...(style('fillColor') === null ? { fill: null } : {}),
    ...(style('strokeColor') === null ? { stroke: null } : {}),
  };
  return [solid(boxPath(whole(frame), cornerRadius(frame)), ink)];
};

/** Size of a part of a shape: px where it is fixed, else a share of the width. */
const inset = (style: StyleOf, width: number, fallback: number): number => {
  const size = numberOf(style, 'size', fallback);
  return style('fixedSize') === '1' ? Math.min(width / 2, size) : width * Math.max(0, Math.min(0.5, size));
};

/** A box with an upright line at both sides. */
export const process: Shape = (frame) => {
  const { width, height, style } = frame;
  const size = inset(style, width, 0.1);
  return [
    ...box(frame),
    outline(`${linePath([size, 0], [size, height])} ${linePath([width - size, 0], [width - size, height])}`),
  ];
};

/** A sheet with a corner turned down. */
export const note: Shape = ({ width, height, style }) => {
  const size = Math.max(0, Math.min(width, height, numberOf(style, 'size', 30)));
  return [
    solid(polygonPath([0, 0], [width - size, 0], [width, size], [width, height], [0, height])),
    outline(linePath([width - size, 0], [width - size, size], [width, size])),
  ];
};

/** A cylinder that stands; `size` is the height of the arc, px. */
export const cylinder3: Shape = (frame) =>
  standing(frame, Math.max(0, Math.min(frame.height / 2, numberOf(frame.style, 'size', 15))));

/** The older one: its arcs take a fifth of the height, no more than 40 px. */
export const cylinder: Shape = (frame) => standing(frame, Math.min(40, Math.floor(frame.height / 5)) / 1.5);

function standing({ width, height }: Frame, size: number): readonly Part[] {
  const rx = width / 2;
  const body = path(
    ['M', 0, size, 'A', rx, size, 0, 0, 1, width, size],
    ['L', width, height - size, 'A', rx, size, 0, 0, 1, 0, height - size, 'Z'],
  );
  return [solid(body), outline(path('M', width, size, 'A', rx, size, 0, 0, 1, 0, size))];
}

/** UML's stick man. */
export const umlActor: Shape = ({ width, height }) => {
  const [middle, arms, hips] = [width / 2, height / 3, (height * 2) / 3];
  const limbs = [
    linePath([middle, height / 4], [middle, hips]),
    linePath([middle, arms], [0, arms]),
    linePath([middle, arms], [width, arms]),
    linePath([middle, hips], [0, height]),
    linePath([middle, hips], [width, height]),
  ];
  const head = { x: width / 4, y: 0, width: width / 2, height: height / 4 };
  return [solid(ellipsePath(head)), outline(limbs.join(' '))];
};

/** A box with a header; `startSize` px of it. */
export const swimlane: Shape = (frame) => {
  const { width, height, style, paint } = frame;
  const start = numberOf(style, 'startSize', 40);
  const level = style('horizontal') !== '0';
  const size = Math.max(0, Math.min(level ? height : width, start));
  const header = level ? { x: 0, y: 0, width, height: size } : { x: 0, y: 0, width: size, height };
  return [
    solid(boxPath(whole(frame)), { fill: style('swimlaneFillColor') === null ? null : paint.fill }),
    solid(boxPath(header)),
  ];
};

/** The label of a swimlane stands in its header. */
const beyondHeader = ({ width, height, style }: Frame): Insets => {
  const start = numberOf(style, 'startSize', 40);
  return style('horizontal') === '0'
    ? { right: width - Math.min(width, start) }
    : { bottom: height - Math.min(height, start) };
};

export const generalShapes: Family = {
  label: { draw: box },
  rect: { draw: box },
  rectangle: { draw: box },
  ellipse: { draw: ellipse },
  doubleEllipse: { draw: doubleEllipse },
  endState: { draw: doubleEllipse },
  startState: { draw: ellipse },
  rhombus: { draw: diamond },
  triangle: { draw: triangular },
  hexagon: { draw: hexagonal },
  parallelogram: { draw: parallelogramShape },
  trapezoid: { draw: trapezoidal },
  step: { draw: stepShape },
  line: { draw: line },
  process: { draw: process },
  note: { draw: note },
  cylinder: { draw: cylinder },
  cylinder3: { draw: cylinder3 },
  umlActor: { draw: umlActor },
  swimlane: { draw: swimlane, labelInsets: beyondHeader },
};
