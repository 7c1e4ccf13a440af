import { decodeHTML } from 'entities';
import { idsInHtml } from '../html/ids.ts';
import { attributesBehind } from './attributes.ts';
import { emphasisAt } from './emphasis.ts';
import { linkAt } from './link.ts';

/** What inline text becomes, as far as ids depend on it. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  /** A raw tag or comment. */
  | { readonly kind: 'raw'; readonly ids: readonly string[] }
  /** A reference to a footnote. */
  | { readonly kind: 'footnote'; readonly label: string }
  | { readonly kind: 'element'; readonly ids: readonly string[]; readonly children: readonly Inline[] };

/** What inline text may refer to, and what marks it may have. */
export interface InlineContext {
  readonly extensions: ReadonlySet<string>;
  /** In lower case. */
  readonly references: ReadonlySet<string>;
  readonly footnotes: { readonly has: (label: string) => boolean };
}

/** Stands before a character that was escaped, so that it is no mark any more; `plainText` takes it away. */
const ESCAPED = '\u0002';

/** Text without the marks of escapes. */
export const plainText = (text: string): string => text.replaceAll(ESCAPED, '');

/** What a piece of syntax gives, and where it ends. */
interface Taken {
  readonly inline: readonly Inline[];
  readonly end: number;
}

/** Longer text is not looked at for marks of emphasis and links. */
const LONGEST = 20_000;

