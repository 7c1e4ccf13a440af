import type { Drawing } from '../drawing/drawing.ts';
import type { Roles } from '../roles/role.ts';
import type { Figure } from '../scene/figure.ts';

/** At least so many stages make a count. */
const FEWEST = 3;

/** Stages in the order of their numbers, when each has one and none is missing; null otherwise. */
export function byNumber(stages: readonly Figure[], drawing: Drawing, roles: Roles): readonly Figure[] | null {
  if (stages.length < FEWEST) return null;
  const numbers = new Map(stages.map((figure) => [numberOf(figure, drawing, roles), figure]));
  const first = Math.min(...[0, 1].filter((number) => numbers.has(number)));
  const order = stages.map((_, i) => numbers.get(first + i));
  return order.every((figure) => figure !== undefined) ? order : null;
}

/** The number that a stage's name begins with, or that stands alone in it: `2. Build`, `Step 2`. */
function numberOf(figure: Figure, { contentOf, nameOf }: Drawing, roles: Roles): number | null {
  const texts = [nameOf(figure), ...notesIn(contentOf.get(figure) ?? [], roles)];
  for (const text of texts) {
    const number = NUMBERED.exec(text)?.[1];
    if (number !== undefined) return Number(number);
  }
  return null;
}

const NUMBERED = /^(?:step|phase|stage|part)?\s?(\d{1,2})(?=$|[.:)\s])/i;

const notesIn = (content: readonly Figure[], roles: Roles): string[] =>
  content.filter((inner) => roles.get(inner)?.role === 'note').map(({ label }) => label.text);
