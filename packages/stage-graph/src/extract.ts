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
import type { Container, Mark, Milestone, Stage, StageGraph } from './stage-graph.ts';

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
  const { stages, marks } = nodesOf(drawing, roles, leads);
  return {
    schemaVersion: 1,
    page: pageName(chosen),
    stages,
    milestones: milestonesOf(drawing, roles),
    marks,
    lanes: containersOf('lane', drawing, roles, stages),
    groups: containersOf('group', drawing, roles, stages),
    flows: leads.map(({ flow }) => flow),
    links: readLinks(file, scene.cells, aboutCells(drawing, roles)),
    decorations: decorationsOf(drawing, roles, leads),
  };
}

const NO_PAGE = { id: null, name: null, storage: 'empty', attributes: [], model: null } as const;

/** Stages and marks along the flows, stores and the like between them included; each with the number of stages before it. */
function nodesOf(drawing: Drawing, roles: Roles, leads: readonly Lead[]): Pick<StageGraph, 'stages' | 'marks'> {
  const drawn = drawnOf(drawing, roles);
  const stages: Stage[] = [];
  const marks: Mark[] = [];
  const ends = new Set(leads.flatMap(({ tail, head }) => [tail, head]));
  const nodes = drawing.figures.filter((figure) => ends.has(figure) || roles.get(figure)?.role === 'stage');
  for (const figure of inOrder([...new Set([...nodes, ...withRole('mark', drawing, roles)])], leads)) {
    const order = stages.length;
    const { role, kind } = roles.get(figure) ?? {};
    if (role === 'stage') stages.push({ ...drawn(figure), notes: notesOf(figure, drawing, roles), order });
    else if (kind !== undefined) marks.push({ ...drawn(figure), kind, order });
  }
  return { stages, marks };
}

const withRole = (role: string, { figures }: Drawing, roles: Roles): readonly Figure[] =>
  figures.filter((figure) => roles.get(figure)?.role === role);

function notesOf(figure: Figure, { contentOf }: Drawing, roles: Roles): Stage['notes'] {
  return (contentOf.get(figure) ?? []).flatMap((inner) => {
    const text = inner.label.text;
    return roles.get(inner)?.role === 'note' && text !== '' ? [{ cell: inner.id, text }] : [];
  });
}

function milestonesOf(drawing: Drawing, roles: Roles): readonly Milestone[] {
  const drawn = drawnOf(drawing, roles);
  return byPlace(withRole('milestone', drawing, roles)).map((figure) => {
    const [before, after] = roles.get(figure)?.between ?? [null, null];
    return { ...drawn(figure), between: [before?.id ?? null, after?.id ?? null] };
  });
}

function containersOf(role: 'lane' | 'group', drawing: Drawing, roles: Roles, stages: readonly Stage[]): Container[] {
  const drawn = drawnOf(drawing, roles);
  const around = role === 'lane' ? 'lane' : 'parent';
  const inside = grouped(
    stages,
    (stage) => stage[around],
    ({ id }) => id,
  );
  const figures = withRole(role, drawing, roles);
  // where ids are not unique the first of an id has all, or as many lists would be as long
  const first = new Map(figures.toReversed().map((figure) => [figure.id, figure]));
  const stagesIn = (figure: Figure) => (first.get(figure.id) === figure ? inside.get(figure.id) : undefined) ?? [];
  return figures.map((figure) => ({ ...drawn(figure), stages: stagesIn(figure) }));
}
