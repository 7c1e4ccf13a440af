import { element } from '../element.ts';
import { matchAt } from '../source.ts';
import { addSpan, addSpanText, lineAt, type SpanReader } from './spans.ts';

const WORD = '[\\p{Alphabetic}\\p{M}\\p{Nd}\\p{Pc}]';
const PUNCTUATION = '[!"#$%\'()*+,\\-./:;<=>?@\\[\\\\\\]^`\\{\\|\\}~]';
const SPACES = '[ \\t\\r\\n\\f\\v]';

/** Quotation marks by what stands around them, in the order in which they are tried; the first group stays as text. */
const RULES: readonly (readonly [pattern: RegExp, curl: (quote: string) => string])[] = [
  [new RegExp(`()(["'])(?=[_*]{1,2}[^ \\t\\r\\n\\f\\v])`, 'uy'), opening],
  [new RegExp(`()(["'])(?=(?:${PUNCTUATION}(?!\\.\\.)(?!${WORD})|_(?!\\.\\.)(?=${WORD})))`, 'uy'), closing],
  [new RegExp(`(${SPACES}?)("'|'")(?=\\w)`, 'y'), opening],
  [new RegExp(`(${SPACES}?)(')(?=\\d\\ds)`, 'y'), closing],
  [new RegExp(`(${SPACES})(["'])(?=\\w)`, 'y'), opening],
  [/([^ \\\t\r\n[{(-])(["'])/uy, closing],
  [new RegExp(`()(["'])(?=${SPACES}|s(?!${WORD})|$)`, 'uy'), closing],
  [/([^]?)(["'])/uy, opening],
];

const CURLED: Readonly<Record<string, readonly [opening: string, closing: string]>> = {
  '"': ['“', '”'],
  "'": ['‘', '’'],
};

/** Reads quotation marks, with the character before them. */
export const readSmartQuotes: SpanReader = (spans) => {
  if (!isBeforeQuote(spans.source.text, spans.pos)) return false;
  for (const [pattern, curl] of RULES) {
    const found = matchAt(pattern, spans.source.text, spans.pos);
    if (found === null) continue;
    addSpanText(spans, found[1] ?? '');
    for (const quote of found[2] ?? '') addSpan(spans, element('quote', lineAt(spans), { value: curl(quote) }));
    spans.pos += found[0].length;
    return true;
  }
  return false;
};

function isBeforeQuote(text: string, pos: number): boolean {
  const first = text.charAt(pos);
  const second = text.charAt(pos + 1);
  return first === '"' || first === "'" || (first !== '\\' && (second === '"' || second === "'"));
}

function opening(quote: string): string {
  return CURLED[quote]?.[0] ?? quote;
}

function closing(quote: string): string {
  return CURLED[quote]?.[1] ?? quote;
}
