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
      return role === null
        ? []
        : [
            decision(
              figure,
              role,
              around,
              content.map(({ id }) => id),
            ),
          ];
    });
  },
};

function containerRole(figure: Figure, content: readonly Figure[], drawing: Drawing): Role | null {
  if (figure.form === 'group') return 'group';
  if (figure.form === 'lane') return isLane(figure, content, drawing) ? 'lane' : null;
  if (!isSolid(figure) || content.length === 0) return null;
  const parts = content.filter((inner) => isPart(inner, figure, drawing));
  if (drawing.ties.of(figure) > 0) return drawing.ties.inside(figure) && parts.length > 1 ? 'group' : null;
  return drawing.ties.inside(figure) || parts.length > 0 ? 'group' : null;
}

/** A thing of its own: it has a name, and is no badge. */
const isPart = (inner: Figure, outer: Figure, { nameOf }: Drawing): boolean =>
  nameOf(inner) !== '' && (isLabelled(inner) || area(inner.bounds) * 16 > area(outer.bounds));

/**
 * A swimlane whose title stands upright, or that holds things with names. One that edges end at is a box or a composite
 * state; an empty one is a lane among lanes.
 */
function isLane(figure: Figure, content: readonly Figure[], drawing: Drawing): boolean {
  const { ties, containerOf, contentOf } = drawing;
  if (styleValue(figure.cell.style, 'horizontal') === '0') return true;
  if (ties.of(figure) > 0) return false;
  if (content.some((inner) => isPart(inner, figure, drawing) || inner.form === 'lane')) return true;
  const around = containerOf.get(figure);
  const beside = around?.form === 'lane' ? (contentOf.get(around) ?? []) : [];
  return (
    content.length === 0 && beside.length > 0 && !beside.some((other) => other.form === 'lane' && ties.of(other) > 0)
  );
}
