import type { Cell } from '@mxg/model';
import type { Drawing } from '../drawing/drawing.ts';
import type { LinkedCell } from '../links/links.ts';
import type { Roles } from '../roles/role.ts';
import { nearestAround } from '../scene/around.ts';
import type { Figure } from '../scene/figure.ts';

/** Tells which stage or milestone a cell is, names, or stands in, and how people call the cell. */
export function aboutCells(
  { cells, containerOf, figures, nameOf, names }: Drawing,
  roles: Roles,
): (cell: Cell) => LinkedCell {
  const byIndex = new Map(figures.map((figure) => [figure.cell.index, figure]));
  const owns = (figure: Figure) => OWNERS.has(roles.get(figure)?.role ?? '');
  const around = nearestAround(containerOf, owns);
  return (cell) => {
    const figure = byIndex.get(cell.index);
    if (figure === undefined) return { owner: null, name: cells.labelOf(cell).text };
    const meant = names.ownerOf.get(figure) ?? figure;
    return { owner: (owns(meant) ? meant : around(meant))?.id ?? null, name: nameOf(figure) };
  };
}

const OWNERS: ReadonlySet<string> = new Set(['stage', 'milestone']);
