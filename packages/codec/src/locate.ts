import type { CellRef, Span } from '@mxg/model';
import type { EmbeddedDiagram } from './find.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { cellIndex, type CellElements } from './model/cell-elements.ts';
import { rootPlaces, type RootSpan } from './nested-text.ts';
import { Report } from './report.ts';
import { readPages } from './pages.ts';

/** What of a cell is asked for: an attribute of the cell or its wrapper by name, or (null) the cell's opening tag. */
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
  const attribute = [...(wrapper?.attributes ?? []), ...cell.attributes].find((candidate) => candidate.name === name);
  const opening = wrapper ?? cell;
  return attribute === undefined
    ? { start: opening.start, end: opening.openEnd }
    : { start: attribute.valueStart, end: attribute.valueEnd };
}
