import type { MxFile, Page, Reading } from '@mxg/model';
import type { EmbeddedDiagram } from './find.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { readModel } from './model/model.ts';
import { Report } from './report.ts';
import { readPages, type PageText } from './pages.ts';

/** Decodes a diagram to its typed pages; null when its payload cannot be read at all. Pages that cannot be read have no model. */
export function decode(diagram: EmbeddedDiagram, limits: Limits = defaultLimits): Reading<MxFile | null> {
  const report = new Report(limits);
  const file = diagram.xml === null ? null : readPages(diagram.xml, report);
  if (file === null) return { value: null, diagnostics: report.diagnostics() };
  const pages = file.pages.map((page, index) => decodePage(page, index, report));
  return { value: { root: file.root, attributes: file.attributes, pages }, diagnostics: report.diagnostics() };
}

function decodePage({ id, name, storage, attributes, model }: PageText, index: number, report: Report): Page {
  const decoded = model === null ? null : readModel(model.text, model.element, name ?? id, report);
  return { index, id, name, storage, attributes, model: decoded };
}
