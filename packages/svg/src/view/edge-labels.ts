import type { Geometry, Point } from '@mxg/model';

/** Where a label stands on an edge: `x` from -1 to 1 along it, `y` px across it, then its offset. */
export function pointOnEdge(points: readonly Point[], { x, y, offset }: Pick<Geometry, 'x' | 'y' | 'offset'>): Point {
  const lengths = points
    .slice(1)
    .map((point, i) => Math.hypot(point.x - (points[i]?.x ?? 0), point.y - (points[i]?.y ?? 0)));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let left = (x / 2 + 0.5) * whole;
  let index = 0;
  while (index < lengths.length - 1 && left > (lengths[index] ?? 0)) left -= lengths[index++] ?? 0;
  const [from, to] = [points[index], points[index + 1]];
  if (from === undefined || to === undefined) return from ?? { x: 0, y: 0 };
  const length = lengths[index] ?? 0;
  const [dx, dy] = length === 0 ? [0, 0] : [(to.x - from.x) / length, (to.y - from.y) / length];
  const share = length === 0 ? 0 : left;
  return { x: from.x + dx * share + dy * y + (offset?.x ?? 0), y: from.y + dy * share - dx * y + (offset?.y ?? 0) };
}
