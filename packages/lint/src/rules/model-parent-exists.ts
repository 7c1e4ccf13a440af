import { onCell } from '../at-cell.ts';
import { parentExists } from '../messages.ts';
import { rootCandidates } from '../root-candidates.ts';
import type { Rule } from '../rule.ts';

export const modelParentExists: Rule = {
  id: 'model/parent-exists',
  wants: 'the parent of each cell is there',
  severity: 'error',
  preset: 'recommended',
  page: (view) => {
    const candidates = rootCandidates(view);
    // alone it is the root
    const orphans = candidates.length < 2 ? [] : candidates.filter(({ parent }) => parent !== null);
    return orphans.map((cell) => ({ ...parentExists(cell.parent ?? ''), ...onCell(view, cell, 'parent') }));
  },
};
