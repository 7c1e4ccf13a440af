import { decodeHTMLStrict } from 'entities';
import { element } from '../element.ts';
import { matchAt } from '../source.ts';
import { addSpan, addSpanText, lineAt, type SpanReader } from './spans.ts';

const ENTITY = /&(?:([\w:][\w.:-]*)|#(\d+)|#x([0-9a-fA-F]+));/y;

/** Reads `&name;`, `&#1;` or `&#x1;`. A name that kramdown does not know leaves an ampersand and text. */
export const readEntity: SpanReader = (spans) => {
  if (spans.source.text.charAt(spans.pos) !== '&') return false;
  const found = matchAt(ENTITY, spans.source.text, spans.pos);
  if (found === null) return false;
  const [written, name, decimal, hex] = found;
  const character = name === undefined ? characterOf(Number(decimal ?? `0x${hex ?? '0'}`)) : named(written);
  addSpan(spans, element('entity', lineAt(spans), { value: character ?? '&' }));
  spans.pos += written.length;
  if (character === null) addSpanText(spans, written.slice(1));
  return true;
};

function named(written: string): string | null {
  const decoded = decodeHTMLStrict(written);
  return decoded === written ? null : decoded;
}

/** Empty for what is no code point; kramdown writes that as it stands, and makes no id of it. */
function characterOf(code: number): string {
  return code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : '';
}
