import type { StencilNamed } from '../stencils/stencil.ts';
import type { CellView } from '../view/view.ts';
import type { EdgeView, Stop } from './jumps.ts';

/** How labels are drawn: as text, which every reader of SVG shows, or as draw.io exports them, as HTML with text for other readers. */
export type Labels = 'text' | 'html';

/** What is the same for all cells of a picture. */
export interface Context {
  /** What the stencil libraries have, and the stencils in styles. */
  readonly stencilNamed: StencilNamed;
  readonly labels: Labels;
  /** The vertices that stand in the cell of an id, in drawing order. */
  readonly childrenOf: (id: string | null) => readonly VertexView[];
  /** Where an edge bends and jumps over others; null for one that never jumps. */
  readonly stopsOf: (view: EdgeView) => readonly Stop[] | null;
}

export type VertexView = Extract<CellView, { kind: 'vertex' }>;
