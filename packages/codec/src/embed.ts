import { applyTextEdits, type Diagnostic, type Model, type Reading } from '@mxg/model';
import { binaryFromBytes, bytesFromBinary, bytesFromText } from './bytes.ts';
import { isSvg } from './carriers/svg.ts';
import { PNG_SIGNATURE, pngChunk, uint32 } from './coding/png-chunk.ts';
import { deflateAs } from './coding/inflate.ts';
import { escapeHtml, escapeXmlAttribute } from './coding/escapes.ts';
import { decode } from './decode.ts';
import { find } from './find.ts';
import { defaultLimits, type Limits } from './limits.ts';
import * as messages from './messages.ts';
import { pictureSize, type PictureSize } from './picture.ts';
import { sourceFromBytes, sourceFromText } from './source.ts';
import { replace } from './replace.ts';
import { modelXml, mxfileXml, type PageLayout, type Pages } from './write.ts';
import { parseRootTag } from './xml/scan.ts';

/** The forms in which a diagram can be written anew, as `mxg encode --as` names them. */
export const forms = ['url', 'drawio', 'compressed', 'svg', 'png', 'html', 'markdown'] as const;
export type Form = (typeof forms)[number];

/** What the form says, for the help text. */
export const formDescriptions: Readonly<Record<Form, string>> = {
  url: 'URL-encoded text to paste into a page',
  drawio: 'a .drawio file that can be read and compared',
  compressed: 'a .drawio file with compressed pages',
  svg: 'an SVG that draw.io opens again (.drawio.svg)',
  png: 'a PNG that draw.io opens again (.drawio.png)',
  html: "the viewer's embed for an HTML page",
  markdown: 'a fenced code block for a markdown page',
};

/**
 * Writes pages in a form, as bytes of a file.
 * @param picture for `svg` and `png`: the picture that carries the diagram, as an SVG or PNG file. Without one the carrier is
 *   an empty frame of the drawing's size: draw.io shows the diagram, a browser the frame.
 */
export function embed(
  pages: Pages,
  form: Form,
  picture: Uint8Array | null = null,
  limits: Limits = defaultLimits,
): Reading<Uint8Array> {
  if (form === 'svg') return intoSvg(pages, picture, limits);
  if (form === 'png') return intoPng(pages, picture, limits);
  return { value: bytesFromText(WRITERS[form](pages)), diagnostics: [] };
}

const WRITERS: Readonly<Record<Exclude<Form, 'svg' | 'png'>, (pages: Pages) => string>> = {
  url: (pages) => `${encodeURIComponent(onlyModelOrFile(pages).toWellFormed())}\n`,
  drawio: (pages) => `${newFile(pages, 'indented')}\n`,
  compressed: (pages) => `${newFile(pages, 'compressed')}\n`,
  html: viewerEmbed,
  markdown: (pages) => `\`\`\`xml\n${newFile(pages, 'indented')}\n\`\`\`\n`,
};

/** A file as draw.io writes a new one: pages have a name and an id, and `compressed` says how they are stored. */
function newFile({ attributes, pages, after }: Pages, layout: PageLayout): string {
  const kept = attributes.filter(({ name }) => name !== 'compressed');
  const named = pages.map((page, i) => ({
    ...page,
    name: page.name ?? `Page-${i + 1}`,
    id: page.id ?? `page-${i + 1}`,
  }));
  const plain = layout === 'compressed' ? [] : [{ name: 'compressed', value: 'false' }];
  return mxfileXml({ attributes: [...kept, ...plain], pages: named, after }, layout);
}

/** In text draw.io's own clipboard form is the bare model. */
function onlyModelOrFile(pages: Pages): string {
  const model = pages.pages.length === 1 ? pages.pages[0]?.model : null;
  return model == null ? newFile(pages, 'compact') : modelXml(model, 'compact');
}

