import { deflateRawSync, deflateSync } from 'node:zlib';
import type { CarrierName } from '@mxg/codec';
import { compressedTextChunk, internationalTextChunk, pngFile, textChunk } from './png.ts';

/**
 * Carriers around a diagram as draw.io and its users write them. Nothing here comes from `@mxg/codec`: the deflate is zlib's,
 * the escapes are written out, so that mxg's writer is never its own oracle.
 */
export interface BuiltCarrier {
  /** For the names of tests. */
  readonly name: string;
  /** What `find` is to call it. */
  readonly carrier: CarrierName;
  /**
   * The file that carries the diagram.
   * @param xml an `<mxGraphModel>`, or an `<mxfile>` (for all but `library`), without XML declaration; the carriers that want
   *   an mxfile put a model into one with a single page
   */
  readonly build: (xml: string) => Uint8Array;
  /** Whether the XML is deflated, base64 or in a chunk with a checksum: then an edit rewrites the payload as a whole. */
  readonly compressed: boolean;
  /** Whether `replace` and `edit` can write it. */
  readonly writable: boolean;
}

// What draw.io writes

/** `base64(deflateRaw(encodeURIComponent(xml)))`. */
export const compressedText = (xml: string): string =>
  deflateRawSync(Buffer.from(encodeURIComponent(xml), 'latin1')).toString('base64');

/** A file of one page that is stored as elements. */
export const mxfileOf = (xml: string): string =>
  isFile(xml) ? xml : `<mxfile host="app.diagrams.net"><diagram id="p1" name="Page-1">${xml}</diagram></mxfile>`;

/** A file whose pages are compressed. */
export const compressedMxfileOf = (xml: string): string =>
  mxfileOf(xml).replace(
    /(<diagram\b[^>]*>)(<mxGraphModel.*?)(?=<\/diagram>)/gs,
    (_, tag: string, model: string) => tag + compressedText(model),
  );

const isFile = (xml: string): boolean => xml.startsWith('<mxfile');

const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const escapeAttribute = (text: string): string =>
  escapeText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

/** Java's `URLEncoder`: `+` for space, and more escaped than JavaScript does. */
const javaUrl = (text: string): string =>
  encodeURIComponent(text).replace(/%20|[!'()~]/g, (unit) =>
    unit === '%20' ? '+' : `%${unit.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const lines = (text: string, width: number): string => (text.match(new RegExp(`.{1,${width}}`, 'gs')) ?? []).join('\n');

/** A page with a heading and text on both sides, not all of it ASCII: offsets are neither bytes nor lines. */
const page = (middle: string): Buffer =>
  utf8(`---\ntitle: Café 🜁\n---\n\n# Überblick\n\n${middle}\n\nNaïve text behind it.\n`);
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

const svgFile = (content: string): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n' +
  inlineSvg(content);
const inlineSvg = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="121px" height="61px" content="${escapeAttribute(content)}">` +
  '<defs/><g><rect x="0" y="0" width="120" height="60" fill="#ffffff" stroke="#000000"/><text>a &lt; b</text></g></svg>';

const viewerDiv = (xml: string): string =>
  `<div class="mxgraph" style="max-width:100%;" data-mxgraph="${escapeAttribute(
    JSON.stringify({ highlight: '#0000ff', nav: true, 'toolbar-position': 'top', xml }),
  ).replaceAll("'", '&#39;')}"></div>`;

const library = (entry: string): Buffer =>
  utf8(
    `<mxlibrary>${escapeText(JSON.stringify([{ xml: entry, w: 120, h: 60, aspect: 'fixed', title: 'Bench' }]))}</mxlibrary>`,
  );

// PDF

