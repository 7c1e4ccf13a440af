import { unlinkedStage } from '../messages.ts';
import { atCell } from '../at-cell.ts';
import type { Rule } from '../rule.ts';

export const stageUnlinkedStage: Rule = {
  id: 'stage/unlinked-stage',
  wants: 'each stage has a link',
  severity: 'info',
  preset: 'all',
  page: (view) => {
    const { stages, links } = view.graph();
    const owners = new Set(links.map(({ owner }) => owner));
    return stages
      .filter(({ id, link, hidden }) => link === null && !hidden && !owners.has(id))
      .map(({ id, label }) => ({ ...unlinkedStage(label), ...atCell(view, id), label }));
  },
};
