import type { Cell, MxFile } from '@mxg/model';
import { readDrawing, type Drawing } from './drawing/drawing.ts';
import { adjacencyFlows } from './flows/adjacency.ts';
import type { Lead } from './flows/edges.ts';
import { toldFlows } from './flows/told.ts';
import { pageName, readLinks } from './links/links.ts';
import { byPlace, inOrder } from './order.ts';
import type { Roles } from './roles/role.ts';
import { decideRoles } from './rules.ts';
import type { Figure } from './scene/figure.ts';
import { readScene } from './scene/scene.ts';
import type { Container, Decoration, Drawn, Flow, Mark, Milestone, Stage, StageGraph } from './stage-graph.ts';

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
  const stages = stagesOf(drawing, roles, leads);
  return {
    schemaVersion: 1,
    page: pageName(chosen),
    stages,
    milestones: milestonesOf(drawing, roles),
    marks: marksOf(drawing, roles),
    lanes: containersOf('lane', drawing, roles, stages),
    groups: containersOf('group', drawing, roles, stages),
    flows: leads.map(flowOf),
    links: readLinks(file, scene.cells, ownersOf(drawing, roles)),
    decorations: decorationsOf(drawing, roles, leads),
  };
}

const NO_PAGE = { id: null, name: null, storage: 'empty', attributes: [], model: null } as const;

const withRole = (role: string, { figures }: Drawing, roles: Roles): Figure[] =>
  figures.filter((figure) => roles.get(figure)?.role === role);

function stagesOf(drawing: Drawing, roles: Roles, leads: readonly Lead[]): Stage[] {
  const nodes = [...withRole('stage', drawing, roles), ...withRole('mark', drawing, roles)];
  const stages = inOrder(nodes, leads).filter((figure) => roles.get(figure)?.role === 'stage');
  return stages.map((figure, order) => ({
    ...drawnOf(figure, drawing, roles),
    notes: notesOf(figure, drawing, roles),
    order,
  }));
}

function notesOf(figure: Figure, { contentOf }: Drawing, roles: Roles): Stage['notes'] {
  return (contentOf.get(figure) ?? []).flatMap((inner) => {
    const text = inner.label.text;
    return roles.get(inner)?.role === 'note' && text !== '' ? [{ cell: inner.id, text }] : [];
  });
}

const milestonesOf = (drawing: Drawing, roles: Roles): Milestone[] =>
  byPlace(withRole('milestone', drawing, roles)).map((figure) => {
    const [before, after] = roles.get(figure)?.between ?? [null, null];
    return { ...drawnOf(figure, drawing, roles), between: [before?.id ?? null, after?.id ?? null] };
  });

const marksOf = (drawing: Drawing, roles: Roles): Mark[] =>
  withRole('mark', drawing, roles).map((figure) => ({
    ...drawnOf(figure, drawing, roles),
    kind: roles.get(figure)?.kind ?? 'decision',
  }));

function containersOf(role: 'lane' | 'group', drawing: Drawing, roles: Roles, stages: readonly Stage[]): Container[] {
  return withRole(role, drawing, roles).map((figure) => ({
    ...drawnOf(figure, drawing, roles),
    stages: stages.filter(({ lane, parent }) => lane === figure.id || parent === figure.id).map(({ id }) => id),
  }));
}

function drawnOf(figure: Figure, drawing: Drawing, roles: Roles): Drawn {
  const title = drawing.names.titleOf.get(figure) ?? null;
  const decision = roles.get(figure);
  const around = ancestors(figure, drawing);
  return {
    id: figure.id,
    label: drawing.nameOf(figure),
    labelCell: title?.id ?? null,
    bounds: figure.bounds,
    link: figure.cell.link ?? title?.cell.link ?? null,
    lane: around.find((outer) => roles.get(outer)?.role === 'lane')?.id ?? null,
    parent: around.find((outer) => isParent(roles.get(outer)?.role))?.id ?? null,
    hidden: figure.hidden,
    evidence: { rule: decision?.rule ?? '', cells: decision?.because ?? [] },
  };
}

const isParent = (role: string | undefined): boolean => role === 'stage' || role === 'group';

function ancestors(figure: Figure, { containerOf }: Drawing): Figure[] {
  const around: Figure[] = [];
  for (let at = containerOf.get(figure); at !== undefined; at = containerOf.get(at)) around.push(at);
  return around;
}

const flowOf = ({ from, to, label, via, heads, ends, evidence }: Lead): Flow => ({
  from,
  to,
  label,
  via,
  heads,
  ends,
  evidence,
});

const STANDING = new Set(['stage', 'milestone', 'mark', 'lane', 'group']);

/** What is listed nowhere else: figures without a part in the graph, edges that lead nowhere, labels of edges. */
function decorationsOf(drawing: Drawing, roles: Roles, leads: readonly Lead[]): Decoration[] {
  const { cells, connectors, figures, idle } = drawing;
  const leading = new Set(leads.filter(({ via }) => via === 'edge').map(({ evidence }) => evidence[0]));
  const found: [index: number, Decoration][] = [];
  for (const figure of figures) {
    const decision = roles.get(figure);
    if (decision === undefined || STANDING.has(decision.role)) continue;
    const evidence = { rule: decision.rule, cells: decision.because };
    const { id, label, hidden } = figure;
    const role = decision.role as Decoration['role'];
    found.push([figure.cell.index, { cell: id, role, of: decision.of, label: label.text, hidden, evidence }]);
  }
  for (const connector of connectors) {
    const { id, index, label, hidden } = connector;
    if (leading.has(id)) continue;
    const evidence = { rule: `edge-${idle.get(connector) ?? 'loose'}`, cells: [] };
    found.push([index, { cell: id, role: 'flow', of: null, label: label.text, hidden, evidence }]);
  }
  for (const cell of cells.all) {
    if (cell.kind !== 'edge-label') continue;
    const evidence = { rule: 'edge-label', cells: cell.parent === null ? [] : [cell.parent] };
    const label = cells.labelOf(cell).text;
    found.push([
      cell.index,
      {
        cell: cell.id ?? `#${cell.index}`,
        role: 'title',
        of: cell.parent,
        label,
        hidden: cells.isHidden(cell),
        evidence,
      },
    ]);
  }
  return found.toSorted(([a], [b]) => a - b).map(([, decoration]) => decoration);
}

/** The stage or milestone that a cell is, names, or stands in. */
function ownersOf(drawing: Drawing, roles: Roles): (cell: Cell) => string | null {
  const byIndex = new Map(drawing.figures.map((figure) => [figure.cell.index, figure]));
  const ownerOfText = new Map([...drawing.names.titleOf].map(([owner, text]) => [text, owner]));
  return (cell) => {
    const figure = byIndex.get(cell.index);
    if (figure === undefined) return null;
    const named = ownerOfText.get(figure) ?? figure;
    return [named, ...ancestors(named, drawing)].find((at) => OWNS.has(roles.get(at)?.role ?? ''))?.id ?? null;
  };
}

const OWNS = new Set(['stage', 'milestone']);
