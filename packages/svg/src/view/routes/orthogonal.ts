import type { Point, Rectangle } from '@mxg/model';
import { middleOf, numberOf, type PlacedVertex, type StyleOf } from '../shape.ts';
import { headings } from './headings.ts';
import { leastBends, type Heading } from './least-bends.ts';
import type { Route, RouteQuery } from './route.ts';
import { segment, tenth } from './segment.ts';

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
  const [jettyA, jettyB] = jetties(query);
  const source = portOf(a, query.source === null ? null : query.from, headingA, jettyA);
  const target = portOf(b, query.target === null ? null : query.to, headingB, jettyB);
  const way = tight(source, target) ?? aroundBoth(source, target);
  return way.map(({ x, y }) => ({ x: tenth(x), y: tenth(y) }));
}

const aroundBoth = (source: Port, target: Port): readonly Point[] =>
  turnsOf([source.at, ...leastBends({ ...source, at: out(source) }, { ...target, at: out(target) }), target.at]);

/** Between ends that face each other with less room than their jetties take, the edge goes across where the first jetty ends; null for others. */
function tight(source: Port, target: Port): readonly Point[] | null {
  const { x, y } = source.heading;
  if (target.heading.x !== -x || target.heading.y !== -y) return null;
  const [a, b] = [source.box, target.box];
  const gap =
    x === 0 ? (y > 0 ? b.y - a.y - a.height : a.y - b.y - b.height) : x > 0 ? b.x - a.x - a.width : a.x - b.x - b.width;
  if (gap <= 0 || gap >= source.jetty + target.jetty) return null;
  const turn = out(source);
  if (x === 0 ? turn.x === target.at.x : turn.y === target.at.y) return null;
  return [turn, x === 0 ? { x: target.at.x, y: turn.y } : { x: turn.x, y: target.at.y }];
}

/** The points of a way at which it turns, or turns back; its ends left out. */
const turnsOf = (way: readonly Point[]): readonly Point[] =>
  way.slice(1, -1).filter((point, i) => !isBetween(point, way[i] ?? point, way[i + 2] ?? point));

const isBetween = (point: Point, a: Point, b: Point): boolean =>
  (a.x === point.x && b.x === point.x && (point.y - a.y) * (b.y - point.y) >= 0) ||
  (a.y === point.y && b.y === point.y && (point.x - a.x) * (b.x - point.x) >= 0);

/** Between fixed ends that are nearer than both jetties are long there is one bend; null for any others. */
function tooShort(query: RouteQuery): readonly Point[] | null {
  const { from, to } = query;
  if (from === null || to === null) return null;
  const [jettyA, jettyB] = jetties(query);
  if (Math.hypot(to.x - from.x, to.y - from.y) >= jettyA + jettyB) return null;
  return from.y === to.y ? [] : [{ x: tenth(to.x), y: tenth(from.y) }];
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

/** How long the straight pieces at both ends are; those of a loop are alike. */
function jetties({ source, target, style }: RouteQuery): readonly [number, number] {
  const [a, b] = [jettyOf(style, 'source'), jettyOf(style, 'target')];
  return source !== null && source.bounds === target?.bounds ? [Math.max(a, b), Math.max(a, b)] : [a, b];
}

/** How long the straight piece at an end is, px; with `auto` so long that the arrow stands on it. */
function jettyOf(style: StyleOf, end: 'source' | 'target'): number {
  const written = style(`${end}JettySize`) ?? style('jettySize') ?? String(UNIT);
  if (written !== 'auto') return numberOf((key) => (key === 'size' ? written : null), 'size', UNIT);
  const arrow = end === 'source' ? 'start' : 'end';
  const hasArrow = (style(`${arrow}Arrow`) ?? 'none') !== 'none';
  const size = numberOf(style, `${arrow}Size`, ARROW);
  return hasArrow ? Math.max(2, Math.ceil((size + UNIT) / UNIT)) * UNIT : 2 * UNIT;
}
