import { isSpace, SPACE, TAG_NAME } from './characters.ts';
import { elementName, isKnown } from './html-elements.ts';
import { matchAt } from './source.ts';

/** A start tag. */
export interface Tag {
  /** In lower case when it is an element that kramdown knows. */
  readonly name: string;
  /** Of one that is repeated, the last. */
  readonly attributes: Map<string, string>;
  /** Ends with `/>`. */
  readonly closed: boolean;
  /** Offset behind it. */
  readonly end: number;
}

const NAME = new RegExp(TAG_NAME, 'uy');
const WORD = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]+/uy;
const CLOSE = new RegExp(`</(${TAG_NAME})[${SPACE}]*>`, 'uy');

/** The start tag at an offset; null for none. Linear, unlike a pattern with the same meaning. */
export function tagAt(text: string, pos: number): Tag | null {
  if (text.charCodeAt(pos) !== 60) return null;
  const written = matchAt(NAME, text, pos + 1)?.[0];
  if (written === undefined) return null;
  const name = elementName(written);
  const attributes = new Map<string, string>();
  let at = pos + 1 + written.length;
  for (let next = readAttribute(text, at, attributes); next > at; next = readAttribute(text, at, attributes)) at = next;
  const closing = skipSpace(text, at);
  const closed = text.charCodeAt(closing) === 47;
  const end = closing + (closed ? 2 : 1);
  if (text.charCodeAt(end - 1) !== 62) return null;
  return { name, attributes: isKnown(name) ? lowerKeys(attributes) : attributes, closed, end };
}

/** The name in the end tag at an offset, and where that ends; null for none. */
export function endTagAt(text: string, pos: number): { readonly name: string; readonly end: number } | null {
  if (text.charCodeAt(pos) !== 60 || text.charCodeAt(pos + 1) !== 47) return null;
  const found = matchAt(CLOSE, text, pos);
  return found === null ? null : { name: found[1] ?? '', end: pos + found[0].length };
}

/** Puts the attribute behind the white space at `pos` into `attributes`; the offset behind it, `pos` when there is none. */
function readAttribute(text: string, pos: number, attributes: Map<string, string>): number {
  const start = skipSpace(text, pos);
  const name = start > pos ? matchAt(NAME, text, start)?.[0] : undefined;
  if (name === undefined) return pos;
  const value = valueAt(text, start + name.length);
  attributes.set(name, value?.text ?? '');
  return value?.end ?? start + name.length;
}

function valueAt(text: string, pos: number): { readonly text: string; readonly end: number } | null {
  const sign = skipSpace(text, pos);
  if (text.charCodeAt(sign) !== 61) return null;
  const start = skipSpace(text, sign + 1);
  const quote = text.charAt(start);
  if (quote !== '"' && quote !== "'") {
    const word = matchAt(WORD, text, start)?.[0];
    return word === undefined ? null : { text: word, end: start + word.length };
  }
  const close = text.indexOf(quote, start + 1);
  return close < 0 ? null : { text: text.slice(start + 1, close), end: close + 1 };
}

function skipSpace(text: string, pos: number): number {
  let at = pos;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function lowerKeys(attributes: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...attributes].map(([key, value]) => [key.toLowerCase(), value]));
}
