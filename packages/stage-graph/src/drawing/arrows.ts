import type { Point } from '@mxg/model';
import type { Figure } from '../scene/figure.ts';
import { area, breadth, center, distanceTo, holdsPoint } from '../scene/rectangle.ts';
import type { Scene } from '../scene/scene.ts';
import { tolerance } from '../tolerance.ts';
import { directionOf } from './direction.ts';
import { isLabelled, isSolid } from './solid.ts';

/** A shape that points from one thing to another. */
export interface Arrow {
  readonly figure: Figure;
  readonly from: Figure;
  readonly to: Figure;
}

/** Shapes that stand between two things and point from one to the other, in document order. */
export function readArrows(scene: Scene): readonly Arrow[] {
  const drawn = scene.figures.flatMap((figure) =>
    isArrowShape(figure) ? arrowAt(figure, directionOf(figure), scene) : [],
  );
  return [...drawn, ...pictured(scene)].toSorted((a, b) => a.figure.cell.index - b.figure.cell.index);
}

/** A shape that means an arrow by itself; a chevron with a label is a step. */
export const isArrowShape = (figure: Figure): boolean =>
  figure.form === 'arrow' || (figure.form === 'chevron' && !isLabelled(figure));

/** Pictures of arrows: nothing but size and place tells them. One alone may be anything, so at least two of a size count. */
function pictured(scene: Scene): readonly Arrow[] {
  const found = scene.figures
    .filter((figure) => (figure.form === 'icon' || figure.form === 'box') && isBare(figure, scene))
    .flatMap((figure) => {
      const [arrow] = arrowAt(figure, directionOf(figure), scene);
      const [downwards] = arrow === undefined ? arrowAt(figure, { x: 0, y: 1 }, scene) : [arrow];
      return downwards === undefined || !isSmaller(downwards) ? [] : [downwards];
    });
  const sizes = new Map<string, number>();
  for (const { figure } of found) sizes.set(sizeOf(figure), (sizes.get(sizeOf(figure)) ?? 0) + 1);
  return found.filter(({ figure }) => (sizes.get(sizeOf(figure)) ?? 0) >= 2);
}

const isBare = (figure: Figure, { attachedTo, contentOf }: Scene): boolean =>
  figure.label.text === '' && !attachedTo.has(figure) && !contentOf.has(figure) && area(figure.bounds) > 0;

/** A picture of an arrow is smaller than what it joins, and both of them have names. */
const isSmaller = ({ figure, from, to }: Arrow): boolean =>
  isLabelled(from) &&
  isLabelled(to) &&
  figure.cell.geometry !== null &&
  area(figure.cell.geometry) < Math.min(area(from.bounds), area(to.bounds));

const sizeOf = ({ cell }: Figure): string =>
  `${Math.round(cell.geometry?.width ?? 0)}x${Math.round(cell.geometry?.height ?? 0)}`;

/** What a shape that points somewhere leads from and to; none when one of them is missing. */
function arrowAt(figure: Figure, direction: Point, scene: Scene): readonly Arrow[] {
  const { x, y } = center(figure.bounds);
  const half = (Math.abs(direction.x) * figure.bounds.width + Math.abs(direction.y) * figure.bounds.height) / 2;
  const reach = tolerance.arrowReach * Math.max(2 * half, breadth(figure.bounds));
  const tail = { x: x - direction.x * half, y: y - direction.y * half };
  const head = { x: x + direction.x * half, y: y + direction.y * half };
  const from = nextTo(tail, { x: -direction.x, y: -direction.y }, reach, figure, scene);
  const to = nextTo(head, direction, reach, figure, scene);
  return from === null || to === null || from === to ? [] : [{ figure, from, to }];
}

/** The nearest body before an end of an arrow, among those that stand in the same container as the arrow. */
function nextTo(end: Point, direction: Point, reach: number, arrow: Figure, scene: Scene): Figure | null {
  let nearest: Figure | null = null;
  let least = Infinity;
  for (const figure of scene.near.at(end, reach)) {
    const isBeside = figure !== arrow && scene.containerOf.get(figure) === scene.containerOf.get(arrow);
    if (!isBeside || !isSolid(figure) || figure.hidden !== arrow.hidden || isArrowShape(figure)) continue;
    const away = distanceTo(figure.bounds, end);
    if (away < least && away <= reach && liesAhead(figure, end, direction)) {
      nearest = figure;
      least = away;
    }
  }
  return nearest;
}

/** Whether a body is within 45 degrees of where an end points. */
function liesAhead({ bounds }: Figure, end: Point, direction: Point): boolean {
  if (holdsPoint(bounds, end)) return true;
  const x = Math.min(Math.max(end.x, bounds.x), bounds.x + bounds.width) - end.x;
  const y = Math.min(Math.max(end.y, bounds.y), bounds.y + bounds.height) - end.y;
  return x * direction.x + y * direction.y >= Math.hypot(x, y) * Math.SQRT1_2;
}
