import type { Point } from '@mxg/model';
import { outline, solid, type Part } from './figure.ts';
import { closedPath, ellipsePath, openPath } from './paths.ts';

/** The end of an edge with a mark on it: what is drawn, and where the line itself ends. */
export interface Marked {
  readonly parts: readonly Part[];
  readonly end: Point;
}

/** What an arrow head hangs on. */
export interface MarkQuery {
  readonly type: string | null;
  /** Where the edge ends, and the point that it comes from. */
  readonly tip: Point;
  readonly from: Point;
  /** px. */
  readonly size: number;
  readonly strokeWidth: number;
  /** Null for a mark that is not filled. */
  readonly fill: string | null;
  /** Whether the mark stands at the beginning of the edge. */
  readonly isStart: boolean;
}

/** Draws the mark at an end of an edge. A kind that is not known has none. */
export function marked({ type, tip, from, size, strokeWidth, fill, isStart }: MarkQuery): Marked {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y);
  const mark = type !== null && Object.hasOwn(MARKS, type) ? MARKS[type] : undefined;
  if (mark === undefined || length === 0) return { parts: [], end: tip };
  const unit = { x: (tip.x - from.x) / length, y: (tip.y - from.y) / length };
  const at = (back: number, aside: number): Point => ({
    x: tip.x - unit.x * back - unit.y * aside,
    y: tip.y - unit.y * back + unit.x * aside,
  });
  const { strokes, end } = mark({ size, line: strokeWidth, isStart });
  const parts = strokes.map((stroke): Part => {
    if ('radius' in stroke) {
      const { x, y } = at(stroke.back, 0);
      const { radius } = stroke;
      const dot = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
      return solid(ellipsePath(dot), { dashes: null, fill: stroke.fill ?? fill });
    }
    const points = stroke.points.map(([back, aside]) => at(back, aside));
    return stroke.isClosed
      ? solid(closedPath(points), { dashes: null, fill })
      : outline(openPath(points), { dashes: null });
  });
  return { parts, end: at(end, 0) };
}

/** px back from the tip, and px aside of the line. */
type Place = readonly [back: number, aside: number];
type Stroke =
  | { readonly points: readonly Place[]; readonly isClosed: boolean }
  | { readonly radius: number; readonly back: number; readonly fill?: string };

interface Mark {
  readonly strokes: readonly Stroke[];
  /** px from the tip to where the line ends. */
  readonly end: number;
}

type MarkOf = (query: { readonly size: number; readonly line: number; readonly isStart: boolean }) => Mark;

const closed = (...points: readonly Place[]): Stroke => ({ points, isClosed: true });
const open = (...points: readonly Place[]): Stroke => ({ points, isClosed: false });

/** Of the line's width: how far the point of an outline whose sides open one to two reaches beyond its corner. */
const MITER = 1.118;

/** A triangle; `notch` of its length is cut out behind. */
const arrow =
  (slimness: number, notch: number): MarkOf =>
  ({ size, line }) => {
    const [tip, whole] = [MITER * line, size + line];
    const [back, side] = [tip + whole, whole / slimness];
    const waist = tip + whole * (1 - notch);
    const sides: readonly Place[] = notch === 0 ? [] : [[waist, 0]];
    return { strokes: [closed([tip, 0], [back, side], ...sides, [back, -side])], end: waist };
  };

const openArrow =
  (slimness: number): MarkOf =>
  ({ size, line }) => {
    const [tip, whole] = [MITER * line, size + line];
    const [back, side] = [tip + whole, whole / slimness];
    return { strokes: [open([back, side], [tip, 0], [back, -side])], end: 2 * tip };
  };

/** @param miter of the line's width, that the mark stands back from the tip */
const diamond =
  (slimness: number, miter: number): MarkOf =>
  ({ size, line }) => {
    const [tip, whole] = [miter * line, size + line];
    const [middle, side, back] = [tip + whole / 2, whole / slimness, tip + whole];
    return { strokes: [closed([tip, 0], [middle, side], [back, 0], [middle, -side])], end: back };
  };

/** Marks that are drawn in units of `size + line + 1`. */
const inUnits =
  (strokes: (unit: number, size: number) => readonly Stroke[], end = 0): MarkOf =>
  ({ size, line }) => {
    const unit = size + line + 1;
    return { strokes: strokes(unit, size), end: end * unit };
  };

