import type { Attribute, Reading } from '@mxg/model';
import { bytesFromText } from './bytes.ts';
import { base64OfBytes } from './coding/base64.ts';
import { escapeXmlAttribute } from './coding/escapes.ts';
import { deflateAs } from './coding/inflate.ts';
import type { EmbeddedDiagram } from './find.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { Report } from './report.ts';
import { readPages, type PageText } from './pages.ts';
import { printXml } from './xml/print.ts';

/** How the pages of an mxfile are written: on one line, to be read, or deflated. */
export type PageLayout = 'compact' | 'indented' | 'compressed';

/** Pages to be written, and the attributes of the file they come from. */
export interface Pages {
  readonly attributes: readonly Attribute[];
  readonly pages: readonly PageText[];
  /** Elements behind the last page that mxg does not know, as XML. */
  readonly after: readonly string[];
}

/** The pages of diagrams, one after the other; of one diagram also its file's attributes. With `page`, that page alone. */
export function pagesOf(
  diagrams: readonly EmbeddedDiagram[],
  page: number | null = null,
  limits: Limits = defaultLimits,
): Reading<Pages> {
  const report = new Report(limits);
  const files = diagrams
    .flatMap(({ xml }) => (xml === null ? [] : [readPages(xml, report)]))
    .filter((file) => file !== null);
  const pages = files.flatMap((file) => file.pages).filter((_, index) => page === null || index === page);
  const only = files.length === 1 && page === null ? files[0] : undefined;
  return {
    value: { attributes: only?.attributes ?? [], pages, after: only?.after ?? [] },
    diagnostics: report.diagnostics(),
  };
}

/** The XML of pages to be read: a single model as `<mxGraphModel>`, anything else as one `<mxfile>`, its attributes as stored. */
export function readableXml(pages: Pages): string {
  const [only, ...others] = pages.pages.map(({ model }) => model);
  return only == null || others.length > 0 ? mxfileXml(pages, 'indented') : modelXml(only, 'indented');
}

/** An mxfile of pages, with the attributes that file and pages have. */
export function mxfileXml({ attributes, pages, after }: Pages, layout: PageLayout): string {
  const gap = (depth: number) => (layout === 'indented' ? `\n${'  '.repeat(depth)}` : '');
  const parts = [...pages.flatMap((page) => [...page.before, pageXml(page, layout)]), ...after];
  return `${tag('mxfile', attributes)}${parts.map((part) => gap(1) + part).join('')}${gap(0)}</mxfile>`;
}

/** A model as XML. */
export function modelXml(
  { text, element }: NonNullable<PageText['model']>,
  layout: 'compact' | 'indented',
  depth = 0,
): string {
  return printXml(text.text, element, layout, depth);
}

/** A model as draw.io compresses it: `base64(deflateRaw(encodeURIComponent(xml)))`. */
export function compressedModel(model: NonNullable<PageText['model']>): string {
  const xml = modelXml(model, 'compact').toWellFormed();
  return base64OfBytes(deflateAs(bytesFromText(encodeURIComponent(xml)), 'raw'));
}

function pageXml({ id, name, attributes, model }: PageText, layout: PageLayout): string {
  const named = [
    { name: 'name', value: name },
    { name: 'id', value: id },
  ].filter((attribute): attribute is Attribute => attribute.value !== null);
  const opening = tag('diagram', [...named, ...attributes]);
  if (model === null) return `${opening}</diagram>`;
  if (layout === 'compressed') return `${opening}${compressedModel(model)}</diagram>`;
  if (layout === 'compact') return `${opening}${modelXml(model, 'compact')}</diagram>`;
  return `${opening}\n    ${modelXml(model, 'indented', 2)}\n  </diagram>`;
}

function tag(name: string, attributes: readonly Attribute[]): string {
  return `<${name}${attributes.map((attribute) => ` ${attribute.name}="${escapeXmlAttribute(attribute.value)}"`).join('')}>`;
}
