import type { Edit, Reading, TextEdit } from '@mxg/model';
import { isWritable } from './carriers/carrier.ts';
import { editCell, noChange, withEdit, type CellChange } from './cell-edit.ts';
import type { EmbeddedDiagram } from './find.ts';
import { defaultLimits, type Limits } from './limits.ts';
import * as messages from './messages.ts';
import { cellIndex, type CellElements } from './model/cell-elements.ts';
import { liftTo, rootOf, type NestedText } from './nested-text.ts';
import { readPages, type PageText } from './pages.ts';
import { Report } from './report.ts';

/**
 * The edits of a diagram as edits of the source's text: of an uncompressed carrier only the bytes of what changes, of a
 * compressed one that payload. Edits of one cell add up. An edit of a page or cell that is not there is left out, and a
 * diagnostic says so; carriers that are only read (PDF, libraries) take none.
 */
export function edit(
  diagram: EmbeddedDiagram,
  edits: readonly Edit[],
  limits: Limits = defaultLimits,
): Reading<readonly TextEdit[]> {
  const report = new Report(limits);
  const { xml } = diagram;
  const file = xml === null ? null : readPages(xml, report);
  if (file === null || xml === null) return { value: [], diagnostics: report.diagnostics() };
  if (!isWritable(diagram.carrier)) {
    report.add('error', messages.notWritable(diagram.carrier), xml, { start: 0, end: 0 });
    return { value: [], diagnostics: report.diagnostics() };
  }
  const ofPayload: TextEdit[] = [];
  for (const [index, ofPage] of byPage(edits)) {
    const page = file.pages[index];
    if (page?.model == null) for (const each of ofPage) missing(each, xml, report);
    else
      for (const lifted of liftTo(xml, page.model.text, editPage(xml, page.model, ofPage, report)))
        ofPayload.push(lifted);
  }
  return { value: liftTo(rootOf(xml), xml, ofPayload), diagnostics: report.diagnostics() };
}

function byPage(edits: readonly Edit[]): Map<number, Edit[]> {
  const pages = new Map<number, Edit[]>();
  for (const each of edits) {
    const known = pages.get(each.page);
    if (known === undefined) pages.set(each.page, [each]);
    else known.push(each);
  }
  return pages;
}

/** Edits of one page as edits of the text that holds its model. */
function editPage(
  xml: NestedText,
  { text, element }: NonNullable<PageText['model']>,
  edits: readonly Edit[],
  report: Report,
): TextEdit[] {
  const lookUp = cellIndex(element);
  const changes = new Map<CellElements, CellChange>();
  for (const each of edits) {
    const cell = lookUp(each.cell);
    if (cell === undefined) missing(each, xml, report);
    else changes.set(cell, withEdit(changes.get(cell) ?? noChange, each));
  }
  return [...changes].flatMap(([cell, change]) => editCell(text.text, cell, change));
}

function missing({ page, cell }: Edit, xml: NestedText, report: Report): void {
  report.add('error', messages.noSuchCell(page, cell), xml, { start: 0, end: 0 });
}
