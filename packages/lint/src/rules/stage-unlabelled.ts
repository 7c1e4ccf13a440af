import { unlabelled } from '../messages.ts';
import { atCell } from '../at-cell.ts';
import type { Rule } from '../rule.ts';

export const stageUnlabelled: Rule = {
  id: 'stage/unlabelled',
  wants: 'each stage has a label',
  severity: 'info',
  preset: 'strict',
  page: (view) =>
    view
      .graph()
      .stages.filter(({ label, hidden }) => label === '' && !hidden)
      .map(({ id }) => ({ ...unlabelled(), ...atCell(view, id) })),
};
