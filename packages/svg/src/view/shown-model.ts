import { cellsById, globalsOf, placeholderScope, resolvedLabel, type Model, type MxFile } from '@mxg/model';

/** The model of a page with the labels that people see: placeholders are resolved. Null where the page has none. */
export function shownModel(file: MxFile, page: number): Model | null {
  const chosen = file.pages[page];
  const model = chosen?.model ?? null;
  if (chosen === undefined || model === null || !model.cells.some(({ placeholders }) => placeholders)) return model;
  const byId = cellsById(model.cells);
  const scope = placeholderScope(({ parent }) => byId.get(parent ?? ''), globalsOf(file, chosen));
  const cells = model.cells.map((cell) => (cell.placeholders ? { ...cell, label: resolvedLabel(cell, scope) } : cell));
  return { ...model, cells };
}
