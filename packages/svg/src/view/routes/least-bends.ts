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

/** A crossing of two lines, and the way on which it was reached. */
interface Step {
  readonly at: Point;
  /** Index into `HEADINGS`. */
  readonly heading: number;
  readonly cost: number;
  /** What a way through it costs, if nothing stands before the target. */
  readonly least: number;
  readonly before: Step | null;
}

/** Clockwise: a turn is one further or one back. */
const HEADINGS: readonly Heading[] = [
  { x: 1, y: 0 },
  { x: 0, y: 1 },
  { x: -1, y: 0 },
  { x: 0, y: -1 },
];

const indexOf = ({ x, y }: Heading): number => (x === 0 ? (y > 0 ? 1 : 3) : x > 0 ? 0 : 2);

/** A* search over the crossings of the lines, each in four headings; of ways that cost the same the one that was reached first. */
function search(grid: Grid): readonly Point[] | null {
  const { source, target, xs, ys } = grid;
  const goal = (indexOf(target.heading) + 2) % 4;
  const known = new Float64Array(4 * xs.length * ys.length).fill(Infinity);
  const stateOf = ({ x, y }: Point, heading: number): number =>
    4 * (indexIn(ys, y) * xs.length + indexIn(xs, x)) + heading;
  const open: Step[] = [];
  const reach: Reach = (at, heading, cost, before) => {
    const state = stateOf(at, heading);
    if (cost >= (known[state] ?? 0)) return;
    known[state] = cost;
    open.push({ at, heading, cost, least: cost + leastLeft(at, heading, target.at, goal), before });
  };
  reach(source.at, indexOf(source.heading), 0, null);
  for (let step = takeLeast(open); step !== null; step = takeLeast(open)) {
    const { at, heading, cost } = step;
    if (heading === goal && at.x === target.at.x && at.y === target.at.y) return pathOf(step);
    if (cost > (known[stateOf(at, heading)] ?? 0)) continue;
    goOn(step, heading, grid, reach);
    for (const turned of [(heading + 1) % 4, (heading + 3) % 4]) {
      reach(at, turned, cost + TURN, step);
      goOn(step, turned, grid, reach);
    }
  }
  return null;
}

function indexIn(lines: readonly Line[], value: number): number {
  for (let i = 0; i < lines.length; i++) if (lines[i]?.value === value) return i;
  return 0;
}

/** The cheapest of the open steps, of such the one nearest to the source, of such the first; it is open no more. */
function takeLeast(open: Step[]): Step | null {
  let [best] = open;
  if (best === undefined) return null;
  for (const step of open)
    if (step.least < best.least || (step.least === best.least && step.cost < best.cost)) best = step;
  open.splice(open.indexOf(best), 1);
  return best;
}

/** What is left to the target at the least: its distance, and the turns without which it is not reached in its heading. */
function leastLeft(at: Point, heading: number, target: Point, goal: number): number {
  const [dx, dy] = [target.x - at.x, target.y - at.y];
  const off = (goal - heading + 4) % 4;
  const { x, y } = HEADINGS[heading] ?? at;
  const isAhead = dx * y === 0 && dy * x === 0 && dx * x >= 0 && dy * y >= 0;
  const turns = off === 2 || (off === 0 && !isAhead) ? 2 : off % 2;
  return turns * TURN + Math.abs(dx) + Math.abs(dy);
}

type Reach = (at: Point, heading: number, cost: number, before: Step | null) => void;

/** Reaches all crossings straight ahead that no box stands before. */
function goOn(step: Step, into: number, grid: Grid, reach: Reach): void {
  const { at } = step;
  const heading = HEADINGS[into] ?? at;
  const isLevel = heading.x !== 0;
  const [from, sign] = isLevel ? [at.x, heading.x] : [at.y, heading.y];
  const cost = step.cost + (into === step.heading ? 0 : TURN) + offMiddle(at, isLevel, grid);
  for (const { value } of isLevel ? grid.xs : grid.ys) {
    const length = (value - from) * sign;
    if (length <= 0) continue;
    const to = isLevel ? { x: value, y: at.y } : { x: at.x, y: value };
    if (isFree(at, to, grid)) reach(to, into, cost + length, step);
  }
}

/** What a piece costs besides its length: nothing straight on from an end, down the middle between the boxes, or where there is no such middle. */
function offMiddle(at: Point, isLevel: boolean, { xs, ys, source, target }: Grid): number {
  const axis = isLevel ? 'y' : 'x';
  const middle = (isLevel ? ys : xs).find(({ isMiddle }) => isMiddle);
  if (middle === undefined || at[axis] === middle.value) return 0;
  const isOn = (end: WayEnd): boolean => (end.heading.x !== 0) === isLevel && end.at[axis] === at[axis];
  return isOn(source) || isOn(target) ? 0 : OFF_MIDDLE;
}

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
