import { addText, element } from '../element.ts';
import { matchAt } from '../source.ts';
import { addSpan, lineAt, type SpanReader } from './spans.ts';

const URL_START = /<(?:mailto|https?|ftps?):/y;
const ADDRESS = /<([\p{Alphabetic}\p{Nd}\-_.]+@[\p{Alphabetic}\p{Nd}\-_.]+)>/uy;
const CLOSE = /[>\n]/g;

/** Reads `<https://…>` or `<name@host>`. */
export const readAutolink: SpanReader = (spans) => {
  const { source, pos } = spans;
  if (source.text.charAt(pos) !== '<') return false;
  const url = urlAt(spans.source, pos) ?? matchAt(ADDRESS, source.text, pos)?.[1];
  if (url === undefined) return false;
  const link = element('a', lineAt(spans));
  link.attributes.set('href', url);
  addText(link, url.replace(/^mailto:/, ''));
  addSpan(spans, link);
  spans.pos = pos + url.length + 2;
  return true;
};

function urlAt(source: Parameters<SpanReader>[0]['source'], pos: number): string | undefined {
  const start = matchAt(URL_START, source.text, pos);
  if (start === null) return undefined;
  const close = source.next(CLOSE, pos + start[0].length + 1);
  return source.text.charAt(close) === '>' ? source.text.slice(pos + 1, close) : undefined;
}
