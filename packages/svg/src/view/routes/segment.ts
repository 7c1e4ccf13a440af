import type { Point, Rectangle } from '@mxg/model';
import { holds, middleOf } from '../shape.ts';
import type { Route, RouteQuery } from './route.ts';

/** px: bends that are nearer to each other are one. */
const NEAR = 1;

/**
 * Along the axes through waypoints, each of which moves the edge level or upright in turn. Which of the two comes first is seen from the end
 * whose box, or fixed point, the nearest waypoint lies level with or below.
 */
export const segment: Route = (query) => {
  const points = snapped(query);
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  const isLevel = startsLevel(query, points);
  const bends: Point[] = [];
  const start = query.from ?? (query.source === null ? first : middleOf(query.source.bounds));
  let at = start;
  const go = (point: Point): void => {
    const before = bends.at(-1) ?? query.from;
    if (
      before === null ||
      before === undefined ||
      Math.abs(before.x - point.x) >= NEAR ||
      Math.abs(before.y - point.y) >= NEAR
    )
      bends.push({ x: tenth(point.x), y: tenth(point.y) });
  };
  const move = (level: boolean, to: Point): Point => (level ? { x: at.x, y: to.y } : { x: to.x, y: at.y });
  if (misses(query.from, query.source?.bounds ?? null, first, isLevel)) go(move(isLevel, first));
  at = move(isLevel, first);
  let level = isLevel;
  for (const point of points) {
    level = !level;
    at = move(level, point);
    go(at);
  }
  const end = query.to ?? (query.target === null ? null : middleOf(query.target.bounds));
  if (end !== null && misses(query.to, query.target?.bounds ?? null, last, level))
    go(level ? { x: end.x, y: last.y } : { x: last.x, y: end.y });
  return withoutEnd(withoutCovered(bends, query), query);
};

/** Bends stand in tenths of a px. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** Waypoints that are all but in line with a fixed end, or with the middle of the source, are in line. */
function snapped({ source, waypoints, from, to }: RouteQuery): readonly Point[] {
  const start = from ?? (source === null ? null : middleOf(source.bounds));
  return waypoints.map((point, i) => {
    const begun = i === 0 ? near(point, start) : point;
    return i === waypoints.length - 1 ? near(begun, to) : begun;
  });
}

const near = (point: Point, end: Point | null): Point =>
  end === null
    ? point
    : {
        x: Math.abs(point.x - end.x) < NEAR ? end.x : point.x,
        y: Math.abs(point.y - end.y) < NEAR ? end.y : point.y,
      };

/** Whether the first waypoint is met by a level piece. Asked at the source, then, where that does not tell, at the target. */
function startsLevel({ source, target, from, to }: RouteQuery, points: readonly Point[]): boolean {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return true;
  const begin = aligned(from, source?.bounds ?? null, first);
  if (begin !== null) return begin === 'level';
  const end = aligned(to, target?.bounds ?? null, last);
  if (end === null) return true;
  return points.length % 2 === 0 ? end === 'level' : end !== 'level';
}

/** How a waypoint lies to an end: level with it, or straight above or below; null for neither, or both. */
function aligned(point: Point | null, box: Rectangle | null, waypoint: Point): 'level' | 'upright' | null {
  const level =
    point === null ? box !== null && waypoint.y >= box.y && waypoint.y <= box.y + box.height : point.y === waypoint.y;
  const upright =
    point === null ? box !== null && waypoint.x >= box.x && waypoint.x <= box.x + box.width : point.x === waypoint.x;
  return level === upright ? null : level ? 'level' : 'upright';
}

/** Whether an end is not met by going straight on from a waypoint. */
function misses(point: Point | null, box: Rectangle | null, waypoint: Point, level: boolean): boolean {
  if (point !== null) return level ? point.y !== waypoint.y : point.x !== waypoint.x;
  if (box === null) return false;
  return level
    ? waypoint.y < box.y || waypoint.y > box.y + box.height
    : waypoint.x < box.x || waypoint.x > box.x + box.width;
}

/** Bends that lie inside of a box whose end is not fixed are passed over: the edge comes out of the box behind them. */
function withoutCovered(bends: readonly Point[], { from, to, source, target }: RouteQuery): readonly Point[] {
  const start = from === null && source !== null ? bends.findIndex((bend) => !holds(source.bounds, bend)) : 0;
  const rest = start < 0 ? [] : bends.slice(start);
  const end =
    to === null && target !== null ? rest.findLastIndex((bend) => !holds(target.bounds, bend)) : rest.length - 1;
  return rest.slice(0, end + 1);
}

/** A last bend that all but touches a fixed end is none. */
function withoutEnd(bends: readonly Point[], { to }: RouteQuery): readonly Point[] {
  const last = bends.at(-1);
  if (last === undefined || to === null || Math.abs(last.x - to.x) > NEAR || Math.abs(last.y - to.y) > NEAR)
    return bends;
  const before = bends.at(-2);
  if (before === undefined) return [];
  const moved = {
    x: Math.abs(before.x - to.x) < NEAR ? to.x : before.x,
    y: Math.abs(before.y - to.y) < NEAR ? to.y : before.y,
  };
  return [...bends.slice(0, -2), moved];
}
