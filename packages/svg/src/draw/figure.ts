import type { StencilNamed } from '../stencils/stencil.ts';
import type { StyleOf } from '../view/shape.ts';
import type { Gradient, Paint } from './paint.ts';

/** What a shape is drawn from. Its frame: px, y down, from the upper left corner of the box in which it faces east. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly style: StyleOf;
  readonly paint: Paint;
  /** What the stencil libraries have, for shapes that show one in themselves; null for what they lack. */
  readonly stencilNamed?: StencilNamed;
  /** Of a table alone: its rows, top to bottom. */
  readonly rows?: readonly TableRow[];
}

/** A row of a table; px, in the table's frame. */
export interface TableRow {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  /** Where its second cell and each further one begin, from the row's left side. */
  readonly columns: readonly number[];
}

/** Draws a shape: its parts, back to front, in its frame. */
export type Shape = (frame: Frame) => readonly Part[];

/** px from the four sides of a frame. */
export interface Insets {
  readonly left?: number;
  readonly top?: number;
  readonly right?: number;
  readonly bottom?: number;
}

/** One piece of a shape. */
export type Part = PathPart | ImagePart | TextPart;

/** What differs from the shape's own paint. */
export interface Ink {
  /** A colour that `colourOf` has passed; null for none; the shape's own (gradient included) where it is missing. */
  readonly fill?: string | null;
  /** What a `fill` of its own runs into. */
  readonly gradient?: Gradient;
  readonly stroke?: string | null;
  /** px. */
  readonly strokeWidth?: number;
  /** Lengths of dashes and gaps, px; null for a line without. */
  readonly dashes?: string | null;
  readonly cap?: 'butt' | 'round' | 'square';
  readonly join?: 'miter' | 'round' | 'bevel';
  readonly miterLimit?: number;
  /** 0 to 1. */
  readonly opacity?: number;
  readonly fillOpacity?: number;
  readonly strokeOpacity?: number;
}

export interface PathPart extends Ink {
  readonly kind: 'path';
  /** SVG path data. */
  readonly d: string;
}

/** A picture that is embedded; nothing is ever fetched. */
export interface ImagePart {
  readonly kind: 'image';
  /** `data:image/…`, checked. */
  readonly href: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether its own proportions are kept. */
  readonly keepsAspect: boolean;
  readonly flipH?: boolean;
  readonly flipV?: boolean;
  readonly opacity?: number;
}

/** A line of text that belongs to the shape, not to its label. */
export interface TextPart {
  readonly kind: 'text';
  readonly text: string;
  /** px: the point that it hangs on. */
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'center' | 'right';
  /** `base`: its base line runs through the point. */
  readonly verticalAlign: 'top' | 'middle' | 'bottom' | 'base';
  readonly size: number;
  readonly family: string;
  readonly colour: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Degrees, clockwise around its point. */
  readonly rotation?: number;
  readonly opacity?: number;
}

/** A path that is filled and drawn around. */
export const solid = (d: string, ink: Ink = {}): PathPart => ({ kind: 'path', d, ...ink });

/** A path that is only drawn along. */
export const outline = (d: string, ink: Ink = {}): PathPart => ({ kind: 'path', d, fill: null, ...ink });

/** A path that is only filled. */
export const filled = (d: string, ink: Ink = {}): PathPart => ({ kind: 'path', d, stroke: null, ...ink });
