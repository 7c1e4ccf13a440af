import type { Edge, Point } from '@mxg/model';
import { elbow, sideToSide, topToBottom } from './routes/elbow.ts';
import { entityRelation } from './routes/entity-relation.ts';
import { loop } from './routes/loop.ts';
import { orthogonal } from './routes/orthogonal.ts';
import { straight, type Route, type RouteQuery } from './routes/route.ts';
import { segment } from './routes/segment.ts';
import { middleOf, type PlacedVertex, type StyleOf } from './shape.ts';
import { fixedPoint, floatingPoint } from './terminals.ts';

/** Ways by the name of the style. Not here yet: isometric ones; they go straight through their waypoints. */
const ROUTES: Readonly<Record<string, Route>> = {
  elbowEdgeStyle: elbow,
  sideToSideEdgeStyle: sideToSide,
  topToBottomEdgeStyle: topToBottom,
  segmentEdgeStyle: segment,
  orthogonalEdgeStyle: orthogonal,
  entityRelationEdgeStyle: entityRelation,
};

/** What an edge is drawn between. */
export interface EdgeEnds {
  readonly source: PlacedVertex | null;
  readonly target: PlacedVertex | null;
  /** The corner that points of the edge's geometry are relative to, in the page's frame. */
  readonly origin: Point;
}

/** The points of an edge in the page's frame, ends included; null for one that has no end on one side. */
export function edgePoints(edge: Edge, style: StyleOf, { source, target, origin }: EdgeEnds): readonly Point[] | null {
  const { geometry } = edge;
  const shifted = (point: Point | null): Point | null =>
    point === null ? null : { x: point.x + origin.x, y: point.y + origin.y };
  const from = source === null ? shifted(geometry?.sourcePoint ?? null) : fixedPoint(source, style, 'exit');
  const to = target === null ? shifted(geometry?.targetPoint ?? null) : fixedPoint(target, style, 'entry');
  if ((source === null && from === null) || (target === null && to === null)) return null;
  const waypoints = (geometry?.points ?? []).map((point) => ({ x: point.x + origin.x, y: point.y + origin.y }));
  const isLoop = edge.source !== null && edge.source === edge.target && mayLoop({ from, to, waypoints, style });
  const name = isLoop ? 'loopEdgeStyle' : style('noEdgeStyle') === '1' ? '' : (style('edgeStyle') ?? '');
  const bends = (isLoop ? loop : (ROUTES[name] ?? straight))({ source, target, from, to, waypoints, style });
  const isOrthogonal = style('orthogonal') === '1' || (style('orthogonal') === null && ALONG_AXES.has(name));
  return withFloatingEnds(bends, style, { source, target, from, to, isOrthogonal });
}

/** An edge from a vertex to itself keeps its own way where it has several waypoints, or fixed ends and `orthogonalLoop`. */
const mayLoop = ({ from, to, waypoints, style }: Pick<RouteQuery, 'from' | 'to' | 'waypoints' | 'style'>): boolean =>
  waypoints.length < 2 && (style('orthogonalLoop') !== '1' || (from === null && to === null));

const ALONG_AXES: ReadonlySet<string> = new Set(Object.keys(ROUTES));

interface Settled {
  readonly source: PlacedVertex | null;
  readonly target: PlacedVertex | null;
  readonly from: Point | null;
  readonly to: Point | null;
  readonly isOrthogonal: boolean;
}

/** The target's end is sought first, then the source's: each looks at the point next to it. */
function withFloatingEnds(
  bends: readonly Point[],
  style: StyleOf,
  { source, target, from, to, isOrthogonal }: Settled,
): readonly Point[] {
  const beforeEnd = bends.at(-1) ?? from ?? (source === null ? null : middleOf(source.bounds));
  const end =
    to ??
    (target === null || beforeEnd === null
      ? beforeEnd
      : floatingPoint(target, style, { end: 'entry', next: beforeEnd, orthogonal: isOrthogonal }));
  const afterStart = bends[0] ?? end;
  const start =
    from ??
    (source === null || afterStart === null
      ? afterStart
      : floatingPoint(source, style, { end: 'exit', next: afterStart, orthogonal: isOrthogonal }));
  return [start, ...bends, end].filter((point) => point !== null);
}