const SPECIAL = /[\\`![<&*_~^=:]/g;

/** Reads inline Markdown (Python-Markdown 3.10, `inlinepatterns.py`; pymdownx 11). */
export function readInline(source: string, context: InlineContext, depth = 0): readonly Inline[] {
  const result: Inline[] = [];
  let from = 0;
  const flush = (to: number) => {
    if (to > from) result.push({ kind: 'text', text: source.slice(from, to) });
  };
  if (source.length > LONGEST || depth > 20) return [{ kind: 'text', text: source }];
  for (let at = nextSpecial(source, 0); at < source.length;) {
    const taken = takeAt(source, at, { context, depth });
    if (taken === null) {
      at = nextSpecial(source, at + 1);
      continue;
    }
    flush(at);
    result.push(...taken.inline);
    from = taken.end;
    at = nextSpecial(source, from);
  }
  flush(source.length);
  return result;
}

function nextSpecial(source: string, from: number): number {
  SPECIAL.lastIndex = from;
  return SPECIAL.exec(source)?.index ?? source.length;
}

interface Where {
  readonly context: InlineContext;
  readonly depth: number;
}

function takeAt(source: string, at: number, where: Where): Taken | null {
  const taken = TAKERS[source.charAt(at)]?.(source, at, where) ?? null;
  const [only] = taken?.inline ?? [];
  if (taken === null || only?.kind !== 'element' || !where.context.extensions.has('attr_list')) return taken;
  const found = attributesBehind(source.slice(taken.end, taken.end + 500));
  if (found === null) return taken;
  const end = taken.end + Math.min(500, source.length - taken.end) - found.text.length;
  return { inline: [{ ...only, ids: found.id === null ? only.ids : [found.id] }], end };
}

type Taker = (source: string, at: number, where: Where) => Taken | null;

const text = (value: string): Inline => ({ kind: 'text', text: value });
const element = (children: readonly Inline[]): Inline => ({ kind: 'element', ids: [], children });

/** Characters that a backslash takes the meaning from; tables and marks of pymdownx add to them. */
const ESCAPABLE = '\\`*_{}[]()>#+-.!|~^=:';

const escape: Taker = (source, at) => {
  const next = source.charAt(at + 1);
  return next !== '' && ESCAPABLE.includes(next) ? { inline: [text(ESCAPED + next)], end: at + 2 } : null;
};

/** `#!python` or `:::python` at the head of code tells its language (pymdownx.inlinehilite). */
const LANGUAGE = /^(?::{3,}|#!)[\w#.+-]*\s+/;

const code: Taker = (source, at, { context }) => {
  const marks = /^`+/.exec(source.slice(at, at + 1000))?.[0] ?? '`';
  for (let close = source.indexOf(marks, at + marks.length); close >= 0;) {
    let end = close;
    while (source.charAt(end) === '`') end++;
    if (end - close === marks.length && close > at + marks.length) {
      const inner = source.slice(at + marks.length, close).trim();
      const shown = context.extensions.has('pymdownx.inlinehilite') ? inner.replace(LANGUAGE, '') : inner;
      return { inline: [element([text([...shown].map((character) => ESCAPED + character).join(''))])], end };
    }
    close = source.indexOf(marks, end);
  }
  return { inline: [text(marks)], end: at + marks.length };
};

const image: Taker = (source, at, where) => {
  const link = source.charAt(at + 1) === '[' ? linkAt(source, at + 1, where.context.references) : null;
  return link === null ? null : { inline: [element([])], end: link.end };
};

const link: Taker = (source, at, { context, depth }) => {
  const note = /^\[\^([^\]]{0,500})\]/.exec(source.slice(at, at + 510));
  if (note !== null && context.footnotes.has(note[1] ?? ''))
    return { inline: [{ kind: 'footnote', label: note[1] ?? '' }], end: at + note[0].length };
  const found = linkAt(source, at, context.references);
  return found === null ? null : { inline: [element(readInline(found.text, context, depth + 1))], end: found.end };
};

const AUTOLINK = /^<(?:((?:f|ht)tps?:\/\/[^<>]*)|([^<> !]+@[^@<> ]+))>/i;
const RAW = /^<(?:\/?[a-zA-Z][^<>@ ]*(?: [^<>]*)?|!--(?:(?!<!--|-->)[^])*--)>/;

const angle: Taker = (source, at) => {
  const rest = source.slice(at);
  const auto = AUTOLINK.exec(rest);
  if (auto !== null) return { inline: [element([text(auto[1] ?? auto[2] ?? '')])], end: at + auto[0].length };
  const raw = RAW.exec(rest)?.[0];
  return raw === undefined
    ? null
    : { inline: [{ kind: 'raw', ids: idsInHtml(raw).map(({ id }) => id) }], end: at + raw.length };
};

const ENTITY = /^&(?:[a-zA-Z0-9]{1,50}|#[0-9]{1,10}|#x[0-9a-fA-F]{1,8});/;

const entity: Taker = (source, at) => {
  const found = ENTITY.exec(source.slice(at, at + 60))?.[0];
  return found === undefined ? null : { inline: [text(decodeHTML(found))], end: at + found.length };
};

const emphasis: Taker = (source, at, { context, depth }) => {
  const found = emphasisAt(source, at);
  if (found === null) return null;
  if (found.inner === null) return { inline: [text(found.marks)], end: found.end };
  return { inline: [element(readInline(found.inner, context, depth + 1))], end: found.end };
};

/** Marks of pymdownx, by the extension that brings them. */
const PAIRS: readonly (readonly [extension: string, pattern: RegExp])[] = [
  ['pymdownx.tilde', /^(~~)(?=\S)([^~]+?)(?<=\S)\1|^(~)(?=\S)([^~\s]+)~/],
  ['pymdownx.caret', /^(\^\^)(?=\S)([^^]+?)(?<=\S)\1|^(\^)(?=\S)([^^\s]+)\^/],
  ['pymdownx.mark', /^(==)(?=\S)([^=]+?)(?<=\S)\1/],
];

const pair: Taker = (source, at, { context, depth }) => {
  for (const [extension, pattern] of PAIRS) {
    if (!context.extensions.has(extension)) continue;
    const found = pattern.exec(source.slice(at, at + 1000));
    const inner = found?.[2] ?? found?.[4];
    if (found != null && inner !== undefined)
      return { inline: [element(readInline(inner, context, depth + 1))], end: at + found[0].length };
  }
  return null;
};

/** With pymdownx.emoji, `:name:` is a picture. */
const emoji: Taker = (source, at, { context }) => {
  const found = context.extensions.has('pymdownx.emoji')
    ? /^:[\w+-]{1,100}:/.exec(source.slice(at, at + 110))?.[0]
    : undefined;
  return found === undefined ? null : { inline: [element([])], end: at + found.length };
};

const TAKERS: Readonly<Record<string, Taker>> = {
  '\\': escape,
  '`': code,
  '!': image,
  '[': link,
  '<': angle,
  '&': entity,
  '*': emphasis,
  _: emphasis,
  '~': pair,
  '^': pair,
  '=': pair,
  ':': emoji,
};
