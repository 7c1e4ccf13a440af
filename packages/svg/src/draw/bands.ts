import type { Point } from '@mxg/model';
import { numberOf, type StyleOf } from '../view/shape.ts';
import { path } from './element.ts';
import { filled, outline, solid, type Ink, type Part } from './figure.ts';
import type { Paint } from './paint.ts';

/** Draws an edge as wide as a band. */
type Band = (points: readonly Point[], style: StyleOf, paint: Paint) => readonly Part[];

/** px; draw.io's `width`, and what the heads of its arrows are longer and wider. */
const [LINK, ARROW_WIDTH, HEAD_LENGTH, HEAD_WIDTH] = [4, 10, 18, 20];
/** Sizes of heads are counted in so many px. */
const HEAD_UNIT = 3;

/** Two lines beside each other; the second is drawn back. */
const link: Band = (points, style, paint) => {
  const frame = frameOf(points, bandWidth(style, paint, LINK), style, paint);
  if (frame === null) return [];
  const { turns } = frame;
  const [start, end] = [endOf(frame, 'start', 0), endOf(frame, 'end', 0)];
  const left = ['M', ...start.left, ...along(turns.left), 'L', ...end.left];
  const right = [...end.right, ...against(turns.right), 'L', ...start.right];
  return [filled(path(left, 'L', right, 'Z'), fillOf(style)), outline(path(left, 'M', right), joinOf(frame))];
};

/** A band with a head where the edge has an arrow. */
const flexArrow: Band = (points, style, paint) => {
  const frame = frameOf(points, bandWidth(style, paint, ARROW_WIDTH), style, paint);
  if (frame === null) return [];
  const heads = [headAt(frame, 'start', style, paint), headAt(frame, 'end', style, paint)] as const;
  const d = path('M', aroundEnd(heads[0]), along(frame.turns.left), 'L', aroundEnd(heads[1]));
  const whole = solid(`${d} ${path(against(frame.turns.right), 'Z')}`, { ...fillOf(style), ...joinOf(frame) });
  // heads are drawn again, so that their corners stay pointed
  const again = frame.isBent ? heads.filter(({ tip }) => tip !== null) : [];
  return [whole, ...again.map((head) => outline(path('M', aroundEnd(head)), { miterLimit: 4 }))];
};

/** Shapes of edges that have two sides, by their name in styles. */
export const BANDS: ReadonlyMap<string, Band> = new Map([
  ['link', link],
  ['flexArrow', flexArrow],
]);

const bandWidth = (style: StyleOf, { strokeWidth }: Paint, usual: number): number =>
  Math.max(0, numberOf(style, 'width', usual)) + Math.max(0, strokeWidth - 1);

/** Bands are filled only where the style names a colour. */
const fillOf = (style: StyleOf): Ink => (style('fillColor') === null ? { fill: null } : {});

/** Bends are blunt, or round. Source: mxGraph. */
const joinOf = ({ isBent, isRounded }: BandFrame): Ink =>
  isRounded ? { join: 'round' } : isBent ? { miterLimit: 1.42 } : {};

type Steps = readonly (string | number)[];

/** The way of a band, and what its sides make of its bends. */
interface BandFrame {
  readonly line: readonly Point[];
  /** px. */
  readonly width: number;
  readonly isRounded: boolean;
  readonly isBent: boolean;
  readonly turns: { readonly left: readonly Turn[]; readonly right: readonly Turn[] };
}

/** A side at a bend: around a handle, or, without one, at a point. */
interface Turn {
  readonly from: Point;
  readonly to: Point;
  readonly handle: Point | null;
}

/** Null for an edge without length. */
function frameOf(points: readonly Point[], width: number, style: StyleOf, { strokeWidth }: Paint): BandFrame | null {
  const line = points.filter(({ x, y }, i) => x !== points[i - 1]?.x || y !== points[i - 1]?.y);
  if (line.length < 2) return null;
  const isRounded = style('rounded') === '1';
  const least = isRounded ? Math.max(BLUNT, Math.min(strokeWidth / 200 + 0.04, 0.35)) : POINTED;
  const bends = line
    .slice(1, -1)
    .map((bend, i) => turnsAt(line[i] ?? bend, bend, line[i + 2] ?? bend, { width, isRounded, least }));
  const turns = { left: bends.map(([left]) => left), right: bends.map(([, right]) => right) };
  return { line, width, isRounded, isBent: points.length > 2, turns };
}

