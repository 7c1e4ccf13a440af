import { inlineAnchors } from './inline-anchors.ts';
import {
  initialAttributes,
  withAttributes,
  type AttributeEntry,
  type DocumentAttributes,
} from './document-attributes.ts';
import { escapedHtml, shownText } from './html-text.ts';
import { inlineHtml } from './inline.ts';
import type { MacroContext } from './macros.ts';

/** A piece of a page that gives ids, in document order. */
export type Piece =
  /** An id by itself, or that of a heading. */
  | {
      readonly kind: 'id';
      readonly id: string;
      readonly line: number;
      readonly level: number | null;
      readonly text: string;
    }
  /** Text that is converted when the whole page is read. */
  | { readonly kind: 'text'; readonly source: string; readonly line: number; readonly attributes: DocumentAttributes }
  | { readonly kind: 'html'; readonly html: string; readonly line: number };

/** What is known of a page while it is read. */
export interface AdocDocument {
  readonly pieces: Piece[];
  /** Changes only by being replaced: pieces keep those that hold where they stand. */
  attributes: DocumentAttributes;
  /** Names whose values the site's configuration fixes. */
  readonly locked: ReadonlySet<string>;
  /** Ids so far, with the text of what they belong to. */
  readonly references: Map<string, string | null>;
  /** The number that was last put behind an id, by id and separator: a free one is sought from there. */
  readonly counts: Map<string, number>;
  /** The number of each footnote. */
  readonly footnotes: number[];
  /** Ids in titles that the table of contents repeats. */
  readonly repeated: string[];
  /** Footnotes of titles are counted when these are read, those of text when it is converted: both from 1. */
  readonly numbers: { next: number };
  readonly macros: MacroContext;
  hasTitle: boolean;
  /** Whether a block stands before the first section. */
  hasLead: boolean;
  /** How many pieces stand before the first section; null before there is one. */
  lead: number | null;
}

/** `given`: attributes of the site's configuration; null unsets. */
export function adocDocument(given: ReadonlyMap<string, string | null>): AdocDocument {
  const references = new Map<string, string | null>();
  const footnotes: number[] = [];
  const numbers = { next: 1 };
  const macros: MacroContext = {
    textOf: (id) => references.get(id),
    footnote: () => footnotes[footnotes.push(numbers.next++) - 1] as number,
    named: new Map(),
  };
  const attributes = initialAttributes(given);
  const locked = new Set([...given].filter(([, value]) => value?.endsWith('@') !== true).map(([name]) => name));
  return {
    pieces: [],
    attributes,
    locked,
    references,
    counts: new Map(),
    footnotes,
    numbers,
    repeated: [],
    macros,
    hasTitle: false,
    hasLead: false,
    lead: null,
  };
}

/** Sets an attribute from here on. */
export function setAttribute(document: AdocDocument, { name, value }: AttributeEntry): void {
  if (document.locked.has(name)) return;
  const attributes = new Map(document.attributes);
  if (value === null) attributes.delete(name);
  else attributes.set(name, withAttributes(escapedHtml(value), document.attributes));
  document.attributes = attributes;
}

/** Takes note of an id, unless it is known. */
export function noteId({ references }: AdocDocument, id: string, text: string | null): void {
  if (!references.has(id)) references.set(id, text);
}

/** Adds an id that stands on no heading. */
export function addId(document: AdocDocument, id: string | null, line: number): void {
  if (id === null || id === '') return;
  noteId(document, id, null);
  document.pieces.push({ kind: 'id', id, line, level: null, text: '' });
}

const SIGN_OF_IDS = /\[\[|anchor:|footnote|id=|\+\+\+|pass:/;

/** Cheap, and never wrong where the answer is no. */
const mayHoldIds = (source: string): boolean =>
  SIGN_OF_IDS.test(source) || (source.includes('#') && source.includes('['));

/** Adds text that may hold ids. */
export function addText(document: AdocDocument, source: string, line: number): void {
  const { attributes } = document;
  if (!mayHoldIds(source)) return;
  for (const { id, text } of inlineAnchors(source)) noteId(document, id, text);
  document.pieces.push({ kind: 'text', source, line, attributes });
}

/** A title's HTML, and what a reader sees of it. */
export function titleOf(
  { attributes, macros }: AdocDocument,
  title: string,
): { readonly html: string; readonly text: string } {
  const html = inlineHtml(title, attributes, macros);
  return { html, text: shownText(html) };
}
