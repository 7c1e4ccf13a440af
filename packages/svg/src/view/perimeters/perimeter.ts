import type { Point, Rectangle } from '@mxg/model';
import { frameFacing, grown, middleOf, numberOf, TURNS, turned, type PlacedVertex, type StyleOf } from '../shape.ts';
import {
  callout,
  hexagon,
  parallelogram,
  rectangle,
  rhombus,
  step,
  trapezoid,
  triangle,
  type Corners,
} from './corners.ts';
import { ellipsePoint } from './ellipse.ts';
import { axisThrough, rayThrough } from './polygon.ts';

/** Shapes that are polygons, by the name of their perimeter in styles. */
const POLYGONS: Readonly<Record<string, Corners>> = {
  rectanglePerimeter: rectangle,
  rhombusPerimeter: rhombus,
  trianglePerimeter: triangle,
  hexagonPerimeter: hexagon,
  hexagonPerimeter2: hexagon,
  parallelogramPerimeter: parallelogram,
  trapezoidPerimeter: trapezoid,
  stepPerimeter: step,
  calloutPerimeter: callout,
};

/** How an end of an edge is sought. */
export interface PerimeterQuery {
  readonly towards: Point;
  /** Whether the edge runs along the axes. */
  readonly orthogonal: boolean;
  /** px between the outline and the end. */
  readonly spacing: number;
}

/** Where an edge that comes from a point meets the outline of a vertex, its rotation included. */
export function perimeterPoint(vertex: PlacedVertex, { towards, orthogonal, spacing }: PerimeterQuery): Point {
  const { style, rotation } = vertex;
  const bounds = grown(vertex.bounds, spacing);
  const middle = middleOf(bounds);
  const name = style('perimeter');
  if (name === null) return middle;
  // a shape that is turned is asked in its own frame
  const local = turned(towards, -rotation, middle);
  const point = outlinePoint(name, { ...vertex, bounds }, local, orthogonal && rotation % 90 === 0);
  return turned(point, rotation, middle);
}

function outlinePoint(name: string, vertex: PlacedVertex, towards: Point, orthogonal: boolean): Point {
  const { bounds, style } = vertex;
  if (name === 'centerPerimeter') return middleOf(bounds);
  if (name === 'ellipsePerimeter') return ellipsePoint(bounds, towards, orthogonal);
  if (name === 'lifelinePerimeter') return lifelinePoint(vertex, towards);
  if (name === 'backbonePerimeter') return backbonePoint(vertex, towards);
  if (name === 'orthogonalPerimeter') return besideRectangle(bounds, towards);
  const corners = cornersOf(POLYGONS[name] ?? rectangle, bounds, style, vertex);
  if (!orthogonal) return rayThrough(corners, bounds, towards);
  return corners.length === 4 && POLYGONS[name] === rectangle
    ? besideRectangle(bounds, towards)
    : axisThrough(corners, bounds, towards);
}

/** Shapes may face another way, or be mirrored, in bounds that stay. */
function cornersOf(
  corners: Corners,
  bounds: Rectangle,
  style: StyleOf,
  { direction, flipH, flipV }: PlacedVertex,
): readonly Point[] {
  const middle = middleOf(bounds);
  const own = frameFacing(bounds, direction);
  return corners(own, style)
    .map((corner) => turned(corner, TURNS[direction], middle))
    .map(({ x, y }) => ({ x: flipH ? 2 * middle.x - x : x, y: flipV ? 2 * middle.y - y : y }));
}

/** The nearest place on the outline that is straight across from the point; a corner where none is. */
function besideRectangle(bounds: Rectangle, towards: Point): Point {
  const { x, y, width, height } = bounds;
  const ray = rayThrough(
    rectangle(bounds, () => null),
    bounds,
    towards,
  );
  const inX = towards.x >= x && towards.x <= x + width;
  const inY = towards.y >= y && towards.y <= y + height;
  const straight = { x: inX ? towards.x : ray.x, y: inY && !inX ? towards.y : ray.y };
  return {
    x: towards.x < x ? x : towards.x > x + width ? x + width : straight.x,
    y: towards.y < y ? y : towards.y > y + height ? y + height : straight.y,
  };
}

/** A bus: edges meet its line, or its bar of `backboneSize` px, straight across. */
function backbonePoint({ bounds, direction, style }: PlacedVertex, towards: Point): Point {
  const middle = middleOf(bounds);
  const bar = numberOf(style, 'backboneSize', 0);
  const half = halfLine(style) + (bar > 0 ? bar / 2 - 1 : 0);
  return direction === 'north' || direction === 'south'
    ? { x: aside(towards.x, middle.x, half), y: within(towards.y, bounds.y, bounds.height) }
    : { x: within(towards.x, bounds.x, bounds.width), y: aside(towards.y, middle.y, half) };
}

/** px of the head of a lifeline. */
const HEAD = 40;

/** UML's lifeline: messages meet the line down its middle, below its head. */
function lifelinePoint({ bounds, style }: PlacedVertex, towards: Point): Point {
  const head = Math.max(0, Math.min(bounds.height, numberOf(style, 'size', HEAD)));
  return {
    x: aside(towards.x, middleOf(bounds).x, halfLine(style)),
    y: within(towards.y, bounds.y + head, bounds.height - head),
  };
}

/** px from the middle of a line to where edges from below or from its right end. Source: where they do in draw.io's pictures. */
const halfLine = (style: StyleOf): number => numberOf(style, 'strokeWidth', 1) / 2 - 1;

const aside = (at: number, middle: number, half: number): number => middle + (at < middle ? -half - 1 : half);

const within = (at: number, from: number, size: number): number => Math.min(from + size, Math.max(from, at));
