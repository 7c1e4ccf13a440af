import type { Cell } from '@mxg/model';
import { onCell } from '../at-cell.ts';
import { noCycle } from '../messages.ts';
import type { PageView, Rule } from '../rule.ts';

export const modelNoCycle: Rule = {
  id: 'model/no-cycle',
  wants: 'no cell is its own ancestor',
  severity: 'error',
  preset: 'recommended',
  page: (view) =>
    cyclesIn(view).map((cell) => ({ ...noCycle(cell.id ?? String(cell.index)), ...onCell(view, cell, 'parent') })),
};

/** One cell of each cycle: each cell is walked over once. */
function cyclesIn(view: PageView): readonly Cell[] {
  const done = new Set<Cell>();
  return view.model.cells.flatMap((cell) => {
    const way = new Set<Cell>();
    let at: Cell | undefined = cell;
    while (at !== undefined && !done.has(at) && !way.has(at)) {
      way.add(at);
      at = at.parent === null ? undefined : view.cell(at.parent);
    }
    const isCycle = at !== undefined && way.has(at);
    for (const each of way) done.add(each);
    return isCycle && at !== undefined ? [at] : [];
  });
}
