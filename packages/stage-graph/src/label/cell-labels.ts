import type { Cell, MxFile } from '@mxg/model';
import { readCells } from '../scene/cells.ts';

/** What people read on the cells of a page: markup, entities and placeholders resolved, on one line; empty when there is nothing. */
export function cellLabels(file: MxFile, page: number): (cell: Cell) => string {
  const chosen = file.pages[page];
  const cells = chosen === undefined ? null : readCells(file, chosen);
  return (cell) => cells?.labelOf(cell).text ?? '';
}
