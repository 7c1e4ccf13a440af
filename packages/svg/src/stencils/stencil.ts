/**
 * A shape as a stencil library describes it: steps in its own frame, which is stretched over the cell.
 * Source: the stencil language of mxGraph (`stencils.xsd`) and how mxGraph 4.2 runs it.
 */
export interface Stencil {
  /** Of its own frame; its steps are in these units, y down. */
  readonly width: number;
  readonly height: number;
  /** Whether it keeps its proportions and stands in the middle of the cell. */
  readonly keepsAspect: boolean;
  /** A width in its own units; `inherit` is the width that the style gives, px. */
  readonly strokeWidth: number | 'inherit';
  /** In order; those of the background come first. */
  readonly steps: readonly Step[];
}

/** Finds a stencil by the name that a style gives: `mxgraph.networks.server`. */
export type StencilNamed = (name: string) => Stencil | null;

/** One step of a stencil. Outlines wait until they are painted; a new one takes the place of one that was not. */
export type Step =
  | { readonly kind: 'path'; readonly segments: readonly Segment[]; readonly rounding: number | null }
  | ({ readonly kind: 'rect' | 'ellipse' } & Box)
  /** `arc`: radius of the corners in hundredths of a side. */
  | ({ readonly kind: 'roundrect'; readonly arc: number } & Box)
  | { readonly kind: 'paint'; readonly fills: boolean; readonly strokes: boolean }
  | ({ readonly kind: 'image'; readonly href: string; readonly flipH: boolean; readonly flipV: boolean } & Box)
  | TextStep
  | ({ readonly kind: 'include'; readonly name: string } & Box)
  | { readonly kind: 'save' | 'restore' }
  | SetStep;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A piece of a path; the numbers are those of the SVG command, absolute. */
export interface Segment {
  readonly command: 'M' | 'L' | 'Q' | 'C' | 'A' | 'Z';
  readonly numbers: readonly number[];
}

export interface TextStep {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
  readonly verticalAlign: 'top' | 'middle' | 'bottom';
  /** Degrees, clockwise. */
  readonly rotation: number;
  /** Whether it stays level when the shape is turned. */
  readonly staysLevel: boolean;
}

/** Changes how the steps behind it are drawn. Colours are as they are written. */
export type SetStep = { readonly kind: 'set' } & (
  | { readonly what: 'fill' | 'stroke' | 'fontColour' | 'family'; readonly value: string }
  | {
      readonly what: 'alpha' | 'fillAlpha' | 'strokeAlpha' | 'miterLimit' | 'fontSize' | 'fontStyle';
      readonly value: number;
    }
  /** In the stencil's units, or px. */
  | { readonly what: 'strokeWidth'; readonly value: number; readonly isFixed: boolean }
  | { readonly what: 'dashed'; readonly value: boolean }
  /** Lengths of dashes and gaps, in the stencil's units and widths of the line; null for a line without. */
  | { readonly what: 'pattern'; readonly value: readonly number[] | null }
  | { readonly what: 'join'; readonly value: 'miter' | 'round' | 'bevel' }
  | { readonly what: 'cap'; readonly value: 'butt' | 'round' | 'square' }
);
