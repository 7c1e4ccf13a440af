import type { Point } from '@mxg/model';
import { styleOf } from '../view/styles.ts';
import type { CellView } from '../view/view.ts';

export type EdgeView = Extract<CellView, { kind: 'edge' }>;

/** A point on the way of an edge: where it bends, or where it jumps over another edge. */
export interface Stop extends Point {
  readonly isJump: boolean;
}

/** px: so near to a bend or an end nothing is jumped over. */
const NEAR = 0.5;
/** Pairs of pieces that are looked at in a picture, so that no page takes long; behind them nothing is jumped over. */
const MOST = 5e5;

/** The stops of the edges whose style has a `jumpStyle`: they jump over the edges drawn before them that are neither curved nor have `noJump`. */
export function stopsOf(views: readonly CellView[]): ReadonlyMap<EdgeView, readonly Stop[]> {
  const found = new Map<EdgeView, readonly Stop[]>();
  const before: Line[] = [];
  let left = MOST;
  for (const view of views) {
    if (view.kind !== 'edge') continue;
    const style = styleOf(view.cell);
    const line = lineOf(view.points);
    if (left > 0 && (style('jumpStyle') ?? 'none') !== 'none') {
      const near = before.filter((other) => mayMeet(line, other));
      left -= before.length + near.reduce((sum, { points }) => sum + points.length * line.points.length, 0);
      found.set(view, stopsAlong(line.points, near));
    }
    if (style('curved') !== '1' && style('noJump') !== '1') before.push(line);
  }
  return found;
}

interface Line {
  /** Without those on straight pieces. */
  readonly points: readonly Point[];
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function lineOf(all: readonly Point[]): Line {
  const points = all.filter((point, i) => !isStraightOn(all[i - 1], point, all[i + 1]));
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { points, left, top, right, bottom };
}

/** Whether a point lies within a px of the straight from the one before it to the next. */
function isStraightOn(a: Point | undefined, point: Point, b: Point | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const square = dx * dx + dy * dy;
  const along = square === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / square;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - a.x - share * dx, point.y - a.y - share * dy) < 1;
}

const mayMeet = (a: Line, b: Line): boolean =>
  a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;

function stopsAlong(points: readonly Point[], others: readonly Line[]): readonly Stop[] {
  return points.flatMap((from, i): readonly Stop[] => {
    const to = points[i + 1];
    const bend = { ...from, isJump: false };
    if (to === undefined) return [bend];
    const crossings = others.flatMap((other) => crossingsWith(other.points, from, to));
    const distance = ({ x, y }: Point): number => Math.hypot(x - from.x, y - from.y);
    const sorted = crossings.toSorted((a, b) => distance(a) - distance(b));
    const single = sorted.filter(({ x, y }, at) => x !== sorted[at - 1]?.x || y !== sorted[at - 1]?.y);
    return [bend, ...single.map(({ x, y }) => ({ x, y, isJump: true }))];
  });
}

const crossingsWith = (line: readonly Point[], from: Point, to: Point): readonly Point[] =>
  line.slice(1).flatMap((end, i) => crossing(from, to, line[i] ?? end, end) ?? []);

/** Where two pieces cross, away from their ends; null for nowhere. */
function crossing(a: Point, b: Point, c: Point, d: Point): Point | null {
  const cross = (d.y - c.y) * (b.x - a.x) - (d.x - c.x) * (b.y - a.y);
  if (cross === 0) return null;
  const share = ((d.x - c.x) * (a.y - c.y) - (d.y - c.y) * (a.x - c.x)) / cross;
  const other = ((b.x - a.x) * (a.y - c.y) - (b.y - a.y) * (a.x - c.x)) / cross;
  if (share < 0 || share > 1 || other < 0 || other > 1) return null;
  const at = { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
  const isOff = ({ x, y }: Point): boolean => Math.abs(at.x - x) > NEAR || Math.abs(at.y - y) > NEAR;
  return [a, b, c, d].every(isOff) ? at : null;
}
