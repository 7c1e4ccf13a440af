import { ANCHOR_NAME } from './inline-anchors.ts';

/** What stands in brackets above a block, or before quoted text. */
export interface BlockAttributes {
  /** Null for none. */
  readonly id: string | null;
  /** The first word: `source`, `discrete`, `NOTE`; empty for none. */
  readonly style: string;
  readonly options: readonly string[];
}

export const NO_ATTRIBUTES: BlockAttributes = { id: null, style: '', options: [] };

const PAIR = /^\s*([\p{L}\p{N}_][\p{L}\p{N}_.-]*)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(.*))\s*$/u;

/** Reads the text between the brackets: `style#id.role%option, name=value`. */
export function blockAttributes(list: string): BlockAttributes {
  const [first = '', ...rest] = itemsOf(list);
  const shorthand = PAIR.test(first) ? '' : first.trim();
  const named = new Map([first, ...rest].flatMap((item) => pairOf(item)));
  const id = /#([^.#%]+)/.exec(shorthand)?.[1] ?? null;
  const options = [...shorthand.matchAll(/%([^.#%]+)/g)].map(([, option]) => option as string);
  return { id: named.get('id') ?? id, style: /^[^#.%]*/.exec(shorthand)?.[0] ?? '', options };
}

function pairOf(item: string): readonly (readonly [string, string])[] {
  const found = PAIR.exec(item);
  return found === null ? [] : [[found[1] as string, found[2] ?? found[3] ?? found[4]?.trim() ?? '']];
}

/** Parts between commas; commas in quotes separate nothing. */
function itemsOf(list: string): readonly string[] {
  const items: string[] = [];
  let start = 0;
  for (let at = 0; at < list.length; at++) {
    const unit = list.charAt(at);
    if (unit === '"' || unit === "'") at = Math.max(at, closingQuote(list, unit, at));
    if (unit !== ',') continue;
    items.push(list.slice(start, at));
    start = at + 1;
  }
  return [...items, list.slice(start)];
}

/** Lists in which no quote is sought: nobody writes one this long. */
const LONGEST = 2000;

function closingQuote(list: string, quote: string, open: number): number {
  if (list.length > LONGEST) return -1;
  let end = list.indexOf(quote, open + 1);
  while (end > 0 && list.charAt(end - 1) === '\\') end = list.indexOf(quote, end + 1);
  return end;
}

const ANCHOR = new RegExp(String.raw`^\[\[(?:(${ANCHOR_NAME})(?:,(.+))?)?\]\]$`, 'u');

const LIST = /^\[(?=[\p{L}\p{N}_{,.#"'%\]])(.*)\]$/u;

/** The attributes of a line above a block; null for any other line. */
export function attributeLine(line: string): BlockAttributes | null {
  if (!line.startsWith('[') || !line.endsWith(']')) return null;
  const anchor = ANCHOR.exec(line);
  if (anchor !== null) return { ...NO_ATTRIBUTES, id: anchor[1] ?? null };
  const list = LIST.exec(line);
  return list === null ? null : blockAttributes(list[1] as string);
}

/** Attributes of two lines above the same block. */
export const bothAttributes = (above: BlockAttributes, below: BlockAttributes): BlockAttributes => ({
  id: below.id ?? above.id,
  style: below.style || above.style,
  options: [...above.options, ...below.options],
});

const TITLE_ANCHOR = new RegExp(String.raw`^\[\[(${ANCHOR_NAME})(?:,(.+))?\]\]$`, 'u');

/** A section's title without the anchor at its end. */
export interface AnchoredTitle {
  readonly title: string;
  /** Null for none. */
  readonly id: string | null;
  /** What references to it show; null: the title. */
  readonly reference: string | null;
}

/** Takes the anchor off a section's title that ends with one: `Title [[id]]`. */
export function titleAnchor(title: string): AnchoredTitle {
  const open = title.endsWith(']]') ? title.lastIndexOf('[[') : -1;
  const found = open > 0 && title.charAt(open - 1) !== '\\' ? TITLE_ANCHOR.exec(title.slice(open)) : null;
  if (found === null) return { title, id: null, reference: null };
  return { title: title.slice(0, open).trimEnd(), id: found[1] as string, reference: found[2]?.trim() ?? null };
}
