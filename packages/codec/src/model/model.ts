import type { Model } from '@mxg/model';
import { ESCAPED_BYTE } from '../bytes.ts';
import * as messages from '../messages.ts';
import type { NestedText } from '../nested-text.ts';
import type { Report } from '../report.ts';
import type { XmlElement } from '../xml/tree.ts';
import { cellElements } from './cell-elements.ts';
import { readCells } from './cells.ts';
import { Notes } from './notes.ts';
import { readSettings, SETTINGS } from './settings.ts';

/** Reads an `<mxGraphModel>` that stands in `text`. `page` names it in diagnostics. */
export function readModel(text: NestedText, element: XmlElement, page: string | null, report: Report): Model | null {
  const elements = cellElements(element);
  if (elements === null) {
    return report.fail(text, messages.noModel(element.start));
  }
  if (elements.length > report.limits.cells) {
    report.fail(text, messages.limitMet('cells', report.limits.cells, elements[report.limits.cells]?.cell.start ?? 0));
    return null;
  }
  const notes = new Notes(text, page, report);
  const escaped = text.text.slice(element.start, element.end).search(ESCAPED_BYTE);
  if (escaped >= 0)
    notes.warn(messages.notUtf8(), { start: element.start + escaped, end: element.start + escaped + 1 });
  return {
    settings: readSettings(element, notes),
    unknownAttributes: element.attributes
      .filter(({ name }) => !SETTINGS.has(name))
      .map(({ name, value }) => ({ name, value })),
    cells: readCells(text.text, elements, notes),
  };
}
