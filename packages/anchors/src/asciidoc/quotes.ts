import { blockAttributes } from './block-attributes.ts';

/** Marks around text that is formatted. */
interface Quote {
  readonly open: string;
  readonly close: string;
  /** What the marks become in HTML. */
  readonly tag: string;
  /** `free`: may stand in words; `bound`: not; `word`: holds no white space. */
  readonly kind: 'free' | 'bound' | 'word';
  /** Bound marks do not open behind letters, digits, `_`, `;`, `:`, `}` and these. */
  readonly notBehind?: string;
  /** Nor do they close before letters, digits, `_` and these. */
  readonly notBefore?: string;
  /** What stands inside of the tag around the text. */
  readonly around?: readonly [string, string];
}

/** In the order in which they are replaced. Source: Asciidoctor 2.0, `QUOTE_SUBS`. */
const QUOTES: readonly Quote[] = [
  { open: '**', close: '**', tag: 'strong', kind: 'free' },
  { open: '*', close: '*', tag: 'strong', kind: 'bound' },
  { open: '"`', close: '`"', tag: '', kind: 'bound', around: ['&#8220;', '&#8221;'] },
  { open: "'`", close: "`'", tag: '', kind: 'bound', notBehind: '`', around: ['&#8216;', '&#8217;'] },
  { open: '``', close: '``', tag: 'code', kind: 'free' },
  { open: '`', close: '`', tag: 'code', kind: 'bound', notBehind: '"\'`', notBefore: '"\'`' },
  { open: '__', close: '__', tag: 'em', kind: 'free' },
  { open: '_', close: '_', tag: 'em', kind: 'bound' },
  { open: '##', close: '##', tag: 'mark', kind: 'free' },
  { open: '#', close: '#', tag: 'mark', kind: 'bound', notBehind: '&' },
  { open: '^', close: '^', tag: 'sup', kind: 'word' },
  { open: '~', close: '~', tag: 'sub', kind: 'word' },
];

/** Formats text: what stands between marks becomes tags. */
export function withQuotes(text: string): string {
  return QUOTES.reduce((done, quote) => (done.includes(quote.open) ? withQuote(done, quote) : done), text);
}

function withQuote(text: string, quote: Quote): string {
  let out = '';
  let from = 0;
  for (let next = text.indexOf(quote.open), at = next; next >= 0; next = at) {
    at = behindList(text, quote, { at: next, from });
    const start = startOfList(text, { at, from });
    const end = opensAt(text, quote, { at, start, from }) ? endOf(text, quote, at) : -1;
    if (end === NO_END) break;
    if (end < 0) {
      at = text.indexOf(quote.open, at + 1);
      continue;
    }
    const isEscaped = start > from && text.charAt(start - 1) === '\\';
    const after = end + quote.close.length;
    out += isEscaped
      ? text.slice(from, start - 1) + text.slice(start, after)
      : text.slice(from, start) + formatted(text, quote, { at, start, end });
    from = after;
    at = text.indexOf(quote.open, from);
  }
  return out + text.slice(from);
}

const NO_END = -2;

/** The longest list of attributes before a mark, in UTF-16 code units. */
const LONGEST_LIST = 500;

/** Where the mark is that a list of attributes stands before which this mark is part of; the mark itself where it is part of none. */
function behindList(text: string, { open }: Quote, { at, from }: { at: number; from: number }): number {
  const first = Math.max(from, at - LONGEST_LIST);
  const before = text.slice(first, at);
  const begin = before.lastIndexOf('[');
  if (begin < 0 || before.includes(']', begin)) return at;
  const end = text.slice(at, at + LONGEST_LIST).indexOf(']');
  return end >= 0 && text.startsWith(open, at + end + 1) ? at + end + 1 : at;
}

/** Where the list of attributes before a mark begins; the mark itself where there is none. */
function startOfList(text: string, { at, from }: { at: number; from: number }): number {
  if (text.charAt(at - 1) !== ']' || at - 1 <= from) return at;
  const first = Math.max(from, at - LONGEST_LIST);
  const before = text.slice(first, at - 1);
  const open = before.lastIndexOf('[');
  return open < 0 || open === before.length - 1 || before.includes(']', open) ? at : first + open;
}

function opensAt(
  text: string,
  quote: Quote,
  { at, start, from }: { at: number; start: number; from: number },
): boolean {
  const behind = text.charAt(at + quote.open.length);
  if (quote.kind === 'free') return behind !== '';
  if (behind === '' || /\s/.test(behind)) return false;
  if (quote.kind === 'word' || start === from) return true;
  const before = text.charAt(start - 1);
  return !/[\p{Alphabetic}\p{M}\p{Nd}\p{Pc};:}]/u.test(before) && !(quote.notBehind ?? '').includes(before);
}

/** Where the marks that close begin; `NO_END` where no such marks are left in the text at all; -1 for none that fit. */
function endOf(text: string, quote: Quote, at: number): number {
  const from = at + quote.open.length;
  if (quote.kind === 'word') return endOfWord(text, quote.close, from);
  for (let end = text.indexOf(quote.close, from + 1); end >= 0; end = text.indexOf(quote.close, end + 1)) {
    if (quote.kind === 'free' || closesAt(text, quote, end)) return end;
  }
  return NO_END;
}

function endOfWord(text: string, close: string, from: number): number {
  const end = text.indexOf(close, from + 1);
  if (end < 0) return NO_END;
  return /\s/.test(text.slice(from, end)) ? -1 : end;
}

function closesAt(text: string, quote: Quote, end: number): boolean {
  if (/\s/.test(text.charAt(end - 1))) return false;
  const behind = text.charAt(end + quote.close.length);
  return (
    !/[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u.test(behind) && (behind === '' || !(quote.notBefore ?? '').includes(behind))
  );
}

function formatted(
  text: string,
  { open, tag, around }: Quote,
  { at, start, end }: Record<'at' | 'start' | 'end', number>,
): string {
  const content = text.slice(at + open.length, end);
  if (tag === '') return `${around?.[0]}${content}${around?.[1]}`;
  const { id } = blockAttributes(start === at ? '' : text.slice(start + 1, at - 1));
  const shown = tag === 'mark' && start !== at ? 'span' : tag;
  return `<${shown}${id === null ? '' : ` id="${id}"`}>${content}</${shown}>`;
}
