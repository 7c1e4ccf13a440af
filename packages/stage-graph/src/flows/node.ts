import type { Drawing } from '../drawing/drawing.ts';
import type { Roles } from '../roles/role.ts';
import { nearestAround } from '../scene/around.ts';
import type { Figure } from '../scene/figure.ts';

/** What an edge that ends at a figure means: what the figure names, is a part of, or only wraps. */
export type NodeOf = (figure: Figure) => Figure;

export function nodesOf(drawing: Drawing, roles: Roles): NodeOf {
  const only = new Map([...drawing.contentOf.keys()].map((figure) => [figure, onlyStage(figure, drawing, roles)]));
  const stageAround = nearestAround(drawing.containerOf, (outer) => roles.get(outer)?.role === 'stage');
  return (figure) => {
    const named = drawing.standsFor.get(figure) ?? figure;
    const decision = roles.get(named);
    if (decision?.role === 'group') return only.get(named) ?? named;
    return NODES.has(decision?.role ?? '') ? named : (stageAround(named) ?? named);
  };
}

const NODES: ReadonlySet<string> = new Set(['stage', 'milestone', 'mark', 'lane']);

/** The one stage in a group, if it is one. */
function onlyStage(group: Figure, { contentOf }: Drawing, roles: Roles): Figure | null {
  const stages = (contentOf.get(group) ?? []).filter((figure) => roles.get(figure)?.role === 'stage');
  return stages.length === 1 ? (stages[0] ?? null) : null;
}
