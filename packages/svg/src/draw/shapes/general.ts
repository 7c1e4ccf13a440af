import type { Point, Rectangle } from '@mxg/model';
import {
  hexagon,
  parallelogram,
  rhombus,
  step,
  trapezoid,
  triangle,
  type Corners,
} from '../../view/perimeters/corners.ts';
import { numberOf, type StyleOf } from '../../view/shape.ts';
import { element, path } from '../element.ts';
import { outlined, painted, type Paint } from '../paint.ts';
import { arcAround, closedPath } from '../paths.ts';
import type { Shape } from './shape.ts';

/** A corner is rounded by this share of the shorter side; style `arcSize`. */
const ARC = 15;

/** px. */
function cornerRadius({ width, height }: Rectangle, style: StyleOf): number {
  if (style('rounded') !== '1') return 0;
  if (style('absoluteArcSize') === '1')
    return Math.max(0, Math.min(width / 2, height / 2, numberOf(style, 'arcSize', 20) / 2));
  return (Math.min(width, height) * Math.max(0, numberOf(style, 'arcSize', ARC))) / 100;
}

export const box: Shape = (bounds, style, paint) => {
  const radius = cornerRadius(bounds, style) || null;
  return element('rect', { ...bounds, rx: radius, ry: radius, ...painted(paint) });
};

export const ellipse: Shape = ({ x, y, width, height }, _, paint) =>
  element('ellipse', { cx: x + width / 2, cy: y + height / 2, rx: width / 2, ry: height / 2, ...painted(paint) });

export const doubleEllipse: Shape = (bounds, style, paint) => {
  const inset = numberOf(
    style,
    'margin',
    Math.min(3 + paint.strokeWidth, Math.min(bounds.width / 5, bounds.height / 5)),
  );
  const inner = {
    x: bounds.x + inset,
    y: bounds.y + inset,
    width: bounds.width - 2 * inset,
    height: bounds.height - 2 * inset,
  };
  return (
    ellipse(bounds, style, paint) +
    (inner.width > 0 && inner.height > 0 ? ellipse(inner, style, { ...paint, fill: null }) : '')
  );
};

/** A polygon whose corners are rounded where the style says so: each side is left and met so far from its corner. */
function roundedPath(points: readonly Point[], radius: number): string {
  const steps = points.flatMap((corner, i): readonly (string | number)[] => {
    const [before, after] = [points.at(i - 1) ?? corner, points[(i + 1) % points.length] ?? corner];
    return [i === 0 ? 'M' : 'L', ...arcAround(corner, before, after, radius)];
  });
  return path(...steps, 'Z');
}

const polygon =
  (corners: Corners): Shape =>
  (bounds, style, paint) => {
    const points = corners(bounds, style);
    const radius = style('rounded') === '1' ? numberOf(style, 'arcSize', 20) / 2 : 0;
    return element('path', { d: radius > 0 ? roundedPath(points, radius) : closedPath(points), ...painted(paint) });
  };

export const diamond = polygon(rhombus);
export const triangular = polygon(triangle);
export const hexagonal = polygon(hexagon);
export const parallelogramShape = polygon(parallelogram);
export const trapezoidal = polygon(trapezoid);
export const stepShape = polygon(step);

/** A level line through the middle. */
export const line: Shape = ({ x, y, width, height }, _, paint) =>
  element('path', { d: path('M', x, y + height / 2, 'L', x + width, y + height / 2), ...outlined(paint) });

/** Text alone; it has a ground and a border only where the style gives colours. */
export const text: Shape = (bounds, style, paint) => {
  const own: Paint = {
    ...paint,
    fill: style('fillColor') === null ? null : paint.fill,
    stroke: style('strokeColor') === null ? null : paint.stroke,
  };
  return own.fill === null && own.stroke === null ? '' : box(bounds, style, own);
};

/** Size of a part of a shape: px where it is fixed, else a share of the width. */
const inset = (style: StyleOf, width: number, fallback: number): number => {
  const size = numberOf(style, 'size', fallback);
  return style('fixedSize') === '1' ? Math.min(width / 2, size) : width * Math.max(0, Math.min(0.5, size));
};

