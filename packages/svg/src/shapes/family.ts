import type { Frame, Insets, Shape } from '../draw/figure.ts';

/** A shape that is known by a name. */
export interface ShapeRow {
  readonly draw: Shape;
  /** Where its label stands within its frame; all of it where it is missing. */
  readonly labelInsets?: (frame: Frame) => Insets;
}

/** The shapes of a family by the name that styles give them. */
export type Family = Readonly<Record<string, ShapeRow>>;