/** Bytes of a PDF: a header, objects, a trailer. Offsets and lengths are right, the cross-reference table is left out. */
export function pdfFile(...objects: readonly (string | Uint8Array)[]): Buffer {
  const numbered = objects.flatMap((object, i) => [
    latin1(`${i + 1} 0 obj\n`),
    asBytes(object),
    latin1('\nendobj\n\n'),
  ]);
  return Buffer.concat([
    latin1('%PDF-1.7\n%\x81\x81\x81\x81\n\n'),
    ...numbered,
    latin1('trailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ]);
}

/** A stream object, deflated with a zlib header as `/FlateDecode` means it. `keys` are those of its dictionary. */
export const pdfStream = (keys: string, content: string | Uint8Array): Buffer =>
  pdfDeflated(keys, deflateSync(asBytes(content)));

/** A stream object whose bytes are at hand, deflated or claimed to be. */
export const pdfDeflated = (keys: string, body: Uint8Array): Buffer =>
  Buffer.concat([
    latin1(`<<\n/Filter /FlateDecode\n${keys}\n/Length ${body.length}\n>>\nstream\n`),
    body,
    latin1('\nendstream'),
  ]);

/** Round brackets end a literal string, so draw.io puts a backslash before them. */
const bracketsEscaped = (text: string): string => text.replace(/[()]/g, (bracket) => `\\${bracket}`);

/** The Subject of draw.io up to 2023: a literal string. */
const subjectLiteral = (xml: string): string =>
  `<</Creator (Chromium)\n/Subject (${bracketsEscaped(encodeURIComponent(mxfileOf(xml)))})\n/Producer (Skia/PDF)>>`;

/**
 * The Subject of drawio-desktop since then: `setSubject(encodeURIComponent(xml).replace(/\(/g, '\\(')…)` of pdf-lib, which
 * writes UTF-16 in hexadecimal digits. The backslashes, though no longer needed, are in it.
 */
const subjectHex = (xml: string): string => {
  const text = Buffer.from(bracketsEscaped(encodeURIComponent(mxfileOf(xml))), 'utf16le').swap16();
  return `<<\n/Creator <FEFF0064>\n/Subject <FEFF${text.toString('hex').toUpperCase()}>\n>>`;
};

function latin1(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}

function asBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? latin1(content) : content;
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGE_CONTENT = pdfStream('/Type /XObject', '0 0 120 60 re S');

// The table

const inText = { compressed: false, writable: true } as const;
const inBlob = { compressed: true, writable: true } as const;
const readOnly = { compressed: true, writable: false } as const;

/**
 * One row for each way in which a carrier's bytes differ. Not here: `#U` links and `data-mxgraph` with `url`, which name
 * another file and hold no diagram.
 */
export const builtCarriers: readonly BuiltCarrier[] = [
  // a paragraph of URL-encoded text
  { name: 'URL-encoded text', carrier: 'url', build: (xml) => page(encodeURIComponent(xml)), ...inText },
  { name: 'URL-encoded text alone', carrier: 'url', build: (xml) => utf8(encodeURIComponent(xml)), ...inText },
  { name: 'URL-encoded text of Java', carrier: 'url', build: (xml) => page(javaUrl(xml)), ...inText },
  {
    name: 'URL-encoded text in lower case',
    carrier: 'url',
    build: (xml) => page(encodeURIComponent(xml).replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())),
    ...inText,
  },
  {
    name: 'URL-encoded text over lines',
    carrier: 'url',
    build: (xml) => page(lines(encodeURIComponent(xml), 76)),
    ...inText,
  },
  // XML in a page
  { name: 'XML in a fence', carrier: 'xml', build: (xml) => page(`\`\`\`xml\n${xml}\n\`\`\``), ...inText },
  {
    name: 'compressed pages in a fence',
    carrier: 'xml',
    build: (xml) => page(`\`\`\`xml\n${compressedMxfileOf(xml)}\n\`\`\``),
    ...inBlob,
  },
  { name: 'escaped XML in HTML', carrier: 'xml', build: (xml) => page(`<pre>${escapeText(xml)}</pre>`), ...inText },
  // files of draw.io
  { name: 'a bare model', carrier: 'drawio', build: (xml) => utf8(xml), ...inText },
  {
    name: 'a .drawio file',
    carrier: 'drawio',
    build: (xml) => utf8(`<?xml version="1.0"?>\r\n${mxfileOf(xml)}\r\n`),
    ...inText,
  },
  { name: 'a .drawio file in UTF-16', carrier: 'drawio', build: (xml) => utf16(mxfileOf(xml)), ...inText },
  { name: 'a .drawio file, compressed', carrier: 'drawio', build: (xml) => utf8(compressedMxfileOf(xml)), ...inBlob },
  { name: 'compressed text alone', carrier: 'compressed', build: (xml) => utf8(`${compressedText(xml)}\n`), ...inBlob },
  { name: 'a library', carrier: 'library', build: library, ...readOnly },
  { name: 'a library, compressed', carrier: 'library', build: (xml) => library(compressedText(xml)), ...readOnly },
  // pictures
  { name: 'an SVG', carrier: 'svg', build: (xml) => utf8(svgFile(mxfileOf(xml))), ...inText },
  { name: 'an SVG, compressed', carrier: 'svg', build: (xml) => utf8(svgFile(compressedMxfileOf(xml))), ...inBlob },
  { name: 'an SVG in a page', carrier: 'svg', build: (xml) => page(inlineSvg(mxfileOf(xml))), ...inText },
  {
    name: 'a PNG, tEXt',
    carrier: 'png',
    build: (xml) => pngFile(textChunk('mxfile', encodeURIComponent(mxfileOf(xml)))),
    ...inBlob,
  },
  {
    name: 'a PNG, zTXt',
    carrier: 'png',
    build: (xml) => pngFile(compressedTextChunk('mxGraphModel', deflateSync(encodeURIComponent(xml)))),
    ...inBlob,
  },
  {
    name: 'a PNG, zTXt without zlib header',
    carrier: 'png',
    build: (xml) => pngFile(compressedTextChunk('mxGraphModel', deflateRawSync(encodeURIComponent(xml)))),
    ...inBlob,
  },
  {
    name: 'a PNG, iTXt',
    carrier: 'png',
    build: (xml) => pngFile(internationalTextChunk('mxfile', mxfileOf(xml), false)),
    ...inBlob,
  },
  {
    name: 'a PNG, iTXt compressed',
    carrier: 'png',
    build: (xml) => pngFile(internationalTextChunk('mxfile', mxfileOf(xml), true)),
    ...inBlob,
  },
  // HTML
  { name: 'data-mxgraph', carrier: 'html', build: (xml) => page(viewerDiv(mxfileOf(xml))), ...inText },
  {
    name: 'data-mxgraph, compressed',
    carrier: 'html',
    build: (xml) => page(viewerDiv(compressedMxfileOf(xml))),
    ...inBlob,
  },
  {
    name: '<div class="mxgraph">',
    carrier: 'html',
    build: (xml) =>
      page(
        `<div class="mxgraph" style="position:relative;">\n<div style="width:1px;overflow:hidden;">${compressedText(xml)}</div></div>`,
      ),
    ...inBlob,
  },
  // links
  {
    name: 'a viewer URL',
    carrier: 'viewer-url',
    build: (xml) =>
      page(
        `[open](https://viewer.diagrams.net/?tags=%7B%7D&nav=1&title=a.drawio#R${encodeURIComponent(mxfileOf(xml)).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'))})`,
      ),
    ...inText,
  },
  {
    name: 'a viewer URL, compressed',
    carrier: 'viewer-url',
    build: (xml) => page(`<https://app.diagrams.net/#R${encodeURIComponent(compressedText(xml))}>`),
    ...inBlob,
  },
  {
    name: 'a data: URI of an SVG',
    carrier: 'data-uri',
    build: (xml) => page(`<img src="data:image/svg+xml,${encodeURIComponent(inlineSvg(mxfileOf(xml)))}">`),
    ...inText,
  },
  {
    name: 'a data: URI of an SVG, base64',
    carrier: 'data-uri',
    build: (xml) => page(`![a](data:image/svg+xml;base64,${utf8(svgFile(mxfileOf(xml))).toString('base64')})`),
    ...inBlob,
  },
  {
    name: 'a data: URI of a PNG',
    carrier: 'data-uri',
    build: (xml) => {
      const picture = pngFile(textChunk('mxfile', encodeURIComponent(mxfileOf(xml))));
      return page(`![a](data:image/png;base64,${picture.toString('base64')})`);
    },
    ...inBlob,
  },
  // blocks of markdown
  {
    name: 'a drawio fence',
    carrier: 'compressed',
    build: (xml) => page(`\`\`\`drawio\n${compressedText(xml)}\n\`\`\``),
    ...inBlob,
  },
  {
    name: 'a ::: drawio block',
    carrier: 'compressed',
    build: (xml) => page(`::: drawio\n${compressedText(xml)}\n:::`),
    ...inBlob,
  },
  // PDF
  {
    name: 'a PDF, literal Subject',
    carrier: 'pdf',
    build: (xml) => pdfFile(CATALOG, PAGE_CONTENT, subjectLiteral(xml)),
    ...readOnly,
  },
  {
    name: 'a PDF, hexadecimal Subject',
    carrier: 'pdf',
    build: (xml) => pdfFile(CATALOG, PAGE_CONTENT, subjectHex(xml)),
    ...readOnly,
  },
  {
    name: 'a PDF, Subject in an object stream',
    carrier: 'pdf',
    build: (xml) =>
      pdfFile(PAGE_CONTENT, pdfStream('/Type /ObjStm\n/N 2\n/First 10', `1 0 2 34\n${CATALOG}\n${subjectHex(xml)}`)),
    ...readOnly,
  },
  {
    name: 'a PDF with an attachment',
    carrier: 'pdf',
    build: (xml) =>
      pdfFile(
        CATALOG,
        PAGE_CONTENT,
        pdfStream('/Type /EmbeddedFile\n/Subtype /application#2Fvnd.jgraph.mxfile', utf8(mxfileOf(xml))),
      ),
    ...readOnly,
  },
];
