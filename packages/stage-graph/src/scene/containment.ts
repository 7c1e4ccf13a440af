import { styleValue, type Cell } from '@mxg/model';
import { tolerance } from '../tolerance.ts';
import type { Figure } from './figure.ts';
import type { Form } from './form.ts';
import type { Nearby } from './nearby.ts';
import { area, breadth, center, holds, holdsPoint } from './rectangle.ts';

/** The smallest figure around each, by where they stand; the parent in the file counts where it stands around its child. */
export function containersOf(
  figures: readonly Figure[],
  near: Nearby<Figure>,
  parentOf: (cell: Cell) => Figure | null,
): ReadonlyMap<Figure, Figure> {
  const containers = new Map<Figure, Figure>();
  for (const figure of figures) {
    const parent = parentOf(figure.cell);
    const around = near.at(center(figure.bounds)).filter((outer) => standsIn(figure, outer));
    if (parent !== null && !around.includes(parent) && isGroupOf(parent, figure)) around.push(parent);
    const [first, ...rest] = around;
    if (first === undefined) continue;
    containers.set(
      figure,
      rest.reduce((least, outer) => (area(outer.bounds) < area(least.bounds) ? outer : least), first),
    );
  }
  return containers;
}

/** Forms that hold nothing, whatever lies over them. */
const HOLDS_NOTHING: ReadonlySet<Form> = new Set([
  'text',
  'line',
  'arrow',
  'brace',
  'start',
  'end',
  'junction',
  'reference',
]);

/** A parent in the file stands around its child when it holds the child's centre. */
const isGroupOf = (parent: Figure, child: Figure): boolean =>
  isLarger(parent, child) && holdsPoint(parent.bounds, center(child.bounds));

/** Whether a figure is larger than another, or as large and drawn before it: an order, so that no two hold each other. */
function isLarger(outer: Figure, inner: Figure): boolean {
  const larger = area(outer.bounds) - area(inner.bounds);
  return larger > 0 || (larger === 0 && outer.cell.index < inner.cell.index);
}

function standsIn(inner: Figure, outer: Figure): boolean {
  return (
    isLarger(outer, inner) &&
    inner.hidden === outer.hidden &&
    !HOLDS_NOTHING.has(outer.form) &&
    area(outer.bounds) >= tolerance.container * area(inner.bounds) &&
    (outer.cell.index < inner.cell.index || styleValue(outer.cell.style, 'fillColor') === 'none') &&
    holds(outer.bounds, inner.bounds, tolerance.inside * breadth(inner.bounds))
  );
}
