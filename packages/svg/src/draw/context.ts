import type { ShapeRow } from '../shapes/family.ts';
import type { CellView } from '../view/view.ts';

/** What is the same for all cells of a picture. */
export interface Context {
  /** The shape of a name that only a stencil library knows; null for none. */
  readonly stencilNamed: (name: string) => ShapeRow | null;
  /** The vertices that stand in the cell of an id, in drawing order. */
  readonly childrenOf: (id: string | null) => readonly VertexView[];
}

export type VertexView = Extract<CellView, { kind: 'vertex' }>;
