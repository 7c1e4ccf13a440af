/** One entry of a style: `key=value`, or a bare word (a named style such as `ellipse`) with the value null. */
export interface StyleEntry {
  readonly key: string;
  readonly value: string | null;
}

/** A cell's style: the text as written and its entries in order. Of a repeated key the last one counts. */
export interface Style {
  readonly text: string;
  readonly entries: readonly StyleEntry[];
}

/** The style of a cell without one. */
export const emptyStyle: Style = { text: '', entries: [] };

/**
 * Reads a style string. White space around keys and entries is dropped (draw.io's users break styles over lines), inside
 * values it stays; empty entries are skipped. Never fails.
 * @param known entries by their text, shared and added to: what many styles have in common is read and held once
 */
export function parseStyle(text: string, known = new Map<string, StyleEntry>()): Style {
  if (text === '') return emptyStyle;
  const entries: StyleEntry[] = [];
  for (const part of text.split(';')) {
    let entry = known.get(part);
    if (entry === undefined) {
      entry = parseEntry(part.trim());
      known.set(part, entry);
    }
    if (entry.key !== '' || entry.value !== null) entries.push(entry);
  }
  return { text, entries };
}

function parseEntry(entry: string): StyleEntry {
  const equals = entry.indexOf('=');
  if (equals < 0) return { key: entry, value: null };
  return { key: entry.slice(0, equals).trimEnd(), value: entry.slice(equals + 1) };
}

/** The names of the named styles, in order: `['ellipse']` of `ellipse;html=1`. */
export function styleNames(style: Style): string[] {
  return style.entries.filter((entry) => entry.value === null).map((entry) => entry.key);
}

/** The value of a key, or null when the style does not have it. */
export function styleValue(style: Style, key: string): string | null {
  const { entries } = style;
  if (entries.length > MANY) return valuesOf(style).get(key) ?? null;
  for (let i = entries.length - 1; i >= 0; i--) {
    const entry = entries[i];
    if (entry?.key === key && entry.value !== null) return entry.value;
  }
  return null;
}

/** No style that draw.io writes has as many entries: such a one is indexed when it is first asked. */
const MANY = 64;

const indexed = new WeakMap<Style, ReadonlyMap<string, string>>();

function valuesOf(style: Style): ReadonlyMap<string, string> {
  const known = indexed.get(style);
  if (known !== undefined) return known;
  const values = new Map(
    style.entries.flatMap(({ key, value }): [string, string][] => (value === null ? [] : [[key, value]])),
  );
  indexed.set(style, values);
  return values;
}

/** The number of a key; `fallback` when it is missing or no finite number. */
export function styleNumber(style: Style, key: string, fallback: number): number {
  const value = Number.parseFloat(styleValue(style, key) ?? '');
  return Number.isFinite(value) ? value : fallback;
}

/** Whether a key is on: `1` is, `0` and anything else is not; `fallback` when it is missing. */
export function styleFlag(style: Style, key: string, fallback = false): boolean {
  const value = styleValue(style, key);
  return value === null ? fallback : value === '1';
}

/**
 * The style with one key set (value null: removed). All else of the text stays as written: the entry that counts is changed
 * in place; a new one goes to the end.
 */
export function withStyle(style: Style, key: string, value: string | null): Style {
  const parts = style.text.split(';');
  if (value === null) return parseStyle(parts.filter((part) => keyOf(part) !== key).join(';'));
  const last = parts.findLastIndex((part) => keyOf(part) === key);
  if (last >= 0) {
    const part = parts[last] ?? '';
    return parseStyle(parts.with(last, part.slice(0, part.indexOf('=') + 1) + value).join(';'));
  }
  const open = style.text.trim() !== '' && !style.text.trimEnd().endsWith(';');
  return parseStyle(`${style.text}${open ? ';' : ''}${key}=${value};`);
}

/** The key of an entry as written; empty for a bare word. */
const keyOf = (part: string): string => part.slice(0, Math.max(0, part.indexOf('='))).trim();
