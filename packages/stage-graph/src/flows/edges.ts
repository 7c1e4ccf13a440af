import type { Drawing } from '../drawing/drawing.ts';
import type { Roles } from '../roles/role.ts';
import type { Connector } from '../scene/connector.ts';
import type { Figure } from '../scene/figure.ts';
import type { Flow } from '../stage-graph.ts';
import type { Lead } from './lead.ts';
import type { NodeOf } from './node.ts';

/** The flows that edges draw, of those that lead somewhere. */
export function edgeFlows(drawing: Drawing, roles: Roles, nodeOf: NodeOf): readonly Lead[] {
  return drawing.connectors.flatMap((connector) => {
    if (drawing.idle.has(connector)) return [];
    const tail = connector.tail.figure === null ? null : nodeOf(connector.tail.figure);
    const head = connector.head.figure === null ? null : nodeOf(connector.head.figure);
    if (!isPart(tail, roles) && !isPart(head, roles)) return [];
    if (tail === head && connector.tail.figure !== connector.head.figure) return [];
    return [{ flow: flowOf(connector, [tail, head], drawing), tail, head, edge: connector }];
  });
}

const PARTS: ReadonlySet<string> = new Set(['stage', 'milestone', 'mark', 'lane', 'group']);

/** What flows are told of: an edge between two other things is a detail of the drawing. */
const isPart = (figure: Figure | null, roles: Roles): boolean =>
  figure !== null && PARTS.has(roles.get(figure)?.role ?? '');

const flowOf = (
  connector: Connector,
  [tail, head]: readonly [Figure | null, Figure | null],
  drawing: Drawing,
): Flow => ({
  from: tail?.id ?? null,
  to: head?.id ?? null,
  label: labelOf(connector, drawing),
  via: 'edge',
  heads: connector.heads,
  ends: [connector.tail.how, connector.head.how],
  hidden: connector.hidden,
  evidence: evidenceOf(connector, [tail, head], drawing),
});

function labelOf(connector: Connector, { edgeLabels, names }: Drawing): string {
  const texts = [connector.label, ...(edgeLabels.get(connector.index) ?? []).map(({ label }) => label)];
  const own = texts.flatMap(({ text }) => (text === '' ? [] : [text])).join(' ');
  return own === '' ? (names.labelOf.get(connector)?.label.text ?? '') : own;
}

/** The edge, its labels, and the cells at its ends that stand for another. */
function evidenceOf(
  connector: Connector,
  [tail, head]: readonly (Figure | null)[],
  { edgeLabels, names }: Drawing,
): string[] {
  const beside = names.labelOf.get(connector);
  const through = [connector.tail.figure, connector.head.figure].filter(
    (figure) => figure !== null && figure !== tail && figure !== head,
  );
  return [
    connector.id,
    ...(edgeLabels.get(connector.index) ?? []).map(({ id }) => id),
    ...(beside === undefined ? [] : [beside.id]),
    ...through.map((figure) => figure?.id ?? ''),
  ];
}
