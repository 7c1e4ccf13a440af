import type { CellRef } from '@mxg/model';
import { attributeOf, childElements, type XmlElement } from '../xml/tree.ts';

/**
 * A cell's elements: the `mxCell`, and the wrapper around it if there is one. An element of the author's own without an
 * `mxCell` inside is a cell, too (mxGraph makes it one, with the element as its value): then it stands for both.
 */
export interface CellElements {
  readonly cell: XmlElement;
  readonly wrapper: XmlElement | null;
}

/** The cells of an `<mxGraphModel>` in document order; null when it has no `<root>`. */
export function cellElements(model: XmlElement): CellElements[] | null {
  const root = childElements(model).find(({ name }) => name === 'root');
  if (root === undefined) return null;
  return childElements(root).map(cellIn);
}

/** The cell that a child of `<root>` is, or wraps. */
export function cellIn(element: XmlElement): CellElements {
  if (element.name === 'mxCell') return { cell: element, wrapper: null };
  return { cell: childElements(element).find(({ name }) => name === 'mxCell') ?? element, wrapper: element };
}

/** The id of a cell: it stands on the wrapper where there is one. */
export const idOf = ({ cell, wrapper }: CellElements): string | null =>
  (wrapper === null ? null : attributeOf(wrapper, 'id')) ?? attributeOf(cell, 'id');

/** Looks cells of an `<mxGraphModel>` up: by id (the first of that id) or by place in document order. */
export function cellIndex(model: XmlElement): (ref: CellRef) => CellElements | undefined {
  const cells = cellElements(model) ?? [];
  const byId = new Map<string, CellElements>();
  for (const cell of cells) {
    const id = idOf(cell);
    if (id !== null && !byId.has(id)) byId.set(id, cell);
  }
  return (ref) => (typeof ref === 'number' ? cells[ref] : byId.get(ref));
}
