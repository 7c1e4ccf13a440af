import type { Point } from '@mxg/model';

/** A piece of a path: straight where it has no handles. */
export interface Curve {
  readonly from: Point;
  readonly to: Point;
  readonly handles: readonly [Point, Point] | null;
}

/** Numbers that a command takes. */
const SIZES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, C: 6, A: 7, Z: 0 };

/** The pieces of each run of a path without a gap, in order. Absolute commands, as `path` writes them. */
export function curvesOf(d: string): readonly (readonly Curve[])[] {
  const runs: Curve[][] = [];
  let [at, start]: [Point, Point] = [ORIGIN, ORIGIN];
  const add = (to: Point, handles: Curve['handles'] = null): void => {
    if (handles !== null || to.x !== at.x || to.y !== at.y) runs.at(-1)?.push({ from: at, to, handles });
    at = to;
  };
  for (const [, command = '', written = ''] of d.matchAll(/([MLHVQCAZ])([^A-Z]*)/g)) {
    const numbers: readonly number[] = written.match(/-?[\d.]{1,20}/g)?.map(Number) ?? [];
    const size = SIZES[command] ?? 0;
    if (command === 'Z') add(start);
    if (size === 0) continue;
    for (let i = 0; i + size <= numbers.length; i += size) {
      const step = numbers.slice(i, i + size);
      const end = { x: step.at(-2) ?? 0, y: step.at(-1) ?? 0 };
      if (command === 'M' && i === 0) {
        runs.push([]);
        [at, start] = [end, end];
      } else if (command === 'H') add({ x: step[0] ?? 0, y: at.y });
      else if (command === 'V') add({ x: at.x, y: step[0] ?? 0 });
      else if (command === 'C') add(end, [pointAt(step, 0), pointAt(step, 2)]);
      else if (command === 'Q') add(end, [between(at, pointAt(step, 0), 2 / 3), between(end, pointAt(step, 0), 2 / 3)]);
      else if (command === 'A') for (const [to, handles] of arcCurves(at, step, end)) add(to, handles);
      else add(end);
    }
  }
  return runs.filter((run) => run.length > 0);
}

const ORIGIN: Point = { x: 0, y: 0 };

const pointAt = (numbers: readonly number[], i: number): Point => ({ x: numbers[i] ?? 0, y: numbers[i + 1] ?? 0 });

const between = (a: Point, b: Point, share: number): Point => ({
  x: a.x + (b.x - a.x) * share,
  y: a.y + (b.y - a.y) * share,
});

/** An arc of an upright ellipse in pieces of at most a quarter. Source: SVG 2, from endpoints to the centre. */
function arcCurves(
  from: Point,
  [rx = 0, ry = 0, , large, sweep]: readonly number[],
  to: Point,
): readonly (readonly [Point, Curve['handles']])[] {
  if (rx === 0 || ry === 0 || (from.x === to.x && from.y === to.y)) return [[to, null]];
  const [dx, dy] = [(from.x - to.x) / 2 / rx, (from.y - to.y) / 2 / ry];
  const scale = Math.max(1, Math.hypot(dx, dy));
  const [a, b] = [rx * scale, ry * scale];
  const off = (large === sweep ? -1 : 1) * Math.sqrt(Math.max(0, (scale / Math.hypot(dx, dy)) ** 2 - 1));
  const [cx, cy] = [(from.x + to.x) / 2 + (off * a * dy) / scale, (from.y + to.y) / 2 - (off * b * dx) / scale];
  const [begin, end] = [Math.atan2((from.y - cy) / b, (from.x - cx) / a), Math.atan2((to.y - cy) / b, (to.x - cx) / a)];
  const whole = 2 * Math.PI;
  const turn = sweep === 1 ? (end - begin + whole) % whole : -((begin - end + whole) % whole);
  const count = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-6));
  const [step, reach] = [turn / count, (4 / 3) * Math.tan(turn / count / 4)];
  const on = (angle: number, along: number): Point => ({
    x: cx + a * (Math.cos(angle) - along * Math.sin(angle)),
    y: cy + b * (Math.sin(angle) + along * Math.cos(angle)),
  });
  return Array.from({ length: count }, (_, i) => {
    const [first, last] = [begin + i * step, begin + (i + 1) * step];
    return [i === count - 1 ? to : on(last, 0), [on(first, reach), on(last, -reach)]] as const;
  });
}

/** Steps of a curve that is taken as straight lines. */
const STEPS = 8;

/** The corners of a run, its curves taken as straight lines. */
export const cornersOf = (run: readonly Curve[]): readonly Point[] =>
  run.flatMap(({ from, to, handles }, i) => {
    const behind =
      handles === null ? [to] : Array.from({ length: STEPS }, (_, k) => along(from, handles, to, (k + 1) / STEPS));
    return i === 0 ? [from, ...behind] : behind;
  });

function along(from: Point, [first, second]: readonly [Point, Point], to: Point, t: number): Point {
  const s = 1 - t;
  const at = (a: number, b: number, c: number, e: number): number =>
    s ** 3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t ** 3 * e;
  return { x: at(from.x, first.x, second.x, to.x), y: at(from.y, first.y, second.y, to.y) };
}
