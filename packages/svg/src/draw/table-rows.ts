import type { Context, VertexView } from './context.ts';
import type { TableRow } from './figure.ts';

/** The rows of a table by the cells that stand in it; px, in its frame. */
export function tableRows({ cell, bounds }: VertexView, { childrenOf }: Context): readonly TableRow[] {
  return childrenOf(cell.id).map((row) => ({
    x: row.bounds.x - bounds.x,
    y: row.bounds.y - bounds.y,
    height: row.bounds.height,
    columns: childrenOf(row.cell.id)
      .slice(1)
      .map((column) => column.bounds.x - row.bounds.x),
  }));
}
