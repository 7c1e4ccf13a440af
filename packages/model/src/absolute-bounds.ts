import type { Cell } from './cell.ts';
import type { Point, Rectangle } from './geometry.ts';

/**
 * Where each vertex stands on its page: px, y down, in the page's frame, before its own rotation. By index of the cell; null
 * for cells that are no vertices, for vertices on an edge (their place is the edge's matter) and for what has no geometry.
 * A parent that is missing, or its own ancestor, counts as the page. Source: draw.io 24.7.17's view.
 */
export function absoluteBounds(cells: readonly Cell[]): readonly (Rectangle | null)[] {
  const byId = cellsById(cells);
  const known = new Map<Cell, Frame>();
  return cells.map((cell) => (cell.kind === 'vertex' && cell.geometry !== null ? frameOf(cell, byId, known) : null));
}

/** Cells by id; of cells with the same id the first. */
export function cellsById(cells: readonly Cell[]): ReadonlyMap<string, Cell> {
  const byId = new Map<string, Cell>();
  for (const cell of cells) if (cell.id !== null && !byId.has(cell.id)) byId.set(cell.id, cell);
  return byId;
}

/** Bounds of a cell, or null below an edge. What has no geometry stands at its parent's corner. */
type Frame = Rectangle | null;

const page: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

/** Walks up to the first ancestor whose place is known, then back down: deep nesting costs no stack. */
function frameOf(cell: Cell, byId: ReadonlyMap<string, Cell>, known: Map<Cell, Frame>): Frame {
  const way: Cell[] = [];
  const seen = new Set<Cell>();
  let next: Cell | undefined = cell;
  while (next !== undefined && !known.has(next) && !seen.has(next)) {
    seen.add(next);
    way.push(next);
    next = next.parent === null ? undefined : byId.get(next.parent);
  }
  let frame: Frame = next === undefined || seen.has(next) ? page : (known.get(next) ?? null);
  for (const step of way.reverse()) {
    frame = placed(step, frame);
    known.set(step, frame);
  }
  return frame;
}

function placed({ kind, geometry }: Cell, parent: Frame): Frame {
  if (parent === null || kind === 'edge' || kind === 'edge-label') return null;
  if (geometry === null) return { x: parent.x, y: parent.y, width: 0, height: 0 };
  const { x, y, width, height, relative, offset } = geometry;
  const corner: Point = relative
    ? { x: x * parent.width + (offset?.x ?? 0), y: y * parent.height + (offset?.y ?? 0) }
    : { x, y };
  return { x: parent.x + corner.x, y: parent.y + corner.y, width, height };
}
