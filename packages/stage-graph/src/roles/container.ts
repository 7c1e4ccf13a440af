import { styleValue } from '@mxg/model';
import type { Drawing } from '../drawing/drawing.ts';
import { isLabelled, isSolid } from '../drawing/solid.ts';
import type { Figure } from '../scene/figure.ts';
import { area } from '../scene/rectangle.ts';
import { decision, type Role, type Rule } from './role.ts';

export const container: Rule = {
  name: 'container',
  says: 'a swimlane, group or frame around things that are steps themselves',
  decide(open, drawing, roles) {
    const decided = new Set(open);
    return open.flatMap((figure) => {
      const content = (drawing.contentOf.get(figure) ?? []).filter(
        (inner) => isSolid(inner) && (decided.has(inner) || roles.get(inner)?.role === 'mark' || inner.form === 'note'),
      );
      const role = containerRole(figure, content, drawing);
      const around = drawing.containerOf.get(figure)?.id ?? null;
      return role === null ? [] : [decision(figure, role, around, content.map(({ id }) => id))];
    });
  },
};

function containerRole(figure: Figure, content: readonly Figure[], drawing: Drawing): Role | null {
  if (figure.form === 'group') return 'group';
  if (figure.form === 'lane') return isLane(figure, content, drawing) ? 'lane' : null;
  if (!isSolid(figure) || content.length === 0 || drawing.ties.of(figure) > 0) return null;
  return drawing.ties.inside(figure) || content.some((inner) => isPart(inner, figure, drawing)) ? 'group' : null;
}

/** A thing of its own: it has a name, and is no badge. */
const isPart = (inner: Figure, outer: Figure, { nameOf }: Drawing): boolean =>
  nameOf(inner) !== '' && (isLabelled(inner) || area(inner.bounds) * 16 > area(outer.bounds));

/** A swimlane that edges end at is a box or a composite state, unless it lies in another lane or its title stands upright. */
function isLane(figure: Figure, content: readonly Figure[], { ties, containerOf, contentOf }: Drawing): boolean {
  const around = containerOf.get(figure);
  if (around?.form === 'lane' || styleValue(figure.cell.style, 'horizontal') === '0') return true;
  if (ties.of(figure) > 0) return false;
  return content.length > 0 || (contentOf.get(around ?? figure) ?? []).some(({ form }) => form === 'lane');
}
