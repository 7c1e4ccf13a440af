import { onCell } from '../at-cell.ts';
import { terminalExists } from '../messages.ts';
import type { Rule } from '../rule.ts';

export const modelTerminalExists: Rule = {
  id: 'model/terminal-exists',
  wants: 'what an edge connects is there',
  severity: 'warning',
  preset: 'recommended',
  page: (view) =>
    view.model.cells.flatMap((cell) => {
      if (cell.kind !== 'edge') return [];
      const ends = [
        ['source', cell.source],
        ['target', cell.target],
      ] as const;
      return ends.flatMap(([end, id]) =>
        id === null || view.cell(id) !== undefined ? [] : [{ ...terminalExists(end, id), ...onCell(view, cell, end) }],
      );
    }),
};
