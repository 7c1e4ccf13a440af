import { numberOf, type StyleOf } from '../view/shape.ts';
import { colourOf } from './colour.ts';

/** How a shape is filled and drawn around. */
export interface Paint {
  /** Null for none. */
  readonly fill: string | null;
  /** What the fill runs into; null for an even one. */
  readonly gradient: Gradient | null;
  readonly stroke: string | null;
  /** px. */
  readonly strokeWidth: number;
  /** Lengths of dashes and gaps, px; null for a line without. */
  readonly dashes: string | null;
  /** 0 to 1. */
  readonly fillOpacity: number;
  readonly strokeOpacity: number;
}

/** The second colour of a fill, and the side that it lies at. */
export interface Gradient {
  readonly colour: string;
  readonly direction: 'north' | 'east' | 'south' | 'west' | 'radial';
}

/** px: draw.io's dashes without a pattern, times the width of the line. */
const DASHES = '3 3';

export function paintOf(style: StyleOf): Paint {
  const before = known.get(style);
  if (before !== undefined) return before;
  const made = paintFrom(style);
  known.set(style, made);
  return made;
}

/** Many cells have one style. */
const known = new WeakMap<StyleOf, Paint>();

function paintFrom(style: StyleOf): Paint {
  const strokeWidth = Math.max(0, numberOf(style, 'strokeWidth', 1));
  return {
    fill: colourOf(style('fillColor'), '#ffffff'),
    gradient: gradientOf(style),
    stroke: colourOf(style('strokeColor'), '#000000'),
    strokeWidth,
    dashes: dashesOf(style, strokeWidth),
    fillOpacity: share(style, 'fillOpacity'),
    strokeOpacity: share(style, 'strokeOpacity'),
  };
}

const share = (style: StyleOf, key: string): number => Math.min(1, Math.max(0, numberOf(style, key, 100) / 100));

function dashesOf(style: StyleOf, strokeWidth: number): string | null {
  if (style('dashed') !== '1') return null;
  const pattern = /^[\d.\s]{1,60}$/.exec(style('dashPattern') ?? '')?.[0] ?? DASHES;
  const dashes = pattern
    .trim()
    .split(/\s+/)
    .map((length) => Number(length) * (style('fixDash') === '1' ? 1 : strokeWidth));
  return dashes.every((length) => length > 0) ? dashes.join(' ') : null;
}

function gradientOf(style: StyleOf): Gradient | null {
  const colour = style('gradientColor') === null ? null : colourOf(style('gradientColor'), 'none');
  const direction = style('gradientDirection') ?? 'south';
  const known = (['north', 'east', 'south', 'west', 'radial'] as const).find((each) => each === direction);
  return colour === null || colour === 'none' ? null : { colour, direction: known ?? 'south' };
}
