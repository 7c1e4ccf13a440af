import type { Geometry, Point } from '@mxg/model';

/** Where the geometry of something on an edge has it. */
type PlaceOnEdge = Pick<Geometry, 'x' | 'y' | 'offset'>;

/**
 * Where something stands on an edge: `x` from -1 to 1 along it (beyond that, straight on), `y` px across it, then its offset.
 * Lengths count in whole px, as in draw.io 24.7's pictures.
 */
export function pointOnEdge(points: readonly Point[], { x, y, offset }: PlaceOnEdge): Point {
  const ends = reachesOf(points);
  const along = Math.round((x / 2 + 0.5) * (ends.at(-1) ?? 0));
  const index = pieceAt(ends, along);
  const before = ends[index - 1] ?? 0;
  const [from, to, length] = [points[index], points[index + 1], (ends[index] ?? 0) - before];
  if (from === undefined || to === undefined) return from ?? { x: 0, y: 0 };
  const [dx, dy] = length === 0 ? [0, 0] : [(to.x - from.x) / length, (to.y - from.y) / length];
  const share = along - before;
  return { x: from.x + dx * share + dy * y + (offset?.x ?? 0), y: from.y + dy * share - dx * y + (offset?.y ?? 0) };
}

/** How far along an edge each of its pieces ends. Many labels may stand on one edge. */
function reachesOf(points: readonly Point[]): readonly number[] {
  const before = reaches.get(points);
  if (before !== undefined) return before;
  let reach = 0;
  const made = points.slice(1).map((point, i) => (reach += distance(points[i] ?? point, point)));
  reaches.set(points, made);
  return made;
}

const reaches = new WeakMap<readonly Point[], readonly number[]>();

/** Number of the first piece that ends further along, or of the last one. */
function pieceAt(ends: readonly number[], along: number): number {
  let [low, high] = [0, Math.max(0, ends.length - 1)];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (along < Math.round(ends[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where an edge has its own label; one whose geometry is not relative has it between its ends. */
export function labelPoint(points: readonly Point[], geometry: Geometry | null): Point {
  if (geometry === null || geometry.relative) return pointOnEdge(points, geometry ?? { x: 0, y: 0, offset: null });
  const [start, end] = [points[0] ?? { x: 0, y: 0 }, points.at(-1) ?? { x: 0, y: 0 }];
  const offset = geometry.offset ?? { x: 0, y: 0 };
  return { x: (start.x + end.x) / 2 + offset.x, y: (start.y + end.y) / 2 + offset.y };
}

const distance = (a: Point, b: Point): number => Math.hypot(b.x - a.x, b.y - a.y);
