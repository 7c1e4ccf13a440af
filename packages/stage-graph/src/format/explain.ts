import { reasons } from '../rules.ts';
import type { Evidence, StageGraph } from '../stage-graph.ts';

/** What a cell was read as, and why. */
export interface Explanation {
  /** Empty for a flow that no one cell draws. */
  readonly cell: string;
  readonly role: string;
  readonly label: string;
  /** Name of the rule. */
  readonly rule: string;
  /** What the rule looks for. */
  readonly says: string;
  /** The cells that it went by. */
  readonly cells: readonly string[];
}

/** Why each cell of a graph was read as it was: stages first, in the order of the graph's lists. */
export function explain(graph: StageGraph): readonly Explanation[] {
  const { stages, milestones, marks, lanes, groups, flows, decorations } = graph;
  return [
    ...stages.map(({ id, label, evidence }) => told(id, 'stage', label, evidence)),
    ...milestones.map(({ id, label, evidence }) => told(id, 'milestone', label, evidence)),
    ...marks.map(({ id, label, kind, evidence }) => told(id, kind, label, evidence)),
    ...lanes.map(({ id, label, evidence }) => told(id, 'lane', label, evidence)),
    ...groups.map(({ id, label, evidence }) => told(id, 'group', label, evidence)),
    ...flows.map(({ from, to, label, via, evidence }) => {
      const name = `${from ?? '…'} → ${to ?? '…'}${label === '' ? '' : `: ${label}`}`;
      const [cell = '', ...cells] = via === 'adjacency' ? ['', ...evidence] : evidence;
      return told(cell, 'flow', name, { rule: `flow-${via}`, cells });
    }),
    ...decorations.map(({ cell, role, label, evidence }) => told(cell, role, label, evidence)),
  ];
}

const told = (cell: string, role: string, label: string, { rule, cells }: Evidence): Explanation => ({
  cell,
  role,
  label,
  rule,
  says: reasons.get(rule) ?? '',
  cells,
});
