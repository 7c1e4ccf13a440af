import type { Drawing } from '../drawing/drawing.ts';
import type { Roles } from '../roles/role.ts';
import { nearestAround } from '../scene/around.ts';
import type { Figure } from '../scene/figure.ts';
import type { Drawn } from '../stage-graph.ts';

/** Tells of a figure what all roles have in common. */
export function drawnOf(drawing: Drawing, roles: Roles): (figure: Figure) => Drawn {
  const laneAround = nearestAround(drawing.containerOf, (outer) => roles.get(outer)?.role === 'lane');
  const parentAround = nearestAround(drawing.containerOf, (outer) => PARENTS.has(roles.get(outer)?.role ?? ''));
  return (figure) => {
    const title = drawing.names.titleOf.get(figure) ?? null;
    const decision = roles.get(figure);
    return {
      id: figure.id,
      label: drawing.nameOf(figure),
      labelCell: title?.id ?? null,
      bounds: figure.bounds,
      link: figure.cell.link ?? title?.cell.link ?? null,
      lane: laneAround(figure)?.id ?? null,
      parent: parentAround(figure)?.id ?? null,
      hidden: figure.hidden,
      evidence: { rule: decision?.reason ?? '', cells: decision?.because ?? [] },
    };
  };
}

const PARENTS: ReadonlySet<string> = new Set(['stage', 'group']);
