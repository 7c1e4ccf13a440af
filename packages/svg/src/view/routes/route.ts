import type { Point } from '@mxg/model';
import type { PlacedVertex, StyleOf } from '../shape.ts';

/** What a way between two ends hangs on. */
export interface RouteQuery {
  /** Null for a loose end. */
  readonly source: PlacedVertex | null;
  readonly target: PlacedVertex | null;
  /** Where the ends are, as far as that is settled before the way: fixed to a vertex, or loose. */
  readonly from: Point | null;
  readonly to: Point | null;
  /** In the page's frame. */
  readonly waypoints: readonly Point[];
  readonly style: StyleOf;
}

/** The bends of an edge between its ends, in order. */
export type Route = (query: RouteQuery) => readonly Point[];

/** Straight from one waypoint to the next. */
export const straight: Route = ({ waypoints }) => waypoints;