/** Cosines of half a turn: sides of a more pointed one are not drawn out to where they meet. Source: mxGraph. */
const [POINTED, BLUNT] = [0.06, 0.1];

interface BendQuery {
  readonly width: number;
  readonly isRounded: boolean;
  readonly least: number;
}

/** Both sides at a bend: where they meet; the outer one goes around that where bends are round. */
function turnsAt(
  before: Point,
  bend: Point,
  behind: Point,
  { width, isRounded, least }: BendQuery,
): readonly [Turn, Turn] {
  const [a, b] = [normal(before, bend), normal(bend, behind)];
  const half = Math.sqrt(Math.max(0, 1 + a.x * b.x + a.y * b.y) / 2);
  const share = half === 0 ? 0 : width / 2 / (2 * half * Math.max(half, least));
  const side = { x: (a.x + b.x) * share, y: (a.y + b.y) * share };
  const [left, right] = [moved(bend, side, 1), moved(bend, side, -1)];
  const cross = a.x * b.y - a.y * b.x;
  if (!isRounded || cross === 0) return [plain(left), plain(right)];
  return cross > 0
    ? [{ from: moved(right, a, width), to: moved(right, b, width), handle: left }, plain(right)]
    : [plain(left), { from: moved(left, a, -width), to: moved(left, b, -width), handle: right }];
}

const plain = (point: Point): Turn => ({ from: point, to: point, handle: null });

const moved = ({ x, y }: Point, by: Point, times: number): Point => ({ x: x + by.x * times, y: y + by.y * times });

/** To the left of the way from a to b, as it is seen with y down. */
function normal(a: Point, b: Point): Point {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  return { x: (b.y - a.y) / length, y: (a.x - b.x) / length };
}

const along = (turns: readonly Turn[]): Steps =>
  turns.flatMap(({ from, to, handle }) => ['L', ...at(from), ...around(handle, to)]);

const against = (turns: readonly Turn[]): Steps =>
  turns.toReversed().flatMap(({ from, to, handle }) => ['L', ...at(to), ...around(handle, from)]);

const around = (handle: Point | null, to: Point): Steps => (handle === null ? [] : ['Q', ...at(handle), ...at(to)]);

const at = ({ x, y }: Point): readonly [number, number] => [x, y];

/** Both corners of a band so many px before one of its ends. */
function endOf(
  { line, width }: BandFrame,
  end: 'start' | 'end',
  before: number,
  wide = width,
): { readonly left: Steps; readonly right: Steps } {
  const [tip, next] = end === 'start' ? [line[0], line[1]] : [line.at(-1), line.at(-2)];
  if (tip === undefined || next === undefined) return { left: [], right: [] };
  const across = normal(tip, next);
  const base = moved(tip, { x: -across.y, y: across.x }, before);
  const side = end === 'start' ? wide / 2 : -wide / 2;
  return { left: at(moved(base, across, side)), right: at(moved(base, across, -side)) };
}

/** An end of an arrow. */
interface ArrowEnd {
  readonly end: 'start' | 'end';
  /** The corners of the band. */
  readonly neck: ReturnType<typeof endOf>;
  /** The corners of the head; the same without one. */
  readonly wings: ReturnType<typeof endOf>;
  /** Null without a head. */
  readonly tip: Steps | null;
}

/** Half a line stays free at both ends. */
function headAt(frame: BandFrame, end: 'start' | 'end', style: StyleOf, { strokeWidth }: Paint): ArrowEnd {
  const free = strokeWidth / 2;
  if ((style(`${end}Arrow`) ?? 'none') === 'none') {
    const neck = endOf(frame, end, free);
    return { end, neck, wings: neck, tip: null };
  }
  const length = numberOf(style, `${end}Size`, HEAD_LENGTH / HEAD_UNIT) * HEAD_UNIT + strokeWidth;
  const wide = frame.width + numberOf(style, `${end}Width`, HEAD_WIDTH) + strokeWidth;
  return {
    end,
    neck: endOf(frame, end, free + length),
    wings: endOf(frame, end, free + length, wide),
    tip: endOf(frame, end, free, 0).left,
  };
}

/** Around an end: at the start from right to left, at the end back from left to right. */
function aroundEnd({ end, neck, wings, tip }: ArrowEnd): Steps {
  const [first, last] = end === 'start' ? (['right', 'left'] as const) : (['left', 'right'] as const);
  if (tip === null) return [...neck[first], 'L', ...neck[last]];
  return [...neck[first], 'L', ...wings[first], 'L', ...tip, 'L', ...wings[last], 'L', ...neck[last]];
}
