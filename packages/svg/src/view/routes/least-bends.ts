import type { Point, Rectangle } from '@mxg/model';

/** A direction along an axis: one of the two is 0, the other 1 or -1. */
export type Heading = Point;

/** Where a way begins or ends: outside of its box, going away from it. */
export interface WayEnd {
  readonly box: Rectangle;
  readonly at: Point;
  readonly heading: Heading;
  /** px kept free around the box. */
  readonly jetty: number;
}

/** A turn costs more than any detour. */
const TURN = 1e7;
/** Of ways that are alike the one through the middle between the boxes is taken. */
const OFF_MIDDLE = 0.01;

/** The way with the fewest turns between two ends, the shortest of those; its points from one end to the other, both included. */
export function leastBends(source: WayEnd, target: WayEnd): readonly Point[] {
  const [a, b] = [source.at, target.at];
  if (opposed(source, target)) return [a, b];
  const xs = linesOf(source, target, 'x', 'width');
  const ys = linesOf(source, target, 'y', 'height');
  return search({ source, target, xs, ys }) ?? [a, b];
}

/** Whether the ends go towards each other on one line and have passed each other already. */
function opposed({ at: a, heading: h }: WayEnd, { at: b, heading: g }: WayEnd): boolean {
  if (h.x !== -g.x || h.y !== -g.y) return false;
  return h.x !== 0 ? a.y === b.y && (b.x - a.x) * h.x <= 0 : a.x === b.x && (b.y - a.y) * h.y <= 0;
}

/** The lines that a way may run on: past the ends, around the boxes, through the middle between them. */
function linesOf(source: WayEnd, target: WayEnd, axis: 'x' | 'y', size: 'width' | 'height'): readonly Line[] {
  const sides = [source, target].flatMap(({ box, jetty, at }) => [
    at[axis],
    box[axis] - jetty,
    box[axis] + box[size] + jetty,
  ]);
  const [p, q] = [source.box, target.box];
  const [low, high] = [Math.min(p[axis] + p[size], q[axis] + q[size]), Math.max(p[axis], q[axis])];
  const middle = (low + high) / 2;
  const lines = new Map(sides.map((value) => [value, { value, isMiddle: false }]));
  if (high - low >= source.jetty + target.jetty) lines.set(middle, { value: middle, isMiddle: true });
  return [...lines.values()];
}

interface Line {
  readonly value: number;
  readonly isMiddle: boolean;
}

interface Grid {
  readonly source: WayEnd;
  readonly target: WayEnd;
  readonly xs: readonly Line[];
  readonly ys: readonly Line[];
}

interface Step {
  readonly at: Point;
  readonly heading: Heading;
  readonly cost: number;
  readonly before: Step | null;
}

const keyOf = ({ at, heading }: Pick<Step, 'at' | 'heading'>): string => `${at.x} ${at.y} ${heading.x} ${heading.y}`;

/** Dijkstra's search over the crossings of the lines, each in four headings. */
function search(grid: Grid): readonly Point[] | null {
  const { source, target } = grid;
  const open: Step[] = [{ at: source.at, heading: source.heading, cost: 0, before: null }];
  const done = new Set<string>();
  for (;;) {
    const index = open.reduce((best, step, i) => (step.cost < (open[best]?.cost ?? Infinity) ? i : best), 0);
    const [step] = open.splice(index, 1);
    if (step === undefined) return null;
    const key = keyOf(step);
    if (done.has(key)) continue;
    done.add(key);
    const arrives = step.at.x === target.at.x && step.at.y === target.at.y;
    if (arrives && step.heading.x === -target.heading.x && step.heading.y === -target.heading.y) return pathOf(step);
    open.push(...nextOf(step, grid));
  }
}

function nextOf(step: Step, grid: Grid): readonly Step[] {
  const turns = [step.heading, { x: step.heading.y, y: step.heading.x }, { x: -step.heading.y, y: -step.heading.x }];
  return turns.flatMap((heading): readonly Step[] => {
    const isTurn = heading !== step.heading;
    const turned: Step = {
      at: step.at,
      heading,
      cost: step.cost + (isTurn ? TURN : 0),
      before: step.before === null ? step : step,
    };
    const reached = ahead(step.at, heading, grid).map((line): Step => {
      const at = heading.x !== 0 ? { x: line.value, y: step.at.y } : { x: step.at.x, y: line.value };
      const length = Math.abs(at.x - step.at.x) + Math.abs(at.y - step.at.y);
      return { at, heading, cost: turned.cost + length + offMiddle(step.at, heading, grid), before: step };
    });
    return isTurn
      ? [turned, ...reached.filter(({ at }) => isFree(step.at, at, grid))]
      : reached.filter(({ at }) => isFree(step.at, at, grid));
  });
}

/** What a piece costs besides its length: nothing straight on from an end, down the middle between the boxes, or where there is no such middle. */
function offMiddle(at: Point, heading: Heading, { xs, ys, source, target }: Grid): number {
  const axis = heading.x !== 0 ? 'y' : 'x';
  const middle = (axis === 'y' ? ys : xs).find(({ isMiddle }) => isMiddle);
  const ends = [source, target].filter((end) => (end.heading.x !== 0) === (heading.x !== 0)).map((end) => end.at[axis]);
  const free = [middle?.value, ...ends];
  return middle === undefined || free.includes(at[axis]) ? 0 : OFF_MIDDLE;
}

const ahead = (at: Point, heading: Heading, { xs, ys }: Grid): readonly Line[] =>
  heading.x !== 0
    ? xs.filter(({ value }) => (value - at.x) * heading.x > 0)
    : ys.filter(({ value }) => (value - at.y) * heading.y > 0);

/** Whether a straight piece keeps out of both boxes. */
const isFree = (from: Point, to: Point, { source, target }: Grid): boolean =>
  !crosses(from, to, source.box) && !crosses(from, to, target.box);

function crosses(from: Point, to: Point, { x, y, width, height }: Rectangle): boolean {
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  return right > x && left < x + width && bottom > y && top < y + height;
}

function pathOf(step: Step): readonly Point[] {
  const points: Point[] = [];
  for (let at: Step | null = step; at !== null; at = at.before) points.unshift(at.at);
  return points.filter((point, i) => i === 0 || point.x !== points[i - 1]?.x || point.y !== points[i - 1]?.y);
}
