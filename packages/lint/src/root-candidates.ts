import type { Cell } from '@mxg/model';
import type { PageView } from './rule.ts';

/**
 * The cells that draw.io 24.7 may take for the root of a page: those without a parent, or with one that is missing. A page whose root names a
 * parent that nobody has is drawn all the same; where there are several, all but one lose what is in them.
 */
export const rootCandidates = (view: PageView): readonly Cell[] =>
  view.model.cells.filter(({ parent }) => parent === null || view.cell(parent) === undefined);
