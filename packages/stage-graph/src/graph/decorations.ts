import type { Drawing } from '../drawing/drawing.ts';
import type { Lead } from '../flows/lead.ts';
import type { Roles } from '../roles/role.ts';
import { nameOf } from '../scene/cells.ts';
import type { Decoration, DecorationRole } from '../stage-graph.ts';

/** What is listed nowhere else, in document order: shapes without a part in the graph, edges that lead nowhere, labels of edges. */
export function decorationsOf(drawing: Drawing, roles: Roles, leads: readonly Lead[]): readonly Decoration[] {
  return [...idleShapes(drawing, roles), ...idleEdges(drawing, leads), ...edgeLabels(drawing)]
    .toSorted((a, b) => a.index - b.index)
    .map(({ decoration }) => decoration);
}

interface Placed {
  /** In document order. */
  readonly index: number;
  readonly decoration: Decoration;
}

const idleShapes = ({ figures }: Drawing, roles: Roles): Placed[] =>
  figures.flatMap((figure) => {
    const decision = roles.get(figure);
    if (decision === undefined || !isIdle(decision.role)) return [];
    const { role, reason, of, because } = decision;
    const evidence = { rule: reason, cells: because };
    const { id, label, hidden } = figure;
    return [{ index: figure.cell.index, decoration: { cell: id, role, of, label: label.text, hidden, evidence } }];
  });

const ROLES: ReadonlySet<string> = new Set(['title', 'note', 'divider', 'arrow', 'image', 'decoration']);
const isIdle = (role: string): role is DecorationRole => ROLES.has(role);

function idleEdges({ connectors, idle }: Drawing, leads: readonly Lead[]): Placed[] {
  const leading = new Set(leads.map(({ edge }) => edge));
  return connectors.flatMap((connector) => {
    if (leading.has(connector)) return [];
    const { id, index, label, hidden } = connector;
    const evidence = { rule: `edge-${idle.get(connector) ?? 'loose'}`, cells: [] };
    return [{ index, decoration: { cell: id, role: 'flow', of: null, label: label.text, hidden, evidence } }];
  });
}

const edgeLabels = ({ cells }: Drawing): Placed[] =>
  cells.all.flatMap((cell) => {
    if (cell.kind !== 'edge-label') return [];
    const evidence = { rule: 'edge-label', cells: cell.parent === null ? [] : [cell.parent] };
    const label = cells.labelOf(cell).text;
    const hidden = cells.isHidden(cell);
    return [
      {
        index: cell.index,
        decoration: { cell: nameOf(cell), role: 'title', of: cell.parent, label, hidden, evidence },
      },
    ];
  });
