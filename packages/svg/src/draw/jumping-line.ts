import type { Point } from '@mxg/model';
import { path } from './element.ts';
import type { Stop } from './jumps.ts';
import { roundedSteps } from './paths.ts';

/** How a line is drawn that jumps over others. */
export interface JumpingLine {
  /** `arc`, `sharp`, `line`; any other is a gap. */
  readonly kind: string;
  /** px on either side of a crossing. */
  readonly size: number;
  /** px, of the bends. */
  readonly radius: number;
}

/** Of the size of a jump: how far the handles of an arc stand away from the line. */
const ARCH = 1.3;

/**
 * Along stops that begin and end with no jump. Where there is no room for a jump before or behind it, the line goes through.
 * Source: arcs in draw.io's pictures; of the other kinds none has been seen in a picture.
 */
export function jumpingLine(stops: readonly Stop[], { kind, size, radius }: JumpingLine): string {
  const [first] = stops;
  if (first === undefined) return '';
  const steps: (string | number)[] = ['M', first.x, first.y];
  let last: Point = first;
  let points: Point[] = [first];
  stops.forEach((stop, i) => {
    const next = stops[i + 1] ?? stop;
    if (stop.isJump && distance(stop, next) > size && distance(stop, last) > size) {
      const unit = towards(last, stop, size);
      const [from, to] = [at(stop, -1, unit), at(stop, 1, unit)];
      for (const step of roundedSteps([...points, from], radius)) steps.push(step);
      steps.push(...jump(kind, from, to, aside(unit)));
      points = [to];
    } else if (i > 0) {
      points.push(stop);
      last = stop;
    }
  });
  return path(steps, roundedSteps(points, radius));
}

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);

function towards(from: Point, to: Point, size: number): Point {
  const length = distance(from, to);
  return { x: ((to.x - from.x) * size) / length, y: ((to.y - from.y) * size) / length };
}

const at = ({ x, y }: Point, share: number, unit: Point): Point => ({ x: x + share * unit.x, y: y + share * unit.y });

/** The side that jumps stand out to: above level lines, to the right of upright ones. */
const aside = ({ x, y }: Point): Point =>
  Math.round(x) < 0 || (Math.round(x) === 0 && Math.round(y) <= 0) ? { x: -y, y: x } : { x: y, y: -x };

const line = (command: 'M' | 'L', { x, y }: Point): readonly (string | number)[] => [command, x, y];

function jump(kind: string, from: Point, to: Point, side: Point): readonly (string | number)[] {
  const [near, far] = [at(from, 1, side), at(to, 1, side)];
  if (kind === 'arc') {
    const [begin, end] = [at(from, ARCH, side), at(to, ARCH, side)];
    return ['C', begin.x, begin.y, end.x, end.y, to.x, to.y];
  }
  if (kind === 'sharp') return [...line('L', near), ...line('L', far), ...line('L', to)];
  if (kind !== 'line') return line('M', to);
  const bars = [line('M', at(from, -1, side)), line('L', near), line('M', far), line('L', at(to, -1, side))];
  return [...bars.flat(), ...line('M', to)];
}
