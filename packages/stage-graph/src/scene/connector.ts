import { styleFlag, styleNumber, styleValue, type Edge, type Point, type Rectangle, type Style } from '@mxg/model';
import type { HtmlText } from '../label/html-text.ts';
import { nameOf } from './cells.ts';
import type { Figure } from './figure.ts';
import { boundedPoint, center, gapX, gapY } from './rectangle.ts';

/** An edge as it is drawn. */
export interface Connector {
  readonly index: number;
  /** Of the cell, or `#` and its index. */
  readonly id: string;
  readonly tail: ConnectorEnd;
  readonly head: ConnectorEnd;
  /** px, in the page's frame, from tail to head; where draw.io routes the edge itself an estimate. Empty when it has no place. */
  readonly route: readonly Point[];
  readonly heads: 'to' | 'both' | 'none';
  readonly dashed: boolean;
  readonly label: HtmlText;
  readonly hidden: boolean;
}

export interface ConnectorEnd {
  /** What it is attached to; null for a loose end. */
  readonly figure: Figure | null;
  readonly how: 'stored' | 'touching' | 'loose';
  /** Whether the file ties it to another edge. */
  readonly onEdge: boolean;
}

/** What the file says of one end: the cell it is tied to, or a point. */
export interface StoredEnd extends ConnectorEnd {
  /** px, in the page's frame. */
  readonly point: Point | null;
}

/** An edge between two ends; told from tail to head as its arrow heads point, not as it was drawn. */
export function connector(
  cell: Edge,
  ends: readonly [source: StoredEnd, target: StoredEnd],
  waypoints: readonly Point[],
  label: HtmlText,
  hidden: boolean,
): Connector {
  const [source, target] = ends;
  const route = routeOf(cell.style, source, target, waypoints);
  const start = points(styleValue(cell.style, 'startArrow') ?? 'none');
  const end = points(styleValue(cell.style, 'endArrow') ?? 'classic');
  const reversed = start && !end;
  return {
    index: cell.index,
    id: nameOf(cell),
    tail: reversed ? target : source,
    head: reversed ? source : target,
    route: reversed ? route.toReversed() : route,
    heads: start && end ? 'both' : start || end ? 'to' : 'none',
    dashed: styleFlag(cell.style, 'dashed'),
    label,
    hidden,
  };
}

/** Arrow heads that point somewhere; diamonds, ovals and crow's feet say something else. Source: draw.io 24.7's markers. */
const POINTING = new Set(
  'classic classicThin block blockThin open openThin openAsync async halfCircle manyOptional'.split(' '),
);

const points = (arrow: string): boolean => POINTING.has(arrow);

function routeOf(style: Style, source: StoredEnd, target: StoredEnd, waypoints: readonly Point[]): Point[] {
  const exit = fixedPoint(style, 'exit', source) ?? source.point;
  const entry = fixedPoint(style, 'entry', target) ?? target.point;
  const from = source.figure?.bounds ?? null;
  const to = target.figure?.bounds ?? null;
  const first = waypoints[0] ?? entry ?? (to === null ? null : center(to));
  const last = waypoints.at(-1) ?? exit ?? (from === null ? null : center(from));
  if (first === null || last === null) return [];
  const straight = (styleValue(style, 'edgeStyle') ?? 'none') === 'none' || styleValue(style, 'edgeStyle') === '';
  const level = waypoints.length === 0 && !straight && from !== null && to !== null ? between(from, to) : null;
  const start = exit ?? (from === null ? first : level === null ? border(from, first, straight) : level[0]);
  const end = entry ?? (to === null ? last : level === null ? border(to, last, straight) : level[1]);
  if (waypoints.length > 0 || straight || start.x === end.x || start.y === end.y) return [start, ...waypoints, end];
  return elbow(start, end, from, to);
}

/** `exitX`, `exitY` and the like place an end on its shape, in shares of the shape's size. */
function fixedPoint(style: Style, name: 'exit' | 'entry', { figure }: StoredEnd): Point | null {
  if (figure === null || styleValue(style, `${name}X`) === null || styleValue(style, `${name}Y`) === null) return null;
  const { x, y, width, height } = figure.bounds;
  return boundedPoint({
    x: x + width * styleNumber(style, `${name}X`, 0.5) + styleNumber(style, `${name}Dx`, 0),
    y: y + height * styleNumber(style, `${name}Y`, 0.5) + styleNumber(style, `${name}Dy`, 0),
  });
}

/** Where a line towards a point leaves a rectangle: level with the point where it can be, unless the line is straight. */
function border(rectangle: Rectangle, towards: Point, straight: boolean): Point {
  const { x, y } = center(rectangle);
  const right = rectangle.x + rectangle.width;
  const bottom = rectangle.y + rectangle.height;
  if (!straight && towards.y > rectangle.y && towards.y < bottom) {
    return { x: towards.x < x ? rectangle.x : right, y: towards.y };
  }
  if (!straight && towards.x > rectangle.x && towards.x < right) {
    return { x: towards.x, y: towards.y < y ? rectangle.y : bottom };
  }
  const dx = towards.x - x;
  const dy = towards.y - y;
  const scale = Math.min(rectangle.width / 2 / (Math.abs(dx) || 1), rectangle.height / 2 / (Math.abs(dy) || 1), 1);
  return { x: x + dx * scale, y: y + dy * scale };
}

/** The level line between two rectangles that face each other, or null. */
function between(from: Rectangle, to: Rectangle): [Point, Point] | null {
  if (gapY(from, to) < 0 && gapX(from, to) >= 0) {
    const y = (Math.max(from.y, to.y) + Math.min(from.y + from.height, to.y + to.height)) / 2;
    return from.x < to.x
      ? [
          { x: from.x + from.width, y },
          { x: to.x, y },
        ]
      : [
          { x: from.x, y },
          { x: to.x + to.width, y },
        ];
  }
  if (gapX(from, to) < 0 && gapY(from, to) >= 0) {
    const x = (Math.max(from.x, to.x) + Math.min(from.x + from.width, to.x + to.width)) / 2;
    return from.y < to.y
      ? [
          { x, y: from.y + from.height },
          { x, y: to.y },
        ]
      : [
          { x, y: from.y },
          { x, y: to.y + to.height },
        ];
  }
  return null;
}

/** Two bends half way, along the side on which the route leaves. */
function elbow(start: Point, end: Point, from: Rectangle | null, to: Rectangle | null): Point[] {
  const sideways =
    from === null || to === null ? Math.abs(end.x - start.x) > Math.abs(end.y - start.y) : gapX(from, to) > 0;
  const x = (start.x + end.x) / 2;
  const y = (start.y + end.y) / 2;
  return sideways ? [start, { x, y: start.y }, { x, y: end.y }, end] : [start, { x: start.x, y }, { x: end.x, y }, end];
}
