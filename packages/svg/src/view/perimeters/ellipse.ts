import type { Point, Rectangle } from '@mxg/model';
import { middleOf } from '../shape.ts';

/** Where the ray from the middle towards a point leaves the ellipse in bounds; for edges along the axes, where the axis through the point does. */
export function ellipsePoint(bounds: Rectangle, towards: Point, orthogonal: boolean): Point {
  const middle = middleOf(bounds);
  const [a, b] = [bounds.width / 2, bounds.height / 2];
  if (a === 0 || b === 0) return middle;
  const [dx, dy] = [towards.x - middle.x, towards.y - middle.y];
  if (orthogonal && Math.abs(dx) <= a && Math.abs(dy) > b)
    return { x: towards.x, y: middle.y + Math.sign(dy) * b * Math.sqrt(1 - (dx / a) ** 2) };
  if (orthogonal && Math.abs(dy) <= b && Math.abs(dx) > a)
    return { x: middle.x + Math.sign(dx) * a * Math.sqrt(1 - (dy / b) ** 2), y: towards.y };
  const length = Math.hypot(dx / a, dy / b);
  return length === 0 ? middle : { x: middle.x + dx / length, y: middle.y + dy / length };
}
