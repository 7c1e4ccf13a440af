import type { Point } from '@mxg/model';
import { holds, middleOf, numberOf } from '../shape.ts';
import type { Route } from './route.ts';

/** px that a loop is half as wide, and stands away twice; style `segment`. */
const SEGMENT = 10;

/** From a vertex to itself: out at one side and in again, or around its first waypoint; straight through its waypoints where both ends are fixed. */
export const loop: Route = ({ source, from, to, waypoints, style }) => {
  if (source === null || (from !== null && to !== null)) return waypoints;
  const { bounds } = source;
  const middle = middleOf(bounds);
  const size = numberOf(style, 'segment', SEGMENT);
  const [point] = waypoints;
  if (point !== undefined && !holds(bounds, point))
    return around(point, middle, size, point.x < bounds.x || point.x > bounds.x + bounds.width);
  const right = bounds.x + bounds.width;
  const bottom = bounds.y + bounds.height;
  switch (style('direction')) {
    case 'north':
      return level({ x: middle.x, y: bounds.y - 2 * size }, size);
    case 'south':
      return level({ x: middle.x, y: bottom + 2 * size }, size);
    case 'east':
      return upright({ x: bounds.x - 2 * size, y: middle.y }, size);
    default:
      return upright({ x: right + 2 * size, y: middle.y }, size);
  }
};

const level = ({ x, y }: Point, half: number): readonly Point[] => [
  { x: x - half, y },
  { x: x + half, y },
];

const upright = ({ x, y }: Point, half: number): readonly Point[] => [
  { x, y: y - half },
  { x, y: y + half },
];

/** As wide as the waypoint lies off the vertex's middle. */
const around = (point: Point, middle: Point, size: number, isBeside: boolean): readonly Point[] =>
  isBeside
    ? upright({ x: point.x, y: middle.y }, Math.max(Math.abs(middle.y - point.y), size))
    : level({ x: middle.x, y: point.y }, Math.max(Math.abs(middle.x - point.x), size));