const bar = (unit: number, back: number): Stroke => open([back * unit, unit / 2], [back * unit, -unit / 2]);
const foot = (unit: number): Stroke => open([0, -unit / 2], [unit, 0], [0, unit / 2]);
const ring = (unit: number, size: number): Stroke => ({ radius: size / 2, back: 1.5 * unit, fill: '#ffffff' });

/** A ring of the width of the mark's whole size behind the tip. */
const circle: MarkOf = ({ size, line }) => {
  const radius = size + line;
  return { strokes: [{ radius, back: radius }], end: 2 * radius + line };
};

/**
 * The kinds of marks by their names in styles. Source: draw.io 24.7's pictures of `classic`, `block`, `open`, their thin ones, `diamondThin`, `oval`
 * and the marks of entities but `ERzeroToOne`; a drawing by draw.io of `halfCircle`; mxGraph for `diamond`. Of all others no picture has been seen:
 * they are drawn as their names have it.
 */
const MARKS: Readonly<Record<string, MarkOf>> = {
  classic: arrow(2, 1 / 4),
  classicThin: arrow(3, 1 / 4),
  block: arrow(2, 0),
  blockThin: arrow(3, 0),
  open: openArrow(2),
  openThin: openArrow(3),
  diamond: diamond(2, Math.SQRT1_2),
  diamondThin: diamond(3.4, 0.9862),
  oval: ({ size }) => ({ strokes: [{ radius: size / 2, back: 0 }], end: size / 2 }),
  circle,
  circlePlus: (query) => {
    const { strokes, end } = circle(query);
    const whole = query.size + query.line;
    const reach = whole - query.line;
    const plus = [open([whole - reach, 0], [whole + reach, 0]), open([whole, reach], [whole, -reach])];
    return { strokes: [...strokes, ...plus], end };
  },
  halfCircle: inUnits((unit) => [open(...halfRound(unit))], 1),
  async: ({ size, line, isStart }) => {
    const [tip, whole] = [MITER * line, size + line];
    const side = isStart ? whole / 2 : -whole / 2;
    return { strokes: [closed([tip, 0], [tip + whole, side], [tip + whole, 0])], end: tip + whole };
  },
  openAsync: ({ size, line, isStart }) => {
    const whole = size + line;
    return { strokes: [open([0, 0], [whole, isStart ? whole / 2 : -whole / 2])], end: 0 };
  },
  box: inUnits((unit) => [closed([0, unit / 2], [0, -unit / 2], [unit, -unit / 2], [unit, unit / 2])], 1),
  cross: inUnits((unit) => [
    open([unit / 2, unit / 2], [1.5 * unit, -unit / 2]),
    open([unit / 2, -unit / 2], [1.5 * unit, unit / 2]),
  ]),
  dash: inUnits((unit) => [open([unit / 2, unit / 2], [1.5 * unit, -unit / 2])]),
  baseDash: inUnits((unit) => [bar(unit, 0)]),
  doubleBlock: ({ size, line }) => {
    const [tip, whole] = [MITER * line, size + line];
    const block = (from: number): Stroke => closed([from, 0], [from + whole, whole / 2], [from + whole, -whole / 2]);
    return { strokes: [block(tip), block(tip + whole)], end: tip + 2 * whole };
  },
  manyOptional: inUnits((unit, size) => [foot(unit), ring(unit, size)]),
  ERone: inUnits((unit) => [bar(unit, 1 / 2)]),
  ERmandOne: inUnits((unit) => [bar(unit, 1 / 2), bar(unit, 1)]),
  ERmany: inUnits((unit) => [foot(unit)]),
  ERoneToMany: inUnits((unit) => [bar(unit, 1), foot(unit)]),
  ERzeroToOne: inUnits((unit, size) => [ring(unit, size), bar(unit, 1 / 2)]),
  ERzeroToMany: inUnits((unit, size) => [ring(unit, size), foot(unit)]),
};

/** Two quarters, each a curve whose handle is the corner that it rounds. */
function halfRound(unit: number): readonly Place[] {
  const quarter = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => i / 8);
  const sides = (side: number): readonly Place[] =>
    quarter.map((t) => [unit * (2 * t * (1 - t) + t * t), side * unit * ((1 - t) ** 2 + 2 * t * (1 - t))]);
  return [...sides(1), ...sides(-1).toReversed().slice(1)];
}
