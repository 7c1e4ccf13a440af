import { onCell } from '../at-cell.ts';
import { parentExists } from '../messages.ts';
import type { Rule } from '../rule.ts';

export const modelParentExists: Rule = {
  id: 'model/parent-exists',
  wants: 'the parent of each cell is there',
  severity: 'error',
  preset: 'recommended',
  page: (view) =>
    view.model.cells
      .filter(({ parent }) => parent !== null && view.cell(parent) === undefined)
      .map((cell) => ({ ...parentExists(cell.parent ?? ''), ...onCell(view, cell, 'parent') })),
};
