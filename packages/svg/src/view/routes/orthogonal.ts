import type { Point, Rectangle } from '@mxg/model';
import { middleOf, numberOf, type PlacedVertex, type StyleOf } from '../shape.ts';
import { leastBends, type Heading } from './least-bends.ts';
import type { Route, RouteQuery } from './route.ts';
import { segment } from './segment.ts';

/** Along the axes; with waypoints as `segment` goes, without as the two boxes lie to each other. */
export const orthogonal: Route = (query) => (query.waypoints.length > 0 ? segment(query) : between(query));

/** An end of an edge: its box, where it leaves it, and how far it goes straight on before it may turn. */
interface Port {
  readonly box: Rectangle;
  readonly at: Point;
  readonly heading: Heading;
  readonly jetty: number;
}

function between(query: RouteQuery): readonly Point[] {
  const [a, b] = [boxFor(query.from, query.source), boxFor(query.to, query.target)];
  if (a === null || b === null) return [];
  const short = tooShort(query);
  if (short !== null) return short;
  const [headingA, headingB] = headings(query, a, b);
  const source = portOf(a, query.source === null ? null : query.from, headingA, jettyOf(query.style, 'source'));
  const target = portOf(b, query.target === null ? null : query.to, headingB, jettyOf(query.style, 'target'));
  const way = leastBends({ ...source, at: out(source) }, { ...target, at: out(target) });
  return turnsOf([source.at, ...way, target.at]);
}

/** The points of a way at which it turns, or turns back; its ends left out. */
const turnsOf = (way: readonly Point[]): readonly Point[] =>
  way.slice(1, -1).filter((point, i) => !isBetween(point, way[i] ?? point, way[i + 2] ?? point));

const isBetween = (point: Point, a: Point, b: Point): boolean =>
  (a.x === point.x && b.x === point.x && (point.y - a.y) * (b.y - point.y) >= 0) ||
  (a.y === point.y && b.y === point.y && (point.x - a.x) * (b.x - point.x) >= 0);

/** Between fixed ends that are nearer than both jetties are long there is one bend; null for any others. */
function tooShort({ from, to, style }: RouteQuery): readonly Point[] | null {
  if (from === null || to === null) return null;
  const least = jettyOf(style, 'source') + jettyOf(style, 'target');
  if (Math.hypot(to.x - from.x, to.y - from.y) >= least) return null;
  return from.y === to.y ? [] : [{ x: to.x, y: from.y }];
}

/** The upright box around a vertex, its rotation included; a loose end counts as a box of one px. */
function boxFor(point: Point | null, vertex: PlacedVertex | null): Rectangle | null {
  if (vertex === null) return point === null ? null : { ...point, width: 1, height: 1 };
  const { bounds, rotation } = vertex;
  if (rotation % 360 === 0) return bounds;
  const [angle, middle] = [(rotation * Math.PI) / 180, middleOf(bounds)];
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
  const [width, height] = [bounds.width * cos + bounds.height * sin, bounds.width * sin + bounds.height * cos];
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height };
}

const portOf = (box: Rectangle, point: Point | null, heading: Heading, jetty: number): Port => ({
  box,
  at: point ?? sideOf(box, heading),
  heading,
  jetty,
});

/** The middle of the side that faces a heading. */
function sideOf(box: Rectangle, { x, y }: Heading): Point {
  const middle = middleOf(box);
  return { x: middle.x + (x * box.width) / 2, y: middle.y + (y * box.height) / 2 };
}

/** The end of the jetty: as far from the box as the jetty is long, whatever is left of the box on the way. */
function out({ box, at, heading: { x, y }, jetty }: Port): Point {
  if (x !== 0) return { x: (x > 0 ? box.x + box.width : box.x) + x * jetty, y: at.y };
  return { x: at.x, y: (y > 0 ? box.y + box.height : box.y) + y * jetty };
}

/** px that draw.io's `jettySize` is counted in. */
const UNIT = 10;
const ARROW = 6;

/** How long the straight piece at an end is, px; with `auto` so long that the arrow stands on it. */
function jettyOf(style: StyleOf, end: 'source' | 'target'): number {
  const written = style(`${end}JettySize`) ?? style('jettySize') ?? String(UNIT);
  if (written !== 'auto') return numberOf((key) => (key === 'size' ? written : null), 'size', UNIT);
  const arrow = end === 'source' ? 'start' : 'end';
  const hasArrow = (style(`${arrow}Arrow`) ?? 'none') !== 'none';
  const size = numberOf(style, `${arrow}Size`, ARROW);
  return hasArrow ? Math.max(2, Math.ceil((size + UNIT) / UNIT)) * UNIT : 2 * UNIT;
}

const WEST: Heading = { x: -1, y: 0 };
const EAST: Heading = { x: 1, y: 0 };
const NORTH: Heading = { x: 0, y: -1 };
const SOUTH: Heading = { x: 0, y: 1 };

/** Where both ends set out. A fixed end leaves the side that it lies on; others go towards each other. */
function headings(
  { source, target, from, to, style }: RouteQuery,
  a: Rectangle,
  b: Rectangle,
): readonly [Heading, Heading] {
  const fixed = [headingAt(from, source, style, 'source'), headingAt(to, target, style, 'target')] as const;
  const gaps = {
    left: a.x - (b.x + b.width),
    right: b.x - (a.x + a.width),
    up: a.y - (b.y + b.height),
    down: b.y - (a.y + a.height),
  };
  const level = gaps.left >= gaps.right ? WEST : EAST;
  const upright = gaps.up >= gaps.down ? NORTH : SOUTH;
  const [apartX, apartY] = [Math.max(gaps.left, gaps.right) > 0, Math.max(gaps.up, gaps.down) > 0];
  const wanted: readonly [Heading, Heading] =
    apartX && apartY ? [level, back(upright)] : apartX && !apartY ? [level, back(level)] : [upright, back(upright)];
  return [fixed[0] ?? wanted[0], fixed[1] ?? wanted[1]];
}

const back = ({ x, y }: Heading): Heading => ({ x: -x, y: -y });

const CONSTRAINTS: Readonly<Record<string, Heading>> = { west: WEST, east: EAST, north: NORTH, south: SOUTH };

/** px: so near to a side an end counts as on it. */
const ON_SIDE = 1;

function headingAt(
  point: Point | null,
  vertex: PlacedVertex | null,
  style: StyleOf,
  end: 'source' | 'target',
): Heading | null {
  const wanted = CONSTRAINTS[style(`${end}PortConstraint`) ?? vertex?.style('portConstraint') ?? ''];
  if (wanted !== undefined) return wanted;
  if (point === null || vertex === null) return null;
  const { x, y, width, height } = boxFor(point, vertex) ?? vertex.bounds;
  if (Math.abs(point.x - x) <= ON_SIDE) return WEST;
  if (Math.abs(point.x - x - width) <= ON_SIDE) return EAST;
  if (Math.abs(point.y - y) <= ON_SIDE) return NORTH;
  return Math.abs(point.y - y - height) <= ON_SIDE ? SOUTH : null;
}
