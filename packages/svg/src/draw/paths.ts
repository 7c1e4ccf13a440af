import type { Point, Rectangle } from '@mxg/model';
import { path, shortest } from './element.ts';

/** A path straight from point to point. */
export function openPath(points: readonly Point[]): string {
  let text = '';
  for (const { x, y } of points) text += `${text === '' ? 'M' : ' L'} ${shortest(x)} ${shortest(y)}`;
  return text;
}

/** The same back to its first point. */
export const closedPath = (points: readonly Point[]): string => `${openPath(points)} Z`;

/** Straight from pair to pair: `[[0, 0], [10, 0]]`. */
export const linePath = (...points: readonly (readonly [number, number])[]): string =>
  openPath(points.map(([x, y]) => ({ x, y })));

export const polygonPath = (...points: readonly (readonly [number, number])[]): string => `${linePath(...points)} Z`;

/** @param radius px, of the corners */
export function boxPath({ x, y, width, height }: Rectangle, radius = 0): string {
  const [right, bottom] = [x + width, y + height];
  if (radius <= 0) return path('M', x, y, 'H', right, 'V', bottom, 'H', x, 'Z');
  const [rx, ry] = [Math.min(radius, width / 2), Math.min(radius, height / 2)];
  const arc = ['A', rx, ry, 0, 0, 1];
  return path(
    ['M', x + rx, y, 'H', right - rx],
    [...arc, right, y + ry, 'V', bottom - ry],
    [...arc, right - rx, bottom, 'H', x + rx],
    [...arc, x, bottom - ry, 'V', y + ry],
    [...arc, x + rx, y, 'Z'],
  );
}

/** The ellipse that touches the sides of a box. */
export function ellipsePath({ x, y, width, height }: Rectangle): string {
  const [rx, ry, middle] = [width / 2, height / 2, y + height / 2];
  return path(
    ['M', x + width, middle],
    ['A', rx, ry, 0, 0, 1, x, middle],
    ['A', rx, ry, 0, 0, 1, x + width, middle, 'Z'],
  );
}

/** A polygon whose corners are rounded. It is begun in the middle of its last side. */
export function roundedPolygon(points: readonly Point[], radius: number): string {
  const [first, last] = [points[0], points.at(-1)];
  if (radius <= 0 || first === undefined || last === undefined) return closedPath(points);
  const begin = { x: (first.x + last.x) / 2, y: (first.y + last.y) / 2 };
  return path('M', begin.x, begin.y, roundedSteps([begin, ...points, begin], radius).slice(0, -3), 'Z');
}

/** Straight from point to point with rounded bends. */
export const roundedLine = (points: readonly Point[], radius: number): string =>
  points[0] === undefined ? '' : path('M', points[0].x, points[0].y, roundedSteps(points, radius));

/**
 * From the first point, where the pen is, to the last. An arc begins and ends `radius` px from its bend, or half way to where
 * the arc before it ended and to the next bend.
 */
export function roundedSteps(points: readonly Point[], radius: number): readonly (string | number)[] {
  const steps: (string | number)[] = [];
  let pen = points[0];
  for (let i = 1; i < points.length - 1; i++) {
    const bend = points[i];
    if (pen === undefined || bend === undefined) break;
    while (i < points.length - 2 && isAt(points[i + 1], bend)) i++;
    const next = points[i + 1] ?? bend;
    if (radius <= 0 || (bend.x === pen.x && bend.y === pen.y)) {
      steps.push('L', bend.x, bend.y);
      pen = bend;
      continue;
    }
    const [from, to] = [towards(bend, pen, radius), towards(bend, next, radius)];
    steps.push('L', from.x, from.y, 'Q', bend.x, bend.y, to.x, to.y);
    pen = to;
  }
  const end = points.at(-1);
  return end === undefined || points.length < 2 ? steps : [...steps, 'L', end.x, end.y];
}

const isAt = (point: Point | undefined, { x, y }: Point): boolean =>
  point !== undefined && Math.round(point.x - x) === 0 && Math.round(point.y - y) === 0;

function towards(corner: Point, other: Point, radius: number): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  const share = length === 0 ? 0 : Math.min(radius, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}