/** As draw.io's "Embed > HTML" writes it; the keys are the viewer's. */
function viewerEmbed(pages: Pages): string {
  const config = { highlight: '#0000ff', nav: true, resize: true, xml: newFile(pages, 'compressed') };
  const value = escapeHtml(JSON.stringify(config));
  const style = 'max-width:100%;border:1px solid transparent;';
  return (
    `<div class="mxgraph" style="${style}" data-mxgraph="${value}"></div>\n` +
    '<script type="text/javascript" src="https://viewer.diagrams.net/js/viewer-static.min.js"></script>\n'
  );
}

function intoSvg(pages: Pages, picture: Uint8Array | null, limits: Limits): Reading<Uint8Array> {
  const file = newFile(pages, 'compressed');
  const host = picture === null ? emptySvg(sizeOf(pages, limits)) : sourceFromBytes(picture, limits).value.text;
  const root = isSvg(host) ? parseRootTag(host, limits) : null;
  if (root?.ok !== true) return { value: new Uint8Array(), diagnostics: [notAPicture('SVG')] };
  const content = root.value.attributes.find(({ name }) => name === 'content');
  const at = root.value.start + 1 + root.value.name.length;
  const edit =
    content === undefined
      ? { span: { start: at, end: at }, text: ` content="${escapeXmlAttribute(file)}"` }
      : { span: { start: content.valueStart, end: content.valueEnd }, text: escapeXmlAttribute(file) };
  return { value: bytesFromText(applyTextEdits(host, [edit])), diagnostics: [] };
}

function emptySvg({ width, height }: PictureSize): string {
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="${width}px" height="${height}px" viewBox="0 0 ${width} ${height}">` +
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="none" stroke="#999999" stroke-dasharray="6 4"/></svg>\n`
  );
}

function intoPng(pages: Pages, picture: Uint8Array | null, limits: Limits): Reading<Uint8Array> {
  const host = picture === null ? emptyPng(sizeOf(pages, limits)) : binaryFromBytes(picture);
  const file = newFile(pages, 'compressed');
  const source = sourceFromBytes(bytesFromBinary(host), limits).value;
  const there = find(source, limits).value[0];
  if (!host.startsWith(PNG_SIGNATURE) || host.length < 33)
    return { value: new Uint8Array(), diagnostics: [notAPicture('PNG')] };
  if (there !== undefined) {
    const replaced = replace(there, file, null, limits);
    return { value: bytesFromBinary(applyTextEdits(host, replaced.value)), diagnostics: replaced.diagnostics };
  }
  const headerEnd = PNG_SIGNATURE.length + 25; // IHDR: 13 bytes of data in a chunk
  const chunk = pngChunk('tEXt', `mxfile\0${encodeURIComponent(file.toWellFormed())}`);
  return { value: bytesFromBinary(host.slice(0, headerEnd) + chunk + host.slice(headerEnd)), diagnostics: [] };
}

/** White, one bit a pixel. */
function emptyPng({ width, height }: PictureSize): string {
  const row = new Uint8Array(1 + Math.ceil(width / 8)).fill(255).with(0, 0);
  const pixels = new Uint8Array(row.length * height);
  for (let y = 0; y < height; y++) pixels.set(row, y * row.length);
  const header = `${uint32(width)}${uint32(height)}\x01\x00\x00\x00\x00`;
  const data = binaryFromBytes(deflateAs(pixels, 'zlib'));
  return PNG_SIGNATURE + pngChunk('IHDR', header) + pngChunk('IDAT', data) + pngChunk('IEND', '');
}

function sizeOf(pages: Pages, limits: Limits): PictureSize {
  const source = sourceFromText(mxfileXml({ ...pages, pages: pages.pages.slice(0, 1) }, 'compact'));
  const diagram = find(source, limits).value[0];
  const model: Model | null = diagram === undefined ? null : (decode(diagram, limits).value?.pages[0]?.model ?? null);
  return model === null ? { width: 1, height: 1 } : pictureSize(model);
}

function notAPicture(kind: string): Diagnostic {
  return { ...messages.notAPicture(kind), severity: 'error', span: null, exact: false };
}
