import { onCell } from '../at-cell.ts';
import { edgeGeometry } from '../messages.ts';
import type { Rule } from '../rule.ts';

export const modelEdgeGeometry: Rule = {
  id: 'model/edge-geometry',
  wants: 'each edge has a geometry',
  severity: 'warning',
  preset: 'recommended',
  page: (view) =>
    view.model.cells
      .filter(({ kind, geometry }) => kind === 'edge' && geometry === null)
      .map((cell) => ({ ...edgeGeometry(), ...onCell(view, cell) })),
};
