import type { Point, Rectangle } from '@mxg/model';
import { middleOf, numberOf } from '../shape.ts';
import { boxOf } from './elbow.ts';
import type { Route } from './route.ts';

/** px that the edge runs straight out of each box; style `segment`. */
const SEGMENT = 30;

/** Out of the sides of both boxes, slanting between the ends of the straight pieces. */
export const entityRelation: Route = ({ source, target, from, to, style }) => {
  const [a, b] = [boxOf(from, source), boxOf(to, target)];
  if (a === null || b === null) return [];
  const [fromLeft, toLeft] = [b.x + b.width <= a.x, a.x + a.width <= b.x];
  const length = numberOf(style, 'segment', SEGMENT);
  const [start, end] = [outOf(a, fromLeft, length), outOf(b, toLeft, length)];
  if (fromLeft === toLeft) {
    const x = fromLeft ? Math.min(start.x, end.x) : Math.max(start.x, end.x);
    return [
      { x, y: start.y },
      { x, y: end.y },
    ];
  }
  if (start.x < end.x !== fromLeft) return [start, end];
  const middle = (start.y + end.y) / 2;
  return [start, { x: start.x, y: middle }, { x: end.x, y: middle }, end];
};

const outOf = (box: Rectangle, left: boolean, length: number): Point => ({
  x: left ? box.x - length : box.x + box.width + length,
  y: middleOf(box).y,
});
