/** A link's text, and where it ends. */
export interface LinkText {
  readonly text: string;
  /** Offset behind the link. */
  readonly end: number;
}

/** The link that begins at a `[`: with a target in parentheses, a reference in brackets, or its own text as a reference; null for none. */
export function linkAt(source: string, at: number, references: ReadonlySet<string>): LinkText | null {
  const close = closingBracket(source, at);
  if (close < 0) return null;
  const text = source.slice(at + 1, close);
  const target = source.charAt(close + 1) === '(' ? targetEnd(source, close + 1) : -1;
  if (target >= 0) return { text, end: target };
  const [all, label = ''] = /^\s?\[([^\]]{0,1000})\]/.exec(source.slice(close + 1, close + 1010)) ?? [];
  if (all !== undefined && references.has(keyOf(label === '' ? text : label)))
    return { text, end: close + 1 + all.length };
  return references.has(keyOf(text)) ? { text, end: close + 1 } : null;
}

const keyOf = (label: string): string => label.replace(/\s*\n/g, ' ').toLowerCase();

/** Brackets inside count; code and escapes hide theirs. */
function closingBracket(source: string, at: number): number {
  let depth = 0;
  for (let i = at; i < source.length && i < at + MOST; i++) {
    const character = source.charAt(i);
    if (character === '\\') i++;
    else if (character === '`') i = endOfCode(source, i);
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return i;
  }
  return -1;
}

/** No link is longer. */
const MOST = 2000;

function endOfCode(source: string, at: number): number {
  let end = at;
  while (source.charAt(end) === '`') end++;
  const close = source.indexOf(source.slice(at, end), end);
  return close < 0 ? end - 1 : close + (end - at) - 1;
}

/** Behind `(url "title")`; less than 0 when it is never closed. Parentheses inside count, those in a title do not. */
function targetEnd(source: string, at: number): number {
  let depth = 0;
  let quote = '';
  for (let i = at; i < source.length && i < at + MOST; i++) {
    const character = source.charAt(i);
    if (character === '\\') i++;
    else if (quote !== '') quote = character === quote && /^\s*\)/.test(source.slice(i + 1, i + 20)) ? '' : quote;
    else if (/["']/.test(character) && /\s/.test(source.charAt(i - 1))) quote = character;
    else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return i + 1;
  }
  return -1;
}
