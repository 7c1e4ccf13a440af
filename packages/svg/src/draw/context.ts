import type { ShapeRow } from '../shapes/family.ts';

/** What is the same for all cells of a picture. */
export interface Context {
  /** The shape of a name that only a stencil library knows; null for none. */
  readonly stencilNamed: (name: string) => ShapeRow | null;
}