/** A box with an upright line at both sides. */
export const process: Shape = (bounds, style, paint) => {
  const { x, y, width, height } = bounds;
  const size = inset(style, width, 0.1);
  const lines = path(
    'M',
    x + size,
    y,
    'L',
    x + size,
    y + height,
    'M',
    x + width - size,
    y,
    'L',
    x + width - size,
    y + height,
  );
  return box(bounds, style, paint) + element('path', { d: lines, ...outlined(paint) });
};

/** A sheet with a corner turned down. */
export const note: Shape = ({ x, y, width, height }, style, paint) => {
  const size = Math.max(0, Math.min(width, height, numberOf(style, 'size', 30)));
  const sheet = path(
    'M',
    x,
    y,
    'L',
    x + width - size,
    y,
    'L',
    x + width,
    y + size,
    'L',
    x + width,
    y + height,
    'L',
    x,
    y + height,
    'Z',
  );
  const fold = path('M', x + width - size, y, 'L', x + width - size, y + size, 'L', x + width, y + size);
  return element('path', { d: sheet, ...painted(paint) }) + element('path', { d: fold, ...outlined(paint) });
};

/** A cylinder that stands; `size` is the height of the arc, px. */
export const cylinder3: Shape = (bounds, style, paint) =>
  standing(bounds, Math.max(0, Math.min(bounds.height / 2, numberOf(style, 'size', 15))), paint);

/** The older one: its arcs take a fifth of the height, no more than 40 px. */
export const cylinder: Shape = (bounds, _, paint) =>
  standing(bounds, Math.min(40, Math.floor(bounds.height / 5)) / 1.5, paint);

function standing({ x, y, width, height }: Rectangle, size: number, paint: Paint): string {
  const [rx, right, bottom] = [width / 2, x + width, y + height];
  const body = path(
    'M',
    x,
    y + size,
    'A',
    rx,
    size,
    0,
    0,
    1,
    right,
    y + size,
    'L',
    right,
    bottom - size,
    'A',
    rx,
    size,
    0,
    0,
    1,
    x,
    bottom - size,
    'Z',
  );
  const rim = path('M', right, y + size, 'A', rx, size, 0, 0, 1, x, y + size);
  return element('path', { d: body, ...painted(paint) }) + element('path', { d: rim, ...outlined(paint) });
}

/** UML's stick man. */
export const umlActor: Shape = ({ x, y, width, height }, style, paint) => {
  const [middle, h] = [x + width / 2, height];
  const limbs = path(
    'M',
    middle,
    y + h / 4,
    'L',
    middle,
    y + (h * 2) / 3,
    'M',
    middle,
    y + h / 3,
    'L',
    x,
    y + h / 3,
    'M',
    middle,
    y + h / 3,
    'L',
    x + width,
    y + h / 3,
    'M',
    middle,
    y + (h * 2) / 3,
    'L',
    x,
    y + h,
    'M',
    middle,
    y + (h * 2) / 3,
    'L',
    x + width,
    y + h,
  );
  const head = { x: x + width / 4, y, width: width / 2, height: h / 4 };
  return ellipse(head, style, paint) + element('path', { d: limbs, ...outlined(paint) });
};

/** A box with a header; `startSize` px of it. */
export const swimlane: Shape = (bounds, style, paint) => {
  const { x, y, width, height } = bounds;
  const start = numberOf(style, 'startSize', 40);
  const body = colourless(style) ? null : paint.fill;
  const level = style('horizontal') !== '0';
  const size = Math.max(0, Math.min(level ? height : width, start));
  const header = level ? { x, y, width, height: size } : { x, y, width: size, height };
  const rest = element('rect', {
    ...bounds,
    ...painted({ ...paint, fill: style('swimlaneFillColor') === null ? null : body }),
  });
  return rest + element('rect', { ...header, ...painted(paint) });
};

const colourless = (style: StyleOf): boolean => style('swimlaneFillColor') === null;
