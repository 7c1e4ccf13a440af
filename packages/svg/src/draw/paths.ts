import type { Point } from '@mxg/model';
import { path } from './element.ts';

/** A path straight from point to point. */
export const openPath = (points: readonly Point[]): string =>
  path(...points.flatMap(({ x, y }, i) => [i === 0 ? 'M' : 'L', x, y]));

/** The same back to its first point. */
export const closedPath = (points: readonly Point[]): string => `${openPath(points)} Z`;

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
