import type { Cell } from '@mxg/model';
import type { Drawing } from '../drawing/drawing.ts';
import type { Roles } from '../roles/role.ts';
import { nearestAround } from '../scene/around.ts';
import type { Figure } from '../scene/figure.ts';

/** The stage or milestone that a cell is, names, or stands in; null for none. */
export function ownerOf({ containerOf, figures, names }: Drawing, roles: Roles): (cell: Cell) => string | null {
  const byIndex = new Map(figures.map((figure) => [figure.cell.index, figure]));
  const named = new Map([...names.titleOf].map(([owner, text]) => [text, owner]));
  const owns = (figure: Figure) => OWNERS.has(roles.get(figure)?.role ?? '');
  const around = nearestAround(containerOf, owns);
  return (cell) => {
    const figure = byIndex.get(cell.index);
    if (figure === undefined) return null;
    const meant = named.get(figure) ?? figure;
    return (owns(meant) ? meant : around(meant))?.id ?? null;
  };
}

const OWNERS: ReadonlySet<string> = new Set(['stage', 'milestone']);
