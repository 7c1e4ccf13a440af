import type { CellRef, Span } from '@mxg/model';
import type { EmbeddedDiagram } from './find.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { cellIndex, type CellElements } from './model/cell-elements.ts';
import { rootPlaces, type RootSpan } from './nested-text.ts';
import { Report } from './report.ts';
import { readPages } from './pages.ts';
import type { XmlAttribute, XmlElement } from './xml/tree.ts';

/**
 * What of a cell is asked for: an attribute of the cell or its wrapper by name, or (null) the cell's opening tag. `label` is
 * the label wherever it is stored: the wrapper's attribute of that name, or the cell's `value`.
 */
export interface CellPlace {
  /** Index of the page, from 0. */
  readonly page: number;
  readonly cell: CellRef;
  readonly attribute: string | null;
}

/**
 * Where things stand in the source's text: the value of the attribute where the encodings keep places (`exact`), else the
 * payload. An attribute that is missing is where its cell is; a cell that is missing is null.
 */
export function locate(
  diagram: EmbeddedDiagram,
  places: readonly CellPlace[],
  limits: Limits = defaultLimits,
): readonly (RootSpan | null)[] {
  const file = diagram.xml === null ? null : readPages(diagram.xml, new Report(limits));
  const lookUps = file?.pages.map(({ model }) => (model === null ? null : cellIndex(model.element)));
  const found = places.map(({ page, cell, attribute }) => {
    const elements = lookUps?.[page]?.(cell);
    const nested = file?.pages[page]?.model?.text;
    return elements === undefined || nested === undefined ? null : { nested, span: spanIn(elements, attribute) };
  });
  const roots = rootPlaces(found.filter((place) => place !== null)).values();
  return found.map((place) => (place === null ? null : (roots.next().value ?? null)));
}

function spanIn({ cell, wrapper }: CellElements, name: string | null): Span {
  const opening = wrapper ?? cell;
  const attribute = (wrapper === null ? null : named(wrapper, name)) ?? named(cell, name) ?? labelIn(cell, name);
  return attribute === null
    ? { start: opening.start, end: opening.openEnd }
    : { start: attribute.valueStart, end: attribute.valueEnd };
}

const named = ({ attributes }: XmlElement, name: string | null): XmlAttribute | null =>
  attributes.find((attribute) => attribute.name === name) ?? null;

const labelIn = (cell: XmlElement, name: string | null): XmlAttribute | null =>
  name === 'label' ? named(cell, 'value') : null;
