import type { Cell } from '@mxg/model';
import type { Finding, PageView } from './rule.ts';

/** Where a cell stands, for a finding. `id` as graphs name cells: an id, or `#` and the place of a cell without one. */
export function atCell(view: PageView, id: string): Pick<Finding, 'cell' | 'page'> {
  const cell = view.cell(id) ?? (id.startsWith('#') ? view.cell(Number(id.slice(1))) : undefined);
  return cell === undefined ? { page: view.page } : { cell, page: view.page };
}

/** The same with what people read on it, at one of its attributes. */
export function onCell(
  view: PageView,
  cell: Cell,
  attribute: string | null = null,
): Pick<Finding, 'cell' | 'page' | 'label' | 'attribute'> {
  return { cell, page: view.page, label: view.labelOf(cell), attribute };
}
