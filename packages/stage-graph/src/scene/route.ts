import type { Point, Rectangle } from '@mxg/model';
import { distance, holdsPoint } from './rectangle.ts';

/** A straight piece of a route. */
export type Segment = readonly [Point, Point];

export const segmentsOf = (route: readonly Point[]): Segment[] =>
  route.slice(1).map((point, i): Segment => [route[i] ?? point, point]);

/** The upright box around a segment. */
export const boxOf = ([a, b]: Segment): Rectangle => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** How many places of a slanting segment are measured. */
const SAMPLES = 16;

/** Distance of a rectangle from a segment, px; 0 when they touch. Exact along the axes, else to a sixteenth of its length. */
export function distanceFrom(segment: Segment, rectangle: Rectangle): number {
  const [a, b] = segment;
  if (a.x === b.x || a.y === b.y) return distance(boxOf(segment), rectangle);
  const right = rectangle.x + rectangle.width;
  const bottom = rectangle.y + rectangle.height;
  let least = Infinity;
  let away = 0;
  for (let i = 0; i <= SAMPLES; i++) {
    const x = a.x + ((b.x - a.x) * i) / SAMPLES;
    const y = a.y + ((b.y - a.y) * i) / SAMPLES;
    const dx = Math.max(0, rectangle.x - x, x - right);
    const dy = Math.max(0, rectangle.y - y, y - bottom);
    if (dx * dx + dy * dy >= least) continue;
    least = dx * dx + dy * dy;
    away = Math.hypot(dx, dy);
  }
  return away;
}

/** Whether one segment runs along another for more than a point, at most `slack` px beside it. */
export function runsAlong([a, b]: Segment, other: Segment, slack: number): boolean {
  const [c, d] = other;
  const vertical = Math.abs(a.x - b.x) <= slack && Math.abs(c.x - d.x) <= slack && Math.abs(a.x - c.x) <= slack;
  const level = Math.abs(a.y - b.y) <= slack && Math.abs(c.y - d.y) <= slack && Math.abs(a.y - c.y) <= slack;
  if (vertical) return shared(a.y, b.y, c.y, d.y) > slack;
  return level && shared(a.x, b.x, c.x, d.x) > slack;
}

const shared = (a: number, b: number, c: number, d: number): number =>
  Math.min(Math.max(a, b), Math.max(c, d)) - Math.max(Math.min(a, b), Math.min(c, d));

/** Whether a point lies on a segment along an axis, at most `slack` px beside it. */
export const liesOn = (point: Point, segment: Segment, slack: number): boolean =>
  (segment[0].x === segment[1].x || segment[0].y === segment[1].y) && holdsPoint(boxOf(segment), point, slack);
