import type { CellRef, Span } from '@mxg/model';
import type { EmbeddedDiagram } from './find.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { cellIndex, type CellElements } from './model/cell-elements.ts';
import { rootSpans, type RootSpan } from './nested-text.ts';
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
  const file = diagram.xml === null ? null : readPages(diagram.xml, { limits, diagnostics: [] });
  const found = places.map((): RootSpan | null => null);
  file?.pages.forEach(({ model }, page) => {
    if (model === null) return;
    const lookUp = cellIndex(model.element);
    const spans = places.flatMap((place, i) => {
      const cell = place.page === page ? lookUp(place.cell) : undefined;
      return cell === undefined ? [] : [{ i, span: spanIn(cell, place.attribute) }];
    });
    const roots = rootSpans(
      model.text,
      spans.map(({ span }) => span),
    );
    spans.forEach(({ i }, n) => (found[i] = roots[n] ?? null));
  });
  return found;
}

function spanIn({ cell, wrapper }: CellElements, name: string | null): Span {
  const attribute = [...(wrapper?.attributes ?? []), ...cell.attributes].find((candidate) => candidate.name === name);
  const opening = wrapper ?? cell;
  return attribute === undefined
    ? { start: opening.start, end: opening.openEnd }
    : { start: attribute.valueStart, end: attribute.valueEnd };
}
