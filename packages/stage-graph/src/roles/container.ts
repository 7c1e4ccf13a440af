import { styleValue } from '@mxg/model';
import type { Drawing } from '../drawing/drawing.ts';
import { isLabelled, isSolid } from '../drawing/solid.ts';
import type { Figure } from '../scene/figure.ts';
import { area } from '../scene/rectangle.ts';
import { tolerance } from '../tolerance.ts';
import { decision, type Role, type Rule } from './role.ts';

export const container: Rule = {
  reasons: {
    lane: 'a swimlane with its title upright, around things with names, or among lanes',
    group: 'a group',
    frame: 'a box around things that edges end at or that have names, and no step itself',
  },
  decide(open, drawing, roles) {
    const decided = new Set(open);
    const tied = new Set(tiedLanes(drawing).map((lane) => drawing.containerOf.get(lane)));
    return open.flatMap((figure) => {
      const content = (drawing.contentOf.get(figure) ?? []).filter(
        (inner) => isSolid(inner) && (decided.has(inner) || roles.get(inner)?.role === 'mark' || inner.form === 'note'),
      );
      const around = drawing.containerOf.get(figure);
      const amongLanes = around?.form === 'lane' && !tied.has(around);
      const role = containerRole(figure, content, amongLanes, drawing);
      const because = content.map(({ id }) => id);
      const reason = role === 'lane' || figure.form === 'group' ? (role ?? '') : 'frame';
      return role === null ? [] : [decision(figure, role, reason, around?.id ?? null, because)];
    });
  },
};

/** Swimlanes that edges end at. */
const tiedLanes = ({ figures, ties }: Drawing): readonly Figure[] =>
  figures.filter((figure) => figure.form === 'lane' && ties.of(figure) > 0);

function containerRole(figure: Figure, content: readonly Figure[], amongLanes: boolean, drawing: Drawing): Role | null {
  if (figure.form === 'group') return 'group';
  if (figure.form === 'lane') return isLane(figure, content, amongLanes, drawing) ? 'lane' : null;
  if (!isSolid(figure) || content.length === 0) return null;
  const parts = content.filter((inner) => isPart(inner, figure, drawing));
  if (drawing.ties.of(figure) > 0) return drawing.ties.inside(figure) && parts.length > 1 ? 'group' : null;
  return drawing.ties.inside(figure) || parts.length > 0 ? 'group' : null;
}

/** A thing of its own: it has a name, and is no badge. */
const isPart = (inner: Figure, outer: Figure, { nameOf }: Drawing): boolean =>
  nameOf(inner) !== '' && (isLabelled(inner) || area(inner.bounds) > tolerance.part * area(outer.bounds));

/**
 * A swimlane whose title stands upright, or that holds things with names. One that edges end at is a box or a composite
 * state; an empty one is a lane among lanes.
 */
function isLane(figure: Figure, content: readonly Figure[], amongLanes: boolean, drawing: Drawing): boolean {
  if (styleValue(figure.cell.style, 'horizontal') === '0') return true;
  if (drawing.ties.of(figure) > 0) return false;
  if (content.some((inner) => isPart(inner, figure, drawing) || inner.form === 'lane')) return true;
  return content.length === 0 && amongLanes;
}
