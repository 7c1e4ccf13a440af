import type { Point, Rectangle } from '@mxg/model';
import { numberOf, type StyleOf } from '../shape.ts';

/** The outline of a shape that is a polygon, clockwise, for one that faces east. */
export type Corners = (bounds: Rectangle, style: StyleOf) => readonly Point[];

/** In shares of the bounds. */
const at = ({ x, y, width, height }: Rectangle, shares: readonly (readonly [number, number])[]): readonly Point[] =>
  shares.map(([right, down]) => ({ x: x + right * width, y: y + down * height }));

export const rectangle: Corners = (bounds) =>
  at(bounds, [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ]);

export const rhombus: Corners = (bounds) =>
  at(bounds, [
    [0.5, 0],
    [1, 0.5],
    [0.5, 1],
    [0, 0.5],
  ]);

export const triangle: Corners = (bounds) =>
  at(bounds, [
    [0, 0],
    [1, 0.5],
    [0, 1],
  ]);

/** px where the shape has a fixed size, else a share. */
function slant({ width }: Rectangle, style: StyleOf, fallback: number): number {
  const size = numberOf(style, 'size', style('fixedSize') === '1' ? 20 : fallback);
  return style('fixedSize') === '1'
    ? Math.max(0, Math.min(width, size)) / (width || 1)
    : Math.max(0, Math.min(1, size));
}

export const hexagon: Corners = (bounds, style) => {
  const size = Math.min(0.5, slant(bounds, style, 0.25));
  return at(bounds, [
    [size, 0],
    [1 - size, 0],
    [1, 0.5],
    [1 - size, 1],
    [size, 1],
    [0, 0.5],
  ]);
};

export const parallelogram: Corners = (bounds, style) => {
  const size = slant(bounds, style, 0.2);
  return at(bounds, [
    [size, 0],
    [1, 0],
    [1 - size, 1],
    [0, 1],
  ]);
};

export const trapezoid: Corners = (bounds, style) => {
  const size = Math.min(0.5, slant(bounds, style, 0.2));
  return at(bounds, [
    [size, 0],
    [1 - size, 0],
    [1, 1],
    [0, 1],
  ]);
};

export const step: Corners = (bounds, style) => {
  const size = slant(bounds, style, 0.2);
  return at(bounds, [
    [0, 0],
    [1 - size, 0],
    [1, 0.5],
    [1 - size, 1],
    [0, 1],
    [size, 0.5],
  ]);
};

/** A speech bubble: the pointer does not count. */
export const callout: Corners = ({ height, ...rest }, style) =>
  rectangle({ ...rest, height: Math.max(0, height - numberOf(style, 'size', 30)) }, style);
