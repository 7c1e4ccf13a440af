import { addText, element, type Element } from '../element.ts';
import type { PageState } from '../page-state.ts';
import { readAutolink } from './autolink.ts';
import { readCodeSpan } from './code-span.ts';
import { readEmphasis } from './emphasis.ts';
import { readEntity } from './entity.ts';
import { readFootnoteMarker } from './footnote-marker.ts';
import { readLink } from './link.ts';
import { readMathSpan } from './math-span.ts';
import { readEscape, readLineBreak, readStrikethrough, readSymbol } from './marks.ts';
import { readSmartQuotes } from './smart-quotes.ts';
import { readSpanExtension } from './span-extension.ts';
import { readSpanHtml } from './span-html.ts';
import { addSpanText, spansOf, type ReadOptions, type SpanKinds, type SpanReader, type Spans } from './spans.ts';

/** Where a span may begin or end, in the order in which kramdown 2.5 tries them at one place. */
const READERS: readonly SpanReader[] = [
  readEmphasis,
  readCodeSpan,
  readAutolink,
  readSpanHtml,
  readFootnoteMarker,
  readLink,
  readSmartQuotes,
  readMathSpan,
  readSpanExtension,
  readEntity,
  readSymbol,
  readLineBreak,
  readEscape,
  readStrikethrough,
];

const KINDS: Readonly<Record<SpanKinds, { readonly starts: RegExp; readonly readers: readonly SpanReader[] }>> = {
  all: { starts: /[*_`<[\]$&\\]|!\[|[^\\]?["']|\{:|--|\.\.\.| ?>>| {2}(?=\n)|~~/g, readers: READERS },
  html: { starts: /</g, readers: [readSpanHtml] },
  code: { starts: /`/g, readers: [readCodeSpan] },
  'code-and-html': { starts: /[`<]/g, readers: [readCodeSpan, readSpanHtml] },
};

/** Text in which nothing but text can be found. */
const PLAIN = /^(?:[^*_`<[$&\\"'{~>.\n-]|[.-](?![.-]))*$/;

/** Reads the spans of a text. `line`: the page's line at which it begins. */
export function readText(
  page: PageState,
  text: string,
  { line, kinds = 'all' }: { readonly line: number; readonly kinds?: SpanKinds },
): readonly Element[] {
  const root = element('root', line);
  if (PLAIN.test(text)) addText(root, text);
  else readSpans(spansOf(page, text, { line, read: readSpans }), root, { kinds });
  return root.children;
}

function readSpans(spans: Spans, into: Element, options: ReadOptions = {}): boolean {
  spans.open.push(into);
  const found = readUntil(spans, into, options);
  spans.open.pop();
  return found;
}

function readUntil(spans: Spans, into: Element, { stop, kinds = 'all' }: ReadOptions): boolean {
  const { starts, readers } = KINDS[kinds];
  const { text } = spans.source;
  while (spans.pos < text.length) {
    starts.lastIndex = spans.pos;
    const next = starts.exec(text)?.index;
    if (next === undefined) {
      if (stop === undefined) takeText(spans, text.length);
      return false;
    }
    takeText(spans, next);
    if (stop?.(spans, into) === true) return true;
    if (!readers.some((read) => read(spans))) takeText(spans, next + 1);
  }
  return false;
}

function takeText(spans: Spans, end: number): void {
  addSpanText(spans, spans.source.text.slice(spans.pos, end));
  spans.pos = end;
}
