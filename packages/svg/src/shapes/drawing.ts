import type { Rectangle } from '@mxg/model';
import { colourOf } from '../draw/colour.ts';
import { outline, solid, type Frame, type Ink, type Part, type Shape, type TextPart } from '../draw/figure.ts';
import { boxPath, ellipsePath, linePath } from '../draw/paths.ts';
import { numberOf, type StyleOf } from '../view/shape.ts';
import { whole } from './general.ts';

/** Nothing is drawn but the label. */
export const anchor: Shape = () => [];

/** A box whose corners are rounded by a style key, px. */
export const boxRoundedBy =
  (key: string, fallback = 0): Shape =>
  (frame) => [solid(boxPath(whole(frame), numberOf(frame.style, key, fallback)))];

/** Lines in another colour than the shape's own. */
export const inColour = (style: StyleOf, key: string, fallback: string): Ink => ({
  stroke: colourOf(style(key), fallback),
});

/** An area in another colour, without its outline. */
export const inFill = (style: StyleOf, key: string, fallback: string): Ink => ({
  fill: colourOf(style(key), fallback),
  stroke: null,
});

/** Lines from corner to corner, pair by pair. */
export const lines = (
  segments: readonly (readonly [number, number, number, number])[],
  ink: Ink = {},
): readonly Part[] => [outline(segments.map(([x1, y1, x2, y2]) => linePath([x1, y1], [x2, y2])).join(' '), ink)];

/** A circle around a point. */
export const circlePath = (x: number, y: number, radius: number): string =>
  ellipsePath({ x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius });

/** The boxes of a grid, half a box apart; `gridSize` says how many across and down. */
export function gridOf({ width, height, style }: Frame): readonly Rectangle[] {
  const [columns = 1, rows = 1] = listOf(style, 'gridSize', '3,3', 2).map((count) =>
    Math.max(1, Math.min(20, Math.floor(Number(count)) || 1)),
  );
  const [w, h] = [width / (columns + (columns - 1) * 0.5), height / (rows + (rows - 1) * 0.5)];
  return Array.from({ length: columns * rows }, (_, i) => ({
    x: (i % columns) * w * 1.5,
    y: Math.floor(i / columns) * h * 1.5,
    width: w,
    height: h,
  }));
}

/** What a style says in a list: `a,b,c`. */
export const listOf = (style: StyleOf, key: string, fallback: string, most = 40): readonly string[] =>
  (style(key) ?? fallback).slice(0, 2000).split(',').slice(0, most);

/** A text of the shape's own: in the middle of its point, 12 px, unless it says otherwise. */
export function caption(
  { style }: Frame,
  text: string,
  { x, y, size = 12, colour = '#666666', align = 'center', bold = false }: Caption,
): readonly Part[] {
  if (text === '') return [];
  const part: TextPart = {
    kind: 'text',
    text,
    x,
    // draw.io sets the base 0.4 of the size, less a pixel, below the middle
    y: y + 0.05 * size - 1,
    align,
    verticalAlign: 'middle',
    size,
    family: 'Arial, Helvetica',
    colour: colourOf(colour, '#666666') ?? 'none',
    bold: bold || style('fontStyle') === '1',
  };
  return [part];
}

interface Caption {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly colour?: string;
  readonly align?: TextPart['align'];
  readonly bold?: boolean;
}
