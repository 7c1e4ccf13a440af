import type { Point, Rectangle } from '@mxg/model';
import { middleOf } from '../shape.ts';

/**
 * Where the ray from the middle towards a point leaves the ellipse in bounds; for edges along the axes, where the axis through the point does.
 * The ray's direction is taken in whole px. Source: mxGraph, and where edges end in draw.io's pictures.
 */
export function ellipsePoint(bounds: Rectangle, towards: Point, orthogonal: boolean): Point {
  const { x, y, width, height } = bounds;
  const middle = middleOf(bounds);
  const [a, b] = [width / 2, height / 2];
  if (a === 0 || b === 0) return middle;
  const [dx, dy] = [Math.trunc(towards.x - middle.x), Math.trunc(towards.y - middle.y)];
  if (dx === 0) return dy === 0 ? towards : { x: middle.x, y: middle.y + Math.sign(dy) * b };
  if (orthogonal && towards.y >= y && towards.y <= y + height)
    return { x: middle.x + (towards.x <= x ? -a : a) * across((towards.y - middle.y) / b), y: towards.y };
  if (orthogonal && towards.x >= x && towards.x <= x + width)
    return { x: towards.x, y: middle.y + (towards.y <= y ? -b : b) * across((towards.x - middle.x) / a) };
  const share = 1 / Math.hypot(dx / a, dy / b);
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}

/** Half of a circle's width so far above its middle, both in shares of its radius. */
const across = (above: number): number => Math.sqrt(Math.max(0, 1 - above ** 2));
