import type { Attribute, Diagnostic, Reading } from '@mxg/model';
import { bytesFromUtf8 } from './bytes.ts';
import { base64OfBytes } from './coding/base64.ts';
import { escapeXmlAttribute } from './coding/escapes.ts';
import { deflateAs } from './coding/inflate.ts';
import type { EmbeddedDiagram } from './find.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { Report } from './nested-text.ts';
import { readPages, type PageText } from './pages.ts';
import { printXml } from './xml/print.ts';

/** How the pages of an mxfile are written: on one line, to be read, or deflated. */
export type PageLayout = 'compact' | 'indented' | 'compressed';

/** Pages to be written, and the attributes of the file they come from. */
export interface Pages {
  readonly attributes: readonly Attribute[];
  readonly pages: readonly PageText[];
}

/** The pages of diagrams, one after the other; of one diagram also its file's attributes. With `page`, that page alone. */
export function pagesOf(
  diagrams: readonly EmbeddedDiagram[],
  page: number | null = null,
  limits: Limits = defaultLimits,
): Reading<Pages> {
  const diagnostics: Diagnostic[] = [];
  const report: Report = { limits, diagnostics };
  const files = diagrams
    .flatMap(({ xml }) => (xml === null ? [] : [readPages(xml, report)]))
    .filter((file) => file !== null);
  const pages = files.flatMap((file) => file.pages).filter((_, index) => page === null || index === page);
  return { value: { attributes: files.length === 1 ? (files[0]?.attributes ?? []) : [], pages }, diagnostics };
}

/** The XML of pages to be read: a single model as `<mxGraphModel>`, anything else as one `<mxfile>`. */
export function readableXml(pages: Pages): string {
  const only = pages.pages.length === 1 ? pages.pages[0]?.model : undefined;
  return only == null ? mxfileXml(pages, 'indented') : modelXml(only, 'indented');
}

/** An mxfile of pages, written anew as draw.io writes it. Attributes of file and pages stay; pages without names get draw.io's. */
export function mxfileXml({ attributes, pages }: Pages, layout: PageLayout): string {
  const kept = attributes.filter(({ name }) => name !== 'compressed');
  const opening = tag('mxfile', layout === 'compressed' ? kept : [...kept, { name: 'compressed', value: 'false' }]);
  const gap = (depth: number) => (layout === 'indented' ? `\n${'  '.repeat(depth)}` : '');
  return `${opening}${pages.map((page, index) => gap(1) + pageXml(page, index, layout)).join('')}${gap(0)}</mxfile>`;
}

/** A model as XML. */
export function modelXml(
  { text, element }: NonNullable<PageText['model']>,
  layout: 'compact' | 'indented',
  depth = 0,
): string {
  return printXml(text.text, element, layout, depth);
}

/** A model's XML as draw.io compresses it: `base64(deflateRaw(encodeURIComponent(xml)))`. */
export const compressedText = (xml: string): string =>
  base64OfBytes(deflateAs(bytesFromUtf8(encodeURIComponent(xml.toWellFormed())), 'raw'));

function pageXml({ id, name, attributes, model }: PageText, index: number, layout: PageLayout): string {
  const opening = tag('diagram', [
    { name: 'name', value: name ?? `Page-${index + 1}` },
    { name: 'id', value: id ?? `page-${index + 1}` },
    ...attributes,
  ]);
  if (model === null) return `${opening}</diagram>`;
  if (layout === 'compressed') return `${opening}${compressedText(modelXml(model, 'compact'))}</diagram>`;
  if (layout === 'compact') return `${opening}${modelXml(model, 'compact')}</diagram>`;
  return `${opening}\n    ${modelXml(model, 'indented', 2)}\n  </diagram>`;
}

function tag(name: string, attributes: readonly Attribute[]): string {
  return `<${name}${attributes.map((attribute) => ` ${attribute.name}="${escapeXmlAttribute(attribute.value)}"`).join('')}>`;
}
