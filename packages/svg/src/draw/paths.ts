import type { Point, Rectangle } from '@mxg/model';
import { path } from './element.ts';

/** A path straight from point to point. */
export const openPath = (points: readonly Point[]): string =>
  path(...points.flatMap(({ x, y }, i) => [i === 0 ? 'M' : 'L', x, y]));

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

/** A polygon whose corners are rounded: each side is left and met so far from its corner. */
export function roundedPolygon(points: readonly Point[], radius: number): string {
  if (radius <= 0) return closedPath(points);
  const steps = points.flatMap((corner, i): readonly (string | number)[] => {
    const [before, after] = [points.at(i - 1) ?? corner, points[(i + 1) % points.length] ?? corner];
    return [i === 0 ? 'M' : 'L', ...arcAround(corner, before, after, radius)];
  });
  return path(...steps, 'Z');
}

/** From the point where a corner's arc begins, around it, to where the arc ends; both lie `radius` px from the corner where there is room. */
export function arcAround(corner: Point, before: Point, after: Point, radius: number): readonly (string | number)[] {
  const [from, to] = [towards(corner, before, radius), towards(corner, after, radius)];
  return [from.x, from.y, 'Q', corner.x, corner.y, to.x, to.y];
}

function towards(corner: Point, other: Point, radius: number): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y);
  const share = length === 0 ? 0 : Math.min(radius, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * share, y: corner.y + (other.y - corner.y) * share };
}
