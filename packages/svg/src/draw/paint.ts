import { numberOf, type StyleOf } from '../view/shape.ts';
import { colourOf } from './colour.ts';
import type { AttributeValue } from './element.ts';

/** How a shape is filled and drawn around. */
export interface Paint {
  /** Null for none. */
  readonly fill: string | null;
  readonly stroke: string | null;
  /** px. */
  readonly strokeWidth: number;
  /** Lengths of dashes and gaps, px; null for a line without. */
  readonly dashes: string | null;
}

/** px: draw.io's dashes without a pattern, times the width of the line. */
const DASHES = '3 3';

export function paintOf(style: StyleOf): Paint {
  const strokeWidth = Math.max(0, numberOf(style, 'strokeWidth', 1));
  const pattern = /^[\d.\s]{1,60}$/.exec(style('dashPattern') ?? '')?.[0] ?? DASHES;
  const dashes = pattern
    .trim()
    .split(/\s+/)
    .map((length) => Number(length) * (style('fixDash') === '1' ? 1 : strokeWidth));
  return {
    fill: colourOf(style('fillColor'), '#ffffff'),
    stroke: colourOf(style('strokeColor'), '#000000'),
    strokeWidth,
    dashes: style('dashed') === '1' && dashes.every((length) => length > 0) ? dashes.join(' ') : null,
  };
}

/** The paint as attributes of an element that is filled. */
export const painted = ({ fill, stroke, strokeWidth, dashes }: Paint): Readonly<Record<string, AttributeValue>> => ({
  fill: fill ?? 'none',
  stroke: stroke ?? 'none',
  'stroke-width': stroke === null || strokeWidth === 1 ? null : strokeWidth,
  'stroke-dasharray': stroke === null ? null : dashes,
  'stroke-miterlimit': 10,
});

/** The same for a line that is not. */
export const outlined = (paint: Paint): Readonly<Record<string, AttributeValue>> => painted({ ...paint, fill: null });
