import { type Cell, cellsById, globalsOf, type MxFile, type Page, placeholderScope } from '@mxg/model';
import type { HtmlText } from '../label/html-text.ts';
import { noLabel, readLabel } from '../label/label.ts';

/** The cells of a page with what each one's place in the tree says about it. */
export interface Cells {
  readonly all: readonly Cell[];
  readonly byId: (id: string | null) => Cell | undefined;
  readonly parentOf: (cell: Cell) => Cell | undefined;
  /** As people read it. */
  readonly labelOf: (cell: Cell) => HtmlText;
  /** Whether the cell, an ancestor or its layer is hidden, or a group around it is collapsed. */
  readonly isHidden: (cell: Cell) => boolean;
}

/** A name for a cell that another run gives it, too: its id, or `#` and its place in document order. */
export const nameOf = ({ id, index }: Pick<Cell, 'id' | 'index'>): string => id ?? `#${index}`;

export function readCells(file: MxFile, page: Page): Cells {
  const all = page.model?.cells ?? [];
  const ids = cellsById(all);
  const byId = (id: string | null) => (id === null ? undefined : ids.get(id));
  const parentOf = (cell: Cell) => byId(cell.parent);
  const scope = placeholderScope(parentOf, globalsOf(file, page));
  const labels = all.map((cell) => readLabel(cell, scope));
  const hidden = hiddenOf(all, parentOf);
  return {
    all,
    byId,
    parentOf,
    labelOf: (cell) => labels[cell.index] ?? noLabel,
    isHidden: (cell) => hidden.get(cell) ?? false,
  };
}

/** Each cell is looked at once, its ancestors first; one that is its own ancestor is taken as it stands. */
function hiddenOf(cells: readonly Cell[], parentOf: Cells['parentOf']): ReadonlyMap<Cell, boolean> {
  const hidden = new Map<Cell, boolean>();
  for (const cell of cells) {
    const way: Cell[] = [];
    const seen = new Set<Cell>();
    let at: Cell | undefined = cell;
    while (at !== undefined && !hidden.has(at) && !seen.has(at)) {
      seen.add(at);
      way.push(at);
      at = parentOf(at);
    }
    let above = at !== undefined && (hidden.get(at) === true || (hidden.has(at) && at.collapsed));
    for (const step of way.reverse()) {
      const unseen = above || !step.visible;
      hidden.set(step, unseen);
      above = unseen || step.collapsed;
    }
  }
  return hidden;
}
