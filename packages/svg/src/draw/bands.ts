import type { Point } from '@mxg/model';
import { numberOf, type StyleOf } from '../view/shape.ts';
import { filled, outline, solid, type Part } from './figure.ts';
import type { Paint } from './paint.ts';
import { closedPath, openPath } from './paths.ts';

/** Draws an edge as wide as a band. */
type Band = (points: readonly Point[], style: StyleOf, paint: Paint) => readonly Part[];

/** px; draw.io's `width`, and what the heads of its arrows are longer and wider. */
const [LINK, ARROW_WIDTH, HEAD_LENGTH, HEAD_WIDTH] = [4, 10, 18, 20];
/** Sizes of heads are counted in so many px. */
const HEAD_UNIT = 3;

/** Two lines beside each other. */
const link: Band = (points, style, paint) => {
  const half = bandWidth(style, paint, LINK) / 2;
  const [left, right] = [besides(points, half), besides(points, -half)];
  return [
    filled(closedPath([...left, ...right.toReversed()]), fillOf(style)),
    outline(openPath(left)),
    outline(openPath(right)),
  ];
};

/** A band with a head where the edge has an arrow. */
const flexArrow: Band = (points, style, paint) => {
  const width = bandWidth(style, paint, ARROW_WIDTH);
  const head = (end: 'start' | 'end'): Head | null =>
    (style(`${end}Arrow`) ?? 'none') === 'none'
      ? null
      : {
          length: numberOf(style, `${end}Size`, HEAD_LENGTH / HEAD_UNIT) * HEAD_UNIT + paint.strokeWidth,
          width: width + numberOf(style, `${end}Width`, HEAD_WIDTH) + paint.strokeWidth,
        };
  return [solid(arrowPath(points, { width, start: head('start'), end: head('end') }, paint), fillOf(style))];
};

/** Shapes of edges that have two sides, by their name in styles. */
export const BANDS: ReadonlyMap<string, Band> = new Map([
  ['link', link],
  ['flexArrow', flexArrow],
]);

const bandWidth = (style: StyleOf, { strokeWidth }: Paint, usual: number): number =>
  Math.max(0, numberOf(style, 'width', usual)) + Math.max(0, strokeWidth - 1);

/** Bands are filled only where the style names a colour. */
const fillOf = (style: StyleOf): { readonly fill?: null } => (style('fillColor') === null ? { fill: null } : {});

interface Head {
  /** px. */
  readonly length: number;
  readonly width: number;
}

interface ArrowSizes {
  readonly width: number;
  readonly start: Head | null;
  readonly end: Head | null;
}

/** Around the band and its heads. Half a line stays free at both ends. */
function arrowPath(points: readonly Point[], { width, start, end }: ArrowSizes, { strokeWidth }: Paint): string {
  const back = shortened(shortened(points, strokeWidth / 2).toReversed(), strokeWidth / 2);
  const ahead = back.toReversed();
  const [tail, tip] = [ahead[0], back[0]];
  if (tail === undefined || tip === undefined) return '';
  const behindEnd = shortened(back, end?.length ?? 0).toReversed();
  const shaft = shortened(behindEnd, start?.length ?? 0);
  const [left, right] = [besides(shaft, width / 2), besides(shaft, -width / 2)];
  const endWings = end === null ? [] : [side(shaft, end.width / 2, 'end'), tip, side(shaft, -end.width / 2, 'end')];
  const startWings =
    start === null ? [] : [side(shaft, -start.width / 2, 'start'), tail, side(shaft, start.width / 2, 'start')];
  return closedPath([...left, ...endWings, ...right.toReversed(), ...startWings]);
}

/** The same line begun so many px behind its first point, within its first piece. */
function shortened(points: readonly Point[], by: number): readonly Point[] {
  const [first, second] = [points[0], points[1]];
  if (first === undefined || second === undefined) return points;
  const length = Math.hypot(second.x - first.x, second.y - first.y);
  const share = length === 0 ? 0 : by / length;
  return [{ x: first.x + (second.x - first.x) * share, y: first.y + (second.y - first.y) * share }, ...points.slice(1)];
}

function side(points: readonly Point[], by: number, end: 'start' | 'end'): Point {
  const line = besides(points, by);
  return (end === 'start' ? line[0] : line.at(-1)) ?? { x: 0, y: 0 };
}

/** Cosine of half a turn: a more pointed one is not drawn out to where its sides meet. Source: mxGraph. */
const POINTED = 0.06;

/** A line beside another, so many px to its left; at a bend where both pieces' sides meet. */
function besides(points: readonly Point[], by: number): readonly Point[] {
  const line = points.filter(({ x, y }, i) => x !== points[i - 1]?.x || y !== points[i - 1]?.y);
  return line.map((point, i) => {
    const [before, behind] = [line[i - 1] ?? null, line[i + 1] ?? null];
    const [a, b] = [before === null ? null : normal(before, point), behind === null ? null : normal(point, behind)];
    const [one, other] = [a ?? b, b ?? a];
    if (one === null || other === null) return point;
    const half = Math.sqrt(Math.max(0, 1 + one.x * other.x + one.y * other.y) / 2);
    if (half === 0) return point;
    const share = by / (2 * half * Math.max(half, POINTED));
    return { x: point.x + (one.x + other.x) * share, y: point.y + (one.y + other.y) * share };
  });
}

/** To the left of the way from a to b, as it is seen with y down. */
function normal(a: Point, b: Point): Point {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  return { x: (b.y - a.y) / length, y: (a.x - b.x) / length };
}
