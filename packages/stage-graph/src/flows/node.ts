import type { Drawing } from '../drawing/drawing.ts';
import type { Roles } from '../roles/role.ts';
import type { Figure } from '../scene/figure.ts';

/** What an edge that ends at a figure means: what the figure names, is a part of, or only wraps. */
export function nodesOf(drawing: Drawing, roles: Roles): (figure: Figure) => Figure {
  const ownerOf = new Map([...drawing.names.titleOf].map(([owner, text]) => [text, owner]));
  const byId = new Map(drawing.figures.map((figure) => [figure.id, figure]));
  return (figure) => {
    const named = ownerOf.get(figure) ?? figure;
    const decision = roles.get(named);
    if (decision?.rule === 'port') return byId.get(decision.of ?? '') ?? named;
    if (decision?.rule === 'detail') return drawing.containerOf.get(named) ?? named;
    return decision?.role === 'group' ? (onlyStage(named, drawing, roles) ?? named) : named;
  };
}

/** The one stage in a group, if it is one. */
function onlyStage(group: Figure, { contentOf }: Drawing, roles: Roles): Figure | null {
  const stages = (contentOf.get(group) ?? []).filter((figure) => roles.get(figure)?.role === 'stage');
  return stages.length === 1 ? (stages[0] ?? null) : null;
}
