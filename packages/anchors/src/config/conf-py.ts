import type { Reading } from '@mxg/model';
import type { Config } from './config.ts';
import { unreadValue } from './problem.ts';

/** An assignment at the left margin: nothing inside of functions and conditions is read. */
const ASSIGNMENT = /^([A-Za-z_]\w*)[ \t]*(?::[^=\n]{1,100})?=(?!=)[ \t]*/gm;

/**
 * Reads the settings of a Sphinx `conf.py` without running it: names that are assigned a literal (text, number, `True`, `False`, `None`,
 * and lists, tuples, sets and mappings of those). Any other value has a diagnostic of severity `info`. Never throws.
 */
export function readConfPy(text: string): Reading<Config> {
  const entries: [string, unknown][] = [];
  const unread: { readonly name: string; readonly offset: number }[] = [];
  for (const { 0: head, 1: name = '', index } of text.matchAll(ASSIGNMENT)) {
    const read = literalAt(text, index + head.length, 0);
    if (read !== null && endsHere(text, read.end)) entries.push([name, read.value]);
    else unread.push({ name, offset: index });
  }
  const reason = 'it is no literal';
  const diagnostics = unread.map(({ name, offset }) => unreadValue(name, { offset, reason }));
  return { value: Object.fromEntries(entries), diagnostics };
}

interface Read {
  readonly value: unknown;
  /** Offset behind it. */
  readonly end: number;
}

/** Deeper nesting is no setting. */
const DEEPEST = 50;

const BLANK = /(?:[ \t\r\n]|\\\r?\n|#[^\n]*)*/y;
const NUMBER = /-?\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?/iy;
const WORD = /[A-Za-z_]\w*/y;
const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['True', true],
  ['False', false],
  ['None', null],
]);

function literalAt(text: string, at: number, depth: number): Read | null {
  const string = stringsAt(text, at);
  if (string !== null) return string;
  const closing = CLOSING[text[at] ?? ''];
  if (closing !== undefined) return depth < DEEPEST ? itemsAt(text, at + 1, { closing, depth }) : null;
  const number = match(NUMBER, text, at);
  if (number !== null) return { value: Number(number.replaceAll('_', '')), end: at + number.length };
  const word = match(WORD, text, at);
  return word !== null && WORDS.has(word) ? { value: WORDS.get(word), end: at + word.length } : null;
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };

function match(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

const afterBlank = (text: string, at: number): number => at + (match(BLANK, text, at)?.length ?? 0);

/** The items of a list, or the entries of a mapping, up to the bracket that closes it; what stands alone in round ones is itself. */
function itemsAt(text: string, from: number, how: { readonly closing: string; readonly depth: number }): Read | null {
  const items: unknown[] = [];
  const entries: [string, unknown][] = [];
  let hasComma = false;
  for (let at = afterBlank(text, from); ;) {
    if (text[at] === how.closing) {
      const value = how.closing === ')' && items.length === 1 && !hasComma ? items[0] : emptyOr(items, how.closing);
      return { value: entries.length > 0 ? Object.fromEntries(entries) : value, end: at + 1 };
    }
    const item = literalAt(text, at, how.depth + 1);
    if (item === null) return null;
    at = afterBlank(text, item.end);
    if (text[at] === ':') {
      const value = literalAt(text, afterBlank(text, at + 1), how.depth + 1);
      if (value === null) return null;
      entries.push([String(item.value), value.value]);
      at = afterBlank(text, value.end);
    } else items.push(item.value);
    hasComma ||= text[at] === ',';
    if (text[at] === ',') at = afterBlank(text, at + 1);
    else if (text[at] !== how.closing) return null;
  }
}

const emptyOr = (items: readonly unknown[], closing: string): unknown =>
  items.length === 0 && closing === '}' ? {} : items;

const QUOTE = /([rRuU]?)("""|\x27\x27\x27|"|\x27)/y;

/** A text; several beside each other are one. */
function stringsAt(text: string, at: number): Read | null {
  let end = at;
  let value = '';
  for (;;) {
    const start = end === at ? at : afterBlank(text, end);
    QUOTE.lastIndex = start;
    const [opening = '', prefix = '', quote = ''] = QUOTE.exec(text) ?? [];
    const close = opening === '' ? -1 : closeOf(text, start + opening.length, quote);
    if (close < 0) return end === at ? null : { value, end };
    const inside = text.slice(start + opening.length, close);
    value += /r/i.test(prefix) ? inside : unescaped(inside);
    end = close + quote.length;
  }
}

/** Where a text ends; less than 0 when it does not. */
function closeOf(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text.startsWith(quote, at)) return at;
    else if (text[at] === '\n' && quote.length === 1) return -1;
  }
  return -1;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' };

const unescaped = (text: string): string =>
  text.replace(/\\([\s\S])/g, (_, letter: string) => ESCAPES[letter] ?? letter);

/** Whether nothing but a comment follows on the line. */
const endsHere = (text: string, at: number): boolean => /^[ \t]*(?:#[^\n]*)?(?:\r?\n|$)/.test(text.slice(at, at + 500));
