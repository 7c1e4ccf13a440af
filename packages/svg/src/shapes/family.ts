import type { Frame, Insets, Shape } from '../draw/figure.ts';

/** A shape that is known by a name. */
export interface ShapeRow {
  readonly draw: Shape;
  /** The style key that names a stencil which it shows in itself, and the library that is meant where the name has none. */
  readonly icon?: { readonly key: string; readonly library: string };
  /** Where its label stands within its frame; all of it where it is missing. */
  readonly labelInsets?: (frame: Frame) => Insets;
}

/** The shapes of a family by the name that styles give them. */
export type Family = Readonly<Record<string, ShapeRow>>;
