import type { Edge, Point, Rectangle } from '@mxg/model';
import { tolerance } from '../tolerance.ts';
import type { Cells } from './cells.ts';
import { connector, type Connector, type StoredEnd } from './connector.ts';
import type { Figure } from './figure.ts';
import type { Form } from './form.ts';
import type { Nearby } from './nearby.ts';
import { area, breadth, distanceTo, holdsPoint } from './rectangle.ts';

/** What an edge needs to know of the shapes around it. */
export interface Shapes {
  /** Breadth of an ordinary shape of the page, px. */
  readonly unit: number;
  readonly cells: Cells;
  readonly figureOf: (id: string | null) => Figure | null;
  readonly near: Nearby<Figure>;
  readonly contentOf: ReadonlyMap<Figure, readonly Figure[]>;
}

/** Every edge of a page with its ends, in document order. */
export function readConnectors(shapes: Shapes): readonly Connector[] {
  return shapes.cells.all.flatMap((cell) => (cell.kind === 'edge' ? [readConnector(cell, shapes)] : []));
}

function readConnector(cell: Edge, shapes: Shapes): Connector {
  const { cells, figureOf } = shapes;
  const origin = figureOf(cell.parent)?.bounds ?? { x: 0, y: 0 };
  const placed = ({ x, y }: Point): Point => ({ x: x + origin.x, y: y + origin.y });
  const hidden = cells.isHidden(cell);
  const ends = SIDES.map((side): StoredEnd => {
    const stored = cell.geometry?.[`${side}Point`] ?? null;
    return readEnd(cell[side], stored === null ? null : placed(stored), hidden, shapes);
  }) as [StoredEnd, StoredEnd];
  return connector(cell, ends, (cell.geometry?.points ?? []).map(placed), cells.labelOf(cell), hidden);
}

const SIDES = ['source', 'target'] as const;

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
function touchedBy(point: Point, hidden: boolean, { near, contentOf, unit }: Shapes): Figure | null {
  const touched = near.at(point, tolerance.touch * unit).filter((figure) => {
    const slack = tolerance.touch * Math.min(unit, breadth(figure.bounds));
    return (
      figure.hidden === hidden &&
      !NOT_TOUCHED.has(figure.form) &&
      distanceTo(figure.bounds, point) <= slack &&
      (!isFrame(figure, contentOf) || !liesDeepIn(figure.bounds, point, slack))
    );
  });
  const [first, ...rest] = touched;
  if (first === undefined) return null;
  return rest.reduce((least, figure) => (area(figure.bounds) < area(least.bounds) ? figure : least), first);
}

const isFrame = (figure: Figure, contentOf: Shapes['contentOf']): boolean =>
  contentOf.get(figure)?.some(({ form }) => form !== 'text' && form !== 'line') === true;

const liesDeepIn = ({ x, y, width, height }: Rectangle, point: Point, slack: number): boolean =>
  holdsPoint({ x: x + slack, y: y + slack, width: width - 2 * slack, height: height - 2 * slack }, point);
