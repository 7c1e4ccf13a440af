import type { Point } from '@mxg/model';
import { perimeterPoint } from './perimeters/perimeter.ts';
import { frameFacing, middleOf, numberOf, TURNS, turned, type PlacedVertex, type StyleOf } from './shape.ts';

export type End = 'exit' | 'entry';

/**
 * Where an edge is fixed to a vertex by its style (`exitX`, `exitY`, with `exitDx`, `exitDy` in px): a share of the shape's own frame,
 * moved out to the outline unless `exitPerimeter=0`. A vertex that is met at its middle has no other place. Null when the end is not fixed.
 */
export function fixedPoint(vertex: PlacedVertex, edge: StyleOf, end: End): Point | null {
  const [x, y] = [share(edge(`${end}X`)), share(edge(`${end}Y`))];
  if (x === null || y === null) return vertex.style('perimeter') === 'centerPerimeter' ? middleOf(vertex.bounds) : null;
  const { bounds, rotation } = vertex;
  const middle = middleOf(bounds);
  const isOnOutline = edge(`${end}Perimeter`) !== '0';
  const offset = { x: numberOf(edge, `${end}Dx`, 0), y: numberOf(edge, `${end}Dy`, 0) };
  // what is moved out to the outline does not follow a mirrored shape
  const faced = isOnOutline ? { ...vertex, flipH: false, flipV: false } : vertex;
  const own = inOwnFrame(faced, { x, y }, offset);
  const spacing = numberOf(vertex.style, 'perimeterSpacing', 0);
  if (isOnOutline)
    return perimeterPoint(vertex, { towards: turned(own, rotation, middle), orthogonal: false, spacing });
  return turned(own, rotation, middle);
}

/** A point given in shares of the shape as it faces, in the page's frame without the vertex's rotation. */
function inOwnFrame({ bounds, direction, flipH, flipV }: PlacedVertex, shares: Point, offset: Point): Point {
  const middle = middleOf(bounds);
  const frame = frameFacing(bounds, direction);
  const own = {
    x: frame.x + shares.x * frame.width + offset.x,
    y: frame.y + shares.y * frame.height + offset.y,
  };
  const faced = turned(own, TURNS[direction], middle);
  return { x: flipH ? 2 * middle.x - faced.x : faced.x, y: flipV ? 2 * middle.y - faced.y : faced.y };
}

function share(value: string | null): number | null {
  const number = Number.parseFloat(value ?? '');
  return Number.isFinite(number) ? number : null;
}

/** Where an end that is not fixed meets its vertex: on the outline, straight to the next point of the edge. */
export function floatingPoint(
  vertex: PlacedVertex,
  edge: StyleOf,
  { end, next, orthogonal }: { end: End; next: Point; orthogonal: boolean },
): Point {
  const own = end === 'exit' ? 'source' : 'target';
  const spacing =
    numberOf(vertex.style, 'perimeterSpacing', 0) +
    numberOf(edge, 'perimeterSpacing', 0) +
    numberOf(edge, `${own}PerimeterSpacing`, 0);
  return perimeterPoint(vertex, { towards: next, orthogonal, spacing });
}
