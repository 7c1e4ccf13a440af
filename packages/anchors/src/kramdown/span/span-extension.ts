import { applyList, joinLists, readAttributeList } from '../attribute-list.ts';
import { bracesWithin, type Braces } from '../braces.ts';
import { EXTENSIONS, runExtension } from '../extension.ts';
import { matchAt } from '../source.ts';
import { addSpan, addSpanText, innermost, lineAt, type SpanReader, type Spans } from './spans.ts';

const EXTENSION = /\{::(\w+)(?=[ \t\r\n\f\v/}])/y;
const STOP_TAG = /\{:\/(?:\w[\w-]*)?\}/y;
const STOPS: ReadonlyMap<string, RegExp> = new Map(
  EXTENSIONS.map((name) => [name, new RegExp(`\\{:/(?:${name})?\\}`, 'g')]),
);

/** Reads an attribute list for the span before it, or an extension; else a brace as text. */
export const readSpanExtension: SpanReader = (spans) => {
  const { text } = spans.source;
  if (!text.startsWith('{:', spans.pos)) return false;
  const extension = matchAt(EXTENSION, text, spans.pos);
  const braces = extension === null ? null : openingAt(spans, spans.pos + extension[0].length);
  const done =
    extension !== null && braces !== null
      ? readExtension(spans, extension[1] ?? '', braces)
      : matchAt(STOP_TAG, text, spans.pos) === null && readList(spans);
  if (!done) {
    addSpanText(spans, '{');
    spans.pos += 1;
  }
  return true;
};

function openingAt({ source }: Spans, start: number): Braces | null {
  return source.text.charAt(start) === '}' ? { content: '', end: start + 1 } : bracesWithin(source, start);
}

function readExtension(spans: Spans, name: string, { content, end }: Braces): boolean {
  const { page, source } = spans;
  const selfClosing = content.endsWith('/');
  const stop = STOPS.get(name);
  const close = selfClosing || stop === undefined ? -1 : source.next(stop, end);
  if (!selfClosing && close < 0) return false;
  const body = selfClosing ? null : source.text.slice(end, close);
  const made = runExtension(page, { name, options: content.replace(/\/$/, ''), body, line: lineAt(spans) });
  if (made === null) return false;
  for (const each of made) addSpan(spans, each);
  spans.pos = selfClosing ? end : source.text.indexOf('}', close) + 1;
  return true;
}

function readList(spans: Spans): boolean {
  const last = innermost(spans)?.children.at(-1);
  const braces = bracesWithin(spans.source, spans.pos + 2);
  if (braces === null || last === undefined || last.kind === 'text') return false;
  const list = readAttributeList(braces.content);
  last.ial = joinLists(last.ial, list);
  applyList(last.attributes, list, spans.page.lists);
  spans.pos = braces.end;
  return true;
}
