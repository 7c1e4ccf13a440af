import type { Point, Rectangle } from '@mxg/model';
import { middleOf } from '../shape.ts';

/** Where a ray from the middle of bounds towards a point leaves a polygon around it; the middle where it never does. */
export function rayThrough(corners: readonly Point[], bounds: Rectangle, towards: Point): Point {
  const middle = middleOf(bounds);
  const direction = { x: towards.x - middle.x, y: towards.y - middle.y };
  // from the middle itself the way is to the east
  if (direction.x === 0 && direction.y === 0) direction.x = 1;
  const share = furthest(corners, middle, direction);
  return { x: middle.x + direction.x * share, y: middle.y + direction.y * share };
}

/** How far along a ray the last of the sides of a polygon is crossed, in lengths of the direction; 0 for none. */
function furthest(corners: readonly Point[], from: Point, direction: Point): number {
  let share = 0;
  for (let i = 0; i < corners.length; i++) {
    const [a, b] = [corners[i] ?? from, corners[(i + 1) % corners.length] ?? from];
    share = Math.max(share, crossing(from, direction, a, b));
  }
  return share;
}

/** How far along a ray a side of a polygon is crossed; 0 where it is not. */
function crossing(from: Point, direction: Point, a: Point, b: Point): number {
  const side = { x: b.x - a.x, y: b.y - a.y };
  const across = direction.x * side.y - direction.y * side.x;
  if (across === 0) return 0;
  const along = ((a.x - from.x) * side.y - (a.y - from.y) * side.x) / across;
  const on = ((a.x - from.x) * direction.y - (a.y - from.y) * direction.x) / across;
  return along >= 0 && on >= -1e-9 && on <= 1 + 1e-9 ? along : 0;
}

/**
 * Where a horizontal or vertical line through a point meets a polygon, on the side of the point: what draw.io does for edges that run
 * along the axes. A point that is beside the bounds both ways has the ray from the middle instead.
 */
export function axisThrough(corners: readonly Point[], bounds: Rectangle, towards: Point): Point {
  const { x, y, width, height } = bounds;
  const middle = middleOf(bounds);
  const [inX, inY] = [towards.x >= x && towards.x <= x + width, towards.y >= y && towards.y <= y + height];
  if (inX && !inY) return axisHit(corners, { x: towards.x, y: middle.y }, { x: 0, y: Math.sign(towards.y - middle.y) });
  if (inY && !inX) return axisHit(corners, { x: middle.x, y: towards.y }, { x: Math.sign(towards.x - middle.x), y: 0 });
  return rayThrough(corners, bounds, towards);
}

function axisHit(corners: readonly Point[], from: Point, direction: Point): Point {
  const share = furthest(corners, from, direction);
  return { x: from.x + direction.x * share, y: from.y + direction.y * share };
}
