import { decode, find, type EmbeddedDiagram, type Limits, type Source } from '@mxg/codec';
import { cellsById, type MxFile, type Page, type Reading } from '@mxg/model';
import { cellLabels, extract } from '@mxg/stage-graph';
import type { DiagramView, FileView, PageView, SiteView } from './rule.ts';

/** What rules see of a file; its diagrams are found and decoded, the rest is found out when it is asked for. */
export function viewOf(
  { value: source, diagnostics }: Reading<Source>,
  { site, limits }: { readonly site: SiteView | null; readonly limits: Limits },
): FileView {
  const found = find(source, limits);
  const diagrams = found.value.map((embedded, i) => diagramView(embedded, i + 1, { site, limits }));
  return { source, diagnostics: [...diagnostics, ...found.diagnostics], diagrams, site };
}

function diagramView(
  embedded: EmbeddedDiagram,
  number: number,
  { site, limits }: { readonly site: SiteView | null; readonly limits: Limits },
): DiagramView {
  const { value: file, diagnostics } = decode(embedded, limits);
  const pages = file === null ? [] : file.pages.flatMap((page) => pageView(file, page, site));
  return { embedded, number, file, diagnostics, pages, site };
}

function pageView(file: MxFile, page: Page, site: SiteView | null): readonly PageView[] {
  const { model } = page;
  if (model === null) return [];
  const graph = once(() => extract(file, page.index));
  const byId = once(() => cellsById(model.cells));
  const labels = once(() => cellLabels(file, page.index));
  return [
    {
      page,
      model,
      file,
      site,
      graph,
      cell: (ref) => (typeof ref === 'number' ? model.cells[ref] : byId().get(ref)),
      labelOf: (cell) => labels()(cell),
    },
  ];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
