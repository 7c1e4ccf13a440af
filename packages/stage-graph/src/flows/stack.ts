import type { Figure } from '../scene/figure.ts';
import { center } from '../scene/rectangle.ts';
import { tolerance } from '../tolerance.ts';
import type { Lead } from './lead.ts';

/** A pile has at least so many stages: the first and last that flows meet, and one between. */
const FEWEST = 3;

/**
 * Stages of one size, one close below the other, in which flows meet the first and the last alone.
 * @param unit breadth of an ordinary shape of the page, px
 */
export function stacks(
  stages: readonly Figure[],
  { left, entered }: Met,
  unit: number,
): readonly (readonly Figure[])[] {
  return piles(stages, unit).filter((pile) => {
    const [first] = pile;
    const last = pile.at(-1);
    if (first === undefined || last === undefined || pile.length < FEWEST) return false;
    return (
      !pile.slice(1, -1).some((figure) => left.has(figure) || entered.has(figure)) &&
      (entered.has(first) || left.has(last)) &&
      !left.has(first) &&
      !entered.has(last)
    );
  });
}

/** The figures that flows leave, and those that flows enter. */
export interface Met {
  readonly left: ReadonlySet<Figure | null>;
  readonly entered: ReadonlySet<Figure | null>;
}

export const metBy = (told: readonly Lead[]): Met => ({
  left: new Set(told.map(({ tail }) => tail)),
  entered: new Set(told.map(({ head }) => head)),
});

function piles(stages: readonly Figure[], unit: number): readonly (readonly Figure[])[] {
  const column = ({ bounds }: Figure): number => Math.round(center(bounds).x / (tolerance.column * unit));
  const sorted = stages.toSorted(
    (a, b) => column(a) - column(b) || a.bounds.width - b.bounds.width || center(a.bounds).y - center(b.bounds).y,
  );
  const found: Figure[][] = [];
  for (const figure of sorted) {
    const above = found.at(-1)?.at(-1);
    if (above !== undefined && isNext(above, figure)) found.at(-1)?.push(figure);
    else found.push([figure]);
  }
  return found;
}

const isNext = ({ bounds: a, form }: Figure, { bounds: b, form: other }: Figure): boolean =>
  form === other &&
  Math.abs(center(a).x - center(b).x) <= tolerance.neighbour * a.width &&
  Math.max(a.width, b.width) <= tolerance.alike * Math.min(a.width, b.width) &&
  b.y - (a.y + a.height) <= tolerance.stack * Math.min(a.height, b.height) &&
  b.y >= a.y + a.height;
