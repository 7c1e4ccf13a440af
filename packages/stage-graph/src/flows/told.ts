import type { Drawing } from '../drawing/drawing.ts';
import type { Roles } from '../roles/role.ts';
import type { Figure } from '../scene/figure.ts';
import { grouped } from '../scene/grouped.ts';
import { arrowFlows } from './arrows.ts';
import { edgeFlows } from './edges.ts';
import type { Lead } from './lead.ts';
import { nodesOf } from './node.ts';

/** The flows that are drawn, by edges and by arrow shapes; not those that never come near a stage. */
export function toldFlows(drawing: Drawing, roles: Roles): readonly Lead[] {
  const nodeOf = nodesOf(drawing, roles);
  const leads = [...edgeFlows(drawing, roles, nodeOf), ...arrowFlows(drawing, nodeOf)];
  const known = reachedFrom(
    leads
      .flatMap(({ tail, head }) => [tail, head])
      .filter((figure) => figure !== null && isThing(figure, drawing, roles)),
    leads,
  );
  return leads.filter(({ tail, head }) => known.has(tail) || known.has(head));
}

/** Whether a reader would call it something: a stage has a place of its own, a lane or group only by its name. */
function isThing(figure: Figure, { nameOf }: Drawing, roles: Roles): boolean {
  const role = roles.get(figure)?.role;
  return role === 'stage' || role === 'milestone' || ((role === 'lane' || role === 'group') && nameOf(figure) !== '');
}

/** All figures that flows, in whichever direction, join to the given ones. */
function reachedFrom(figures: readonly (Figure | null)[], leads: readonly Lead[]): ReadonlySet<Figure | null> {
  const ways = leads.flatMap(({ tail, head }) => [
    [tail, head],
    [head, tail],
  ]);
  const joined = grouped(
    ways,
    ([from]) => from ?? null,
    ([, to]) => to ?? null,
  );
  const reached = new Set<Figure | null>(figures);
  const waiting = [...reached];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const other of (next === null ? undefined : joined.get(next)) ?? []) {
      if (other === null || reached.has(other)) continue;
      reached.add(other);
      waiting.push(other);
    }
  }
  return reached;
}
