import { restOfLineIsBlank } from './characters.ts';
import type { Source } from './source.ts';

/** Text up to a closing brace. */
export interface Braces {
  readonly content: string;
  /** Offset behind the brace, or behind the line that it ends. */
  readonly end: number;
}

const CLOSING = /(?<!\\)\}/g;

/** What stands from an offset up to a closing brace that ends its line; null when it is empty or never so closed. */
export function bracesAt(source: Source, start: number): Braces | null {
  const braces = bracesWithin(source, start);
  const end = braces === null ? -1 : restOfLineIsBlank(source.text, braces.end);
  return braces === null || end < 0 ? null : { content: braces.content, end };
}

/** What stands from an offset up to a closing brace; null when it is empty or never closed. A backslash keeps a brace from closing. */
export function bracesWithin(source: Source, start: number): Braces | null {
  const close = source.next(CLOSING, start);
  return close > start ? { content: source.text.slice(start, close), end: close + 1 } : null;
}
