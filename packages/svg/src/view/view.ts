import {
  absoluteBounds,
  cellsById,
  styleFlag,
  type Cell,
  type Edge,
  type Model,
  type Point,
  type Rectangle,
} from '@mxg/model';
import { pointOnEdge } from './edge-labels.ts';
import { edgePoints } from './edges.ts';
import { directionOf, numberOf, type PlacedVertex } from './shape.ts';
import { styleOf } from './styles.ts';

/** A cell as draw.io's view has it: px, y down, in the page's frame. */
export type CellView =
  | { readonly kind: 'vertex'; readonly cell: Cell; readonly bounds: Rectangle }
  | { readonly kind: 'edge'; readonly cell: Edge; readonly points: readonly Point[] };

/** Places the cells of a page that are seen, in drawing order. Pure; any model gives a view. */
export function viewOf({ cells }: Model): readonly CellView[] {
  const bounds = absoluteBounds(cells);
  const byId = cellsById(cells);
  const isSeen = seenBy(byId);
  const placed = (id: string | null): PlacedVertex | null => {
    const cell = id === null ? undefined : byId.get(id);
    const box = cell === undefined ? null : bounds[cell.index];
    return cell === undefined || box == null ? null : placedVertex(cell, box);
  };
  const pointsOf = (cell: Edge): readonly Point[] | null => {
    const parent = cell.parent === null ? undefined : byId.get(cell.parent);
    const origin = (parent === undefined ? null : bounds[parent.index]) ?? { x: 0, y: 0 };
    return edgePoints(cell, styleOf(cell), { source: placed(cell.source), target: placed(cell.target), origin });
  };
  const routes = new Map(cells.filter((cell) => cell.kind === 'edge').map((cell) => [cell as Cell, pointsOf(cell)]));
  return cells.filter(isSeen).flatMap((cell): readonly CellView[] => {
    const box = bounds[cell.index] ?? onEdge(cell, routes.get(byId.get(cell.parent ?? '') as Cell) ?? null);
    if (cell.kind !== 'edge')
      return box == null || !DRAWN.has(cell.kind) ? [] : [{ kind: 'vertex', cell, bounds: box }];
    const points = routes.get(cell) ?? null;
    return points === null ? [] : [{ kind: 'edge', cell, points }];
  });
}

const DRAWN: ReadonlySet<string> = new Set(['vertex', 'edge-label']);

/** The bounds of a vertex that stands on an edge: its corner is the point of the edge. */
function onEdge({ geometry }: Cell, points: readonly Point[] | null): Rectangle | null {
  if (geometry === null || points === null) return null;
  const { width, height } = geometry;
  return { ...pointOnEdge(points, geometry), width, height };
}

function placedVertex(cell: Cell, bounds: Rectangle): PlacedVertex {
  const style = styleOf(cell);
  return {
    bounds,
    rotation: numberOf(style, 'rotation', 0),
    direction: directionOf(style),
    flipH: styleFlag(cell.style, 'flipH'),
    flipV: styleFlag(cell.style, 'flipV'),
    style,
  };
}

/** Cells are not seen below one that is hidden or collapsed. */
function seenBy(byId: ReadonlyMap<string, Cell>): (cell: Cell) => boolean {
  const known = new Map<Cell, boolean>();
  const isSeen = (cell: Cell): boolean => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    known.set(cell, cell.visible);
    const parent = cell.parent === null ? undefined : byId.get(cell.parent);
    const seen = cell.visible && (parent === undefined || (!parent.collapsed && isSeen(parent)));
    known.set(cell, seen);
    return seen;
  };
  return isSeen;
}
