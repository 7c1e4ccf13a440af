import type { MxFile } from '@mxg/model';
import { readDrawing, type Drawing } from './drawing/drawing.ts';
import { adjacencyFlows } from './flows/adjacency.ts';
import type { Lead } from './flows/lead.ts';
import { toldFlows } from './flows/told.ts';
import { aboutCells } from './graph/about.ts';
import { decorationsOf } from './graph/decorations.ts';
import { drawnOf } from './graph/drawn.ts';
import { pageName, readLinks } from './links/links.ts';
import { byPlace, inOrder } from './order.ts';
import type { Roles } from './roles/role.ts';
import { decideRoles } from './rules.ts';
import type { Figure } from './scene/figure.ts';
import { grouped } from './scene/grouped.ts';
import { readScene } from './scene/scene.ts';
import type { Container, Drawn, Mark, Milestone, Stage, StageGraph } from './stage-graph.ts';

/**
 * Reads a page as a graph of stages: scene → drawing → roles → flows → order. Never fails; a page without a model, or that
 * the file does not have, gives an empty graph.
 * @param page its index, from 0
 */
export function extract(file: MxFile, page = 0): StageGraph {
  const chosen = file.pages[page] ?? { ...NO_PAGE, index: page };
  const scene = readScene(file, chosen);
  const drawing = readDrawing(scene);
  const roles = decideRoles(drawing);
  const told = toldFlows(drawing, roles);
  const leads = [...told, ...adjacencyFlows(drawing, roles, told)];
  const drawn = drawnOf(drawing, roles);
  const { stages, marks } = alongFlows(drawing, roles, leads, drawn);
  return {
    schemaVersion: 1,
    page: pageName(chosen),
    stages,
    milestones: milestonesOf(drawing, roles, drawn),
    marks,
    lanes: containersOf('lane', withRole('lane', drawing, roles), stages, drawn),
    groups: containersOf('group', withRole('group', drawing, roles), stages, drawn),
    flows: leads.map(({ flow }) => flow),
    links: readLinks(file, scene.cells, aboutCells(drawing, roles)),
    decorations: decorationsOf(drawing, roles, leads),
  };
}

const NO_PAGE = { id: null, name: null, storage: 'empty', attributes: [], model: null } as const;

type DrawnOf = (figure: Figure) => Drawn;

/** Stages and marks along the flows, stores and the like between them included; each with the number of stages before it. */
function alongFlows(
  drawing: Drawing,
  roles: Roles,
  leads: readonly Lead[],
  drawn: DrawnOf,
): Pick<StageGraph, 'stages' | 'marks'> {
  const stages: Stage[] = [];
  const marks: Mark[] = [];
  const ends = new Set(leads.flatMap(({ tail, head }) => [tail, head]));
  const isMet = (figure: Figure) => ends.has(figure) || NODES.has(roles.get(figure)?.role ?? '');
  for (const figure of inOrder(drawing.figures.filter(isMet), leads)) {
    const order = stages.length;
    const { role, kind } = roles.get(figure) ?? {};
    if (role === 'stage') stages.push({ ...drawn(figure), notes: notesOf(figure, drawing, roles), order });
    else if (kind !== undefined) marks.push({ ...drawn(figure), kind, order });
  }
  return { stages, marks };
}

const NODES: ReadonlySet<string> = new Set(['stage', 'mark']);

const withRole = (role: string, { figures }: Drawing, roles: Roles): readonly Figure[] =>
  figures.filter((figure) => roles.get(figure)?.role === role);

function notesOf(figure: Figure, { contentOf }: Drawing, roles: Roles): Stage['notes'] {
  return (contentOf.get(figure) ?? []).flatMap((inner) => {
    const text = inner.label.text;
    return roles.get(inner)?.role === 'note' && text !== '' ? [{ cell: inner.id, text }] : [];
  });
}

function milestonesOf(drawing: Drawing, roles: Roles, drawn: DrawnOf): readonly Milestone[] {
  return byPlace(withRole('milestone', drawing, roles)).map((figure) => {
    const [before, after] = roles.get(figure)?.between ?? [null, null];
    return { ...drawn(figure), between: [before?.id ?? null, after?.id ?? null] };
  });
}

function containersOf(
  role: 'lane' | 'group',
  figures: readonly Figure[],
  stages: readonly Stage[],
  drawn: DrawnOf,
): Container[] {
  const around = role === 'lane' ? 'lane' : 'parent';
  const inside = grouped(
    stages,
    (stage) => stage[around],
    ({ id }) => id,
  );
  // where ids are not unique the first of an id has all, or as many lists would be as long
  const first = new Map(figures.toReversed().map((figure) => [figure.id, figure]));
  const stagesIn = (figure: Figure) => (first.get(figure.id) === figure ? inside.get(figure.id) : undefined) ?? [];
  return figures.map((figure) => ({ ...drawn(figure), stages: stagesIn(figure) }));
}
