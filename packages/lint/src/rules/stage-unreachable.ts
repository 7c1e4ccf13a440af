import { unreachable } from '../messages.ts';
import { atCell } from '../at-cell.ts';
import type { Rule } from '../rule.ts';

export const stageUnreachable: Rule = {
  id: 'stage/unreachable',
  wants: 'where stages are connected, each of them is',
  severity: 'info',
  preset: 'strict',
  page: (view) => {
    const { stages, flows } = view.graph();
    if (!flows.some(({ via }) => via === 'edge')) return [];
    const ends = new Set(flows.flatMap(({ from, to }) => [from, to]));
    return stages
      .filter(({ id, hidden }) => !hidden && !ends.has(id))
      .map(({ id, label }) => ({ ...unreachable(label), ...atCell(view, id), label }));
  },
};
