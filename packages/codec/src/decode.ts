import type { MxFile, Page, Reading } from '@mxg/model';
import type { EmbeddedDiagram } from './find.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { ModelReader } from './model/model.ts';
import { Report } from './report.ts';
import { readPages, type PageText } from './pages.ts';

/** Decodes a diagram to its typed pages; null when its payload cannot be read at all. Pages that cannot be read have no model. */
export function decode(diagram: EmbeddedDiagram, limits: Limits = defaultLimits): Reading<MxFile | null> {
  const report = new Report(limits);
  const models = new ModelReader(report);
  const file = diagram.xml === null ? null : readPages(diagram.xml, report, models.takeFrom);
  if (file === null) return { value: null, diagnostics: report.diagnostics() };
  const pages = file.pages.map((page, index) => decodePage(page, index, models));
  return { value: { root: file.root, attributes: file.attributes, pages }, diagnostics: report.diagnostics() };
}

function decodePage({ id, name, storage, attributes, model }: PageText, index: number, models: ModelReader): Page {
  const decoded = model === null ? null : models.read(model.text, model.element, name ?? id);
  return { index, id, name, storage, attributes, model: decoded };
}
