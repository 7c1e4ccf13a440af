import type { Model } from '@mxg/model';
import * as messages from '../messages.ts';
import { reportFailure, type NestedText, type Report } from '../nested-text.ts';
import type { XmlElement } from '../xml/tree.ts';
import { cellElements } from './cell-elements.ts';
import { readCells } from './cells.ts';
import { Notes } from './notes.ts';
import { readSettings, SETTINGS } from './settings.ts';

/** Reads an `<mxGraphModel>` that stands in `text`. `page` names it in diagnostics. */
export function readModel(text: NestedText, element: XmlElement, page: string | null, report: Report): Model | null {
  const elements = cellElements(element);
  if (elements === null) {
    reportFailure(report, text, messages.noModel(element.start));
    return null;
  }
  if (elements.length > report.limits.cells) {
    reportFailure(
      report,
      text,
      messages.limitMet('cells', report.limits.cells, elements[report.limits.cells]?.cell.start ?? 0),
    );
    return null;
  }
  const notes = new Notes();
  const model: Model = {
    settings: readSettings(element, notes),
    unknownAttributes: element.attributes
      .filter(({ name }) => !SETTINGS.has(name))
      .map(({ name, value }) => ({ name, value })),
    cells: readCells(text.text, elements, notes),
  };
  notes.report(text, page, report);
  return model;
}
