import type { Point, Rectangle } from '@mxg/model';

export const center = ({ x, y, width, height }: Rectangle): Point => ({ x: x + width / 2, y: y + height / 2 });

export const area = ({ width, height }: Rectangle): number => width * height;

/** The shorter side, px. */
export const breadth = ({ width, height }: Rectangle): number => Math.min(width, height);

/** px: no drawing is larger. Below it sums, areas and distances are numbers that JSON holds. */
const FARTHEST = 1e9;

const bounded = (value: number): number => Math.max(-FARTHEST, Math.min(FARTHEST, value || 0));

/** A point of any numbers, none too large to reckon with. */
export const boundedPoint = ({ x, y }: Point): Point => ({ x: bounded(x), y: bounded(y) });

/** A rectangle of any numbers, none too large to reckon with. */
export const boundedBox = ({ x, y, width, height }: Rectangle): Rectangle => ({
  x: bounded(x),
  y: bounded(y),
  width: bounded(width),
  height: bounded(height),
});

/** The upright box around a rectangle that is turned about its centre, clockwise, in degrees. */
export function turned(rectangle: Rectangle, degrees: number): Rectangle {
  if (degrees % 180 === 0) return rectangle;
  const { x, y } = center(rectangle);
  const sin = Math.abs(Math.sin((degrees * Math.PI) / 180));
  const cos = Math.abs(Math.cos((degrees * Math.PI) / 180));
  const width = rectangle.width * cos + rectangle.height * sin;
  const height = rectangle.width * sin + rectangle.height * cos;
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Whether `outer` holds `inner`, give or take `slack` px on each side. */
export const holds = (outer: Rectangle, inner: Rectangle, slack = 0): boolean =>
  inner.x >= outer.x - slack &&
  inner.y >= outer.y - slack &&
  inner.x + inner.width <= outer.x + outer.width + slack &&
  inner.y + inner.height <= outer.y + outer.height + slack;

export const holdsPoint = (outer: Rectangle, { x, y }: Point, slack = 0): boolean =>
  holds(outer, { x, y, width: 0, height: 0 }, slack);

/** px², 0 when they do not overlap. */
export const overlap = (a: Rectangle, b: Rectangle): number => Math.max(0, -gapX(a, b)) * Math.max(0, -gapY(a, b));

/** Free px between two rectangles from left to right; negative: how far they overlap. */
export const gapX = (a: Rectangle, b: Rectangle): number => Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);

/** Free px between two rectangles from top to bottom; negative: how far they overlap. */
export const gapY = (a: Rectangle, b: Rectangle): number =>
  Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);

/** Distance of two rectangles, px; 0 when they touch or overlap. */
export const distance = (a: Rectangle, b: Rectangle): number =>
  Math.hypot(Math.max(0, gapX(a, b)), Math.max(0, gapY(a, b)));

/** Distance of a point from a rectangle, px; 0 inside. */
export const distanceTo = (a: Rectangle, { x, y }: Point): number => distance(a, { x, y, width: 0, height: 0 });
