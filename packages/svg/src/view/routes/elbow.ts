import type { Point, Rectangle } from '@mxg/model';
import { holds, middleOf } from '../shape.ts';
import type { Route, RouteQuery } from './route.ts';

/** The box that an end counts as: a fixed or loose end has no size. */
export const boxOf = (point: Point | null, vertex: { readonly bounds: Rectangle } | null): Rectangle | null =>
  point === null ? (vertex?.bounds ?? null) : { ...point, width: 0, height: 0 };

/** Two bends, with the piece between them upright or (`elbow=vertical`) level; where boxes lie above each other or beside, as that asks. */
export const elbow: Route = (query) => (isVertical(query) ? topToBottom(query) : sideToSide(query));

function isVertical({ source, target, waypoints: [point], style }: RouteQuery): boolean {
  const wanted = style('elbow') === 'vertical';
  if (source === null || target === null) return wanted;
  const [a, b] = [source.bounds, target.bounds];
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x + a.width, b.x + b.width)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y + a.height, b.y + b.height)];
  if (point !== undefined) {
    const [beyond, beside] = [point.y < top || point.y > bottom, point.x < left || point.x > right];
    return !beside && (beyond || wanted);
  }
  const touchX = Math.max(a.x, b.x) === Math.min(a.x + a.width, b.x + b.width);
  const touchY = !touchX && Math.max(a.y, b.y) === Math.min(a.y + a.height, b.y + b.height);
  return !touchY && (touchX || wanted);
}

/** The piece between the bends is upright. */
export const sideToSide: Route = (query) => bends(query, { x: 'x', y: 'y', width: 'width', height: 'height' });

/** The piece between the bends is level: the same with the axes changed. */
export const topToBottom: Route = (query) => bends(query, { x: 'y', y: 'x', width: 'height', height: 'width' });

type Axes = {
  readonly x: 'x' | 'y';
  readonly y: 'x' | 'y';
  readonly width: 'width' | 'height';
  readonly height: 'width' | 'height';
};

function bends({ source, target, from, to, waypoints: [point] }: RouteQuery, axes: Axes): readonly Point[] {
  const [a, b] = [boxOf(from, source), boxOf(to, target)];
  if (a === null || b === null) return [];
  const low = Math.max(a[axes.x], b[axes.x]);
  const high = Math.min(a[axes.x] + a[axes.width], b[axes.x] + b[axes.width]);
  const along = point === undefined ? Math.round(high + (low - high) / 2) : point[axes.x];
  const make = (across: number): Point => (axes.x === 'x' ? { x: along, y: across } : { x: across, y: along });
  const free = (bend: Point): boolean => !holds(a, bend) && !holds(b, bend);
  const found = [make(levelOf(a, point, axes)), make(levelOf(b, point, axes))].filter(free);
  if (found.length > 0) return found;
  if (point !== undefined) return [make(point[axes.y])].filter(free);
  const top = Math.max(a[axes.y], b[axes.y]);
  const bottom = Math.min(a[axes.y] + a[axes.height], b[axes.y] + b[axes.height]);
  return [make(top + (bottom - top) / 2)];
}

/** Where a box is left: at the middle of its side, or at the waypoint's level where that meets it. */
function levelOf(box: Rectangle, point: Point | undefined, axes: Axes): number {
  const level = point?.[axes.y];
  const meets = level !== undefined && level >= box[axes.y] && level <= box[axes.y] + box[axes.height];
  return meets ? level : middleOf(box)[axes.y];
}
