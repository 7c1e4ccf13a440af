import type { Anchor } from '../anchor.ts';
import type { Config } from '../config/config.ts';
import { idsInHtml } from '../html/ids.ts';
import type { PageReader } from '../page.ts';
import { attributeLine } from './block-attributes.ts';
import { readBlocks, takeEntry } from './blocks.ts';
import { adocDocument, type AdocDocument, type Piece } from './document.ts';
import { inlineHtml } from './inline.ts';
import { addSection, sectionAt } from './section.ts';
import { pageSource, type Source } from './source.ts';

/** Reads AsciiDoc as Asciidoctor 2.0 converts it. `config.attributes`: by name; a value of null or false unsets. */
export function asciidoctorPages({ attributes }: Config): PageReader {
  const given = new Map(
    Object.entries(isRecord(attributes) ? attributes : {}).map(([name, value]) => [name.toLowerCase(), valueOf(value)]),
  );
  return ({ text }) => {
    const document = adocDocument(given);
    const source = pageSource(text, () => document.attributes);
    readHeader(document, source);
    readBlocks(document, source, (found, above) => {
      document.lead ??= document.pieces.length;
      repeatInContents(document, addSection(document, found, above), found.level);
    });
    return { value: anchorsOf(document), diagnostics: [] };
  };
}

/** The table of contents shows a title without its anchors, but with the rest of its markup. */
function repeatInContents(document: AdocDocument, html: string, level: number): void {
  const levels = Number(document.attributes.get('toclevels') ?? 2);
  if (level - 1 <= levels && html.includes('id='))
    document.repeated.push(...idsInHtml(html.replace(/<a\b[^<>]*>/g, '')).map(({ id }) => id));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const valueOf = (value: unknown): string | null =>
  value === null || value === false ? null : value === true ? '' : String(value);

/** Title, authors, revision and attributes of the document. */
function readHeader(document: AdocDocument, source: Source): void {
  skipAboveTitle(document, source);
  const title = sectionAt(source);
  if (title === null || title.level !== 1) return;
  document.hasTitle = true;
  for (let count = 0; count < title.lines; count++) source.take();
  for (let next = source.peek(); next !== null && next.text !== ''; next = source.peek()) {
    if (!takeEntry(document, source, next.text)) source.take();
  }
}

function skipAboveTitle(document: AdocDocument, source: Source): void {
  for (let next = source.peek(); next !== null; next = source.peek()) {
    const { text } = next;
    const isSkipped = text === '' || /^\/\/(?!\/)/.test(text) || (attributeLine(text) !== null && sectionBelow(source));
    if (isSkipped) source.take();
    else if (!takeEntry(document, source, text)) return;
  }
}

/** Whether the document's title stands right below a line of attributes. */
const sectionBelow = (source: Source): boolean => /^= \S/.test(source.peek(1)?.text ?? '');

const bare = (id: string, line: number): Anchor => ({ id, text: '', level: null, line });

function anchorsOf(document: AdocDocument): readonly Anchor[] {
  const { pieces, footnotes, attributes } = document;
  const end = document.lead ?? 0;
  document.numbers.next = 1;
  const read = (from: number, to?: number): readonly Anchor[] =>
    pieces.slice(from, to).flatMap((piece) => anchorsOfPiece(document, piece));
  const lead = read(0, end);
  const preamble = document.hasTitle && document.lead !== null && document.hasLead ? [bare('preamble', 1)] : [];
  const toc = tocOf(document);
  const isBehind = attributes.get('toc') === 'preamble';
  const anchors = [...(isBehind ? [] : toc), ...preamble, ...lead, ...(isBehind ? toc : []), ...read(end)];
  if (footnotes.length === 0 || attributes.has('nofootnotes')) return anchors;
  return [...anchors, bare('footnotes', 1), ...footnotes.map((number) => bare(`_footnotedef_${number}`, 1))];
}

/** The table of contents, where no macro puts it. */
function tocOf({ attributes, lead, repeated }: AdocDocument): readonly Anchor[] {
  const isShown = attributes.has('toc') && lead !== null && attributes.get('toc') !== 'macro';
  return isShown ? ['toc', 'toctitle', ...repeated].map((id) => bare(id, 1)) : [];
}

function anchorsOfPiece({ macros }: AdocDocument, piece: Piece): readonly Anchor[] {
  const { kind, line } = piece;
  if (kind === 'id') return piece.id === '' ? [] : [{ id: piece.id, text: piece.text, level: piece.level, line }];
  const html = kind === 'html' ? piece.html : inlineHtml(piece.source, piece.attributes, macros);
  const source = kind === 'html' ? html : piece.source;
  return idsInHtml(html).map(({ id }) => bare(id, line + linesBefore(source, id)));
}

/** Lines above the first one in which an id stands. */
const linesBefore = (source: string, id: string): number =>
  source.slice(0, Math.max(source.indexOf(id), 0)).split('\n').length - 1;
