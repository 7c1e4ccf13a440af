import { styleValue, type Edge, type Point, type Rectangle } from '@mxg/model';
import { tolerance } from '../tolerance.ts';
import type { Cells } from './cells.ts';
import { connector, type Connector, type StoredEnd } from './connector.ts';
import type { Figure } from './figure.ts';
import type { Form } from './form.ts';
import type { Nearby } from './nearby.ts';
import { area, boundedPoint, breadth, center, distanceTo, holdsPoint } from './rectangle.ts';

/** What an edge needs to know of the shapes around it. */
export interface Shapes {
  /** Breadth of an ordinary shape of the page, px. */
  readonly unit: number;
  readonly cells: Cells;
  readonly figureOf: (id: string | null) => Figure | null;
  readonly near: Nearby<Figure>;
  /** Figures around others than texts and lines. */
  readonly frames: ReadonlySet<Figure>;
}

/** Every edge of a page with its ends, in document order. */
export function readConnectors(shapes: Shapes): readonly Connector[] {
  return shapes.cells.all.flatMap((cell) => (cell.kind === 'edge' ? [readConnector(cell, shapes)] : []));
}

function readConnector(cell: Edge, shapes: Shapes): Connector {
  const { cells, figureOf } = shapes;
  const origin = originOf(figureOf(cell.parent));
  const placed = ({ x, y }: Point): Point => boundedPoint({ x: x + origin.x, y: y + origin.y });
  const hidden = cells.isHidden(cell);
  const waypoints = (cell.geometry?.points ?? []).map(placed);
  const [source, target] = [cell.geometry?.sourcePoint, cell.geometry?.targetPoint].map((point) =>
    point == null ? null : placed(point),
  );
  const from = readEnd(cell.source, source ?? null, hidden, shapes);
  const to = readEnd(cell.target, target ?? null, hidden, shapes);
  const aimedFrom = aimed(from, waypoints[0] ?? placeOf(to), hidden, shapes);
  const aimedTo = aimed(to, waypoints.at(-1) ?? placeOf(from), hidden, shapes);
  const isAimed = aimedFrom.figure !== null && aimedTo.figure !== null;
  const ends: [StoredEnd, StoredEnd] = isAimed ? [aimedFrom, aimedTo] : [from, to];
  return connector(cell, isRuler(cell, ends) ? [loose(from), loose(to)] : ends, waypoints, cells.labelOf(cell), hidden);
}

/** The upper left corner of an edge's parent before it is turned: its points count from there. */
function originOf(parent: Figure | null): Point {
  if (parent === null) return { x: 0, y: 0 };
  const { x, y } = center(parent.bounds);
  const { width, height } = parent.cell.geometry ?? parent.bounds;
  return { x: x - width / 2, y: y - height / 2 };
}

/** Where an end is, as far as the other one is concerned. */
const placeOf = ({ figure, point }: StoredEnd): Point | null => (figure === null ? point : center(figure.bounds));

/** A line without a head from one border of a shape to another of the same is drawn across it, and leads nowhere. */
const isRuler = ({ style }: Edge, [from, to]: readonly [StoredEnd, StoredEnd]): boolean =>
  from.figure === to.figure &&
  (from.how === 'touching' || to.how === 'touching') &&
  styleValue(style, 'endArrow') === 'none' &&
  (styleValue(style, 'startArrow') ?? 'none') === 'none';

const loose = (end: StoredEnd): StoredEnd => ({ ...end, figure: null, how: 'loose' });

/** A loose end that stops just before a shape, straight on, means it; `before` is the point of the route next to the end. */
function aimed(end: StoredEnd, before: Point | null, hidden: boolean, shapes: Shapes): StoredEnd {
  if (end.figure !== null || end.onEdge || end.point === null) return end;
  const figure = aimedAt(end.point, before, hidden, shapes);
  return figure === null ? end : { ...end, figure, how: 'touching' };
}

function readEnd(id: string | null, point: Point | null, hidden: boolean, shapes: Shapes): StoredEnd {
  const figure = shapes.figureOf(id);
  if (figure !== null) return { figure, how: 'stored', onEdge: false, point };
  const tied = shapes.cells.byId(id)?.kind;
  if (tied === 'edge' || tied === 'edge-label') return { figure: null, how: 'loose', onEdge: true, point };
  const touched = point === null ? null : touchedBy(point, hidden, shapes);
  return { figure: touched, how: touched === null ? 'loose' : 'touching', onEdge: false, point };
}

/** Forms that no edge ends at by touch: its own labels, arrows and other lines lie near its ends, too. */
const NOT_TOUCHED: ReadonlySet<Form> = new Set(['text', 'arrow', 'brace', 'group', 'lane']);

/** The smallest shape that a loose end touches: a frame only at its border, others all over. */
function touchedBy(point: Point, hidden: boolean, { near, frames, unit }: Shapes): Figure | null {
  const touched = near.at(point, tolerance.touch * unit).filter((figure) => {
    const slack = tolerance.touch * Math.min(unit, breadth(figure.bounds));
    return (
      figure.hidden === hidden &&
      !NOT_TOUCHED.has(figure.form) &&
      distanceTo(figure.bounds, point) <= slack &&
      (!frames.has(figure) || !liesDeepIn(figure.bounds, point, slack))
    );
  });
  const [first, ...rest] = touched;
  if (first === undefined) return null;
  return rest.reduce((least, figure) => (area(figure.bounds) < area(least.bounds) ? figure : least), first);
}

/** The nearest shape that a loose end stops just before, straight on. */
function aimedAt(point: Point, before: Point | null, hidden: boolean, { near, unit }: Shapes): Figure | null {
  if (before === null || (before.x === point.x && before.y === point.y)) return null;
  const reach = tolerance.aim * unit;
  const scale = 1 / Math.hypot(point.x - before.x, point.y - before.y);
  const ahead = { x: (point.x - before.x) * scale, y: (point.y - before.y) * scale };
  const met = near.at(point, reach).find(({ bounds, form, hidden: unseen }) => {
    const away = distanceTo(bounds, point);
    const there = { x: point.x + ahead.x * (away + 1), y: point.y + ahead.y * (away + 1) };
    return unseen === hidden && !NOT_TOUCHED.has(form) && away > 0 && away <= reach && holdsPoint(bounds, there);
  });
  return met ?? null;
}

const liesDeepIn = ({ x, y, width, height }: Rectangle, point: Point, slack: number): boolean =>
  holdsPoint({ x: x + slack, y: y + slack, width: width - 2 * slack, height: height - 2 * slack }, point);
