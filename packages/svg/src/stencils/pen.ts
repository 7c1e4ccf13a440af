import { colourOf } from '../draw/colour.ts';
import type { Frame, Ink } from '../draw/figure.ts';
import type { SetStep } from './stencil.ts';

/** How the next steps of a stencil are drawn. */
export interface Pen {
  /** Null for none, missing for the shape's own. */
  readonly fill?: string | null;
  readonly stroke?: string | null;
  /** px. */
  readonly strokeWidth: number;
  /** Whether the line has dashes. */
  readonly dashed: boolean;
  /** Lengths of dashes and gaps in widths of the line, or in px where the style fixes them; null for a line without. */
  readonly pattern: readonly number[] | null;
  readonly cap?: Ink['cap'];
  readonly join?: Ink['join'];
  readonly miterLimit?: number;
  /** 0 to 1. */
  readonly alpha: number;
  readonly fillAlpha: number;
  readonly strokeAlpha: number;
  readonly fontColour: string;
  readonly fontStyle: number;
  /** px. */
  readonly fontSize: number;
  readonly family: string;
}

/** As the style of the cell has it. */
export function penFor({ paint, style }: Frame): Pen {
  const unit = isFixed(style) || paint.strokeWidth === 0 ? 1 : paint.strokeWidth;
  return {
    // what a hand has drawn is an area along its way
    ...(style('lineShape') === '1' ? { fill: paint.stroke } : {}),
    strokeWidth: paint.strokeWidth,
    dashed: paint.dashes !== null,
    pattern: paint.dashes?.split(' ').map((length) => Number(length) / unit) ?? DASHES,
    alpha: 1,
    fillAlpha: paint.fillOpacity,
    strokeAlpha: paint.strokeOpacity,
    fontColour: '#000000',
    fontStyle: 0,
    fontSize: 12,
    family: 'Arial, Helvetica',
  };
}

const DASHES: readonly number[] = [3, 3];

const isFixed = (style: Frame['style']): boolean => style('fixDash') === '1';

/** The pen behind a step that changes it. @param scale px for a unit of the stencil */
export function penWith(pen: Pen, step: SetStep, scale: number): Pen {
  switch (step.what) {
    case 'fill':
    case 'stroke':
      return { ...pen, [step.what]: colourOf(step.value, 'none') };
    case 'strokeWidth':
      return { ...pen, strokeWidth: step.value * (step.isFixed ? 1 : scale) };
    case 'pattern':
      return { ...pen, pattern: step.value?.map((length) => length * scale) ?? null };
    case 'fontSize':
      return { ...pen, fontSize: step.value * scale };
    case 'fillAlpha':
    case 'strokeAlpha':
    case 'alpha':
      return { ...pen, [step.what]: Math.min(1, Math.max(0, step.value)) };
    default:
      return { ...pen, [step.what]: step.value };
  }
}

/** What differs from the shape's own paint when an outline is painted. */
export function inkOf(pen: Pen, { fills, strokes }: { fills: boolean; strokes: boolean }, { style }: Frame): Ink {
  const { fill, stroke, cap, join, miterLimit, alpha, fillAlpha, strokeAlpha } = pen;
  const unit = isFixed(style) ? 1 : pen.strokeWidth;
  const dashes = pen.dashed && pen.pattern !== null && unit > 0 ? pen.pattern.map((length) => length * unit) : null;
  return {
    ...(fills ? (fill === undefined ? {} : { fill }) : { fill: null }),
    ...(strokes ? (stroke === undefined ? {} : { stroke }) : { stroke: null }),
    strokeWidth: Math.max(LEAST_WIDTH, pen.strokeWidth),
    dashes: dashes?.map((length) => Math.round(length * 1000) / 1000).join(' ') ?? null,
    ...(cap === undefined ? {} : { cap }),
    ...(join === undefined ? {} : { join }),
    ...(miterLimit === undefined ? {} : { miterLimit }),
    fillOpacity: alpha * fillAlpha,
    strokeOpacity: alpha * strokeAlpha,
  };
}

/** px: no line of a stencil is thinner. Source: mxSvgCanvas2D.minStrokeWidth of mxGraph 4.2. */
const LEAST_WIDTH = 1;
