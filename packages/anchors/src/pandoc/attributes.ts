import { trimmed } from './lines.ts';

/** What stands between braces: `#id`, `.class`, `key=value`. */
export interface Attributes {
  readonly ids: readonly string[];
  readonly classes: readonly string[];
}

const ID = String.raw`#[\p{L}\p{M}\p{N}_:.-]+`;
const CLASS = String.raw`\.[\p{L}\p{M}\p{N}_:.-]+`;
const KEY = String.raw`[\p{L}_:][\p{L}\p{N}_:.-]*=(?:"[^"]*"|'[^']*'|[^\s"'{}]*)`;
const PART = new RegExp(String.raw`\s*(?:(${ID})|(${CLASS})|(${KEY})|-)(?=[\s}#.])`, 'uy');
const END = /\s*\}/y;

/** The longest list of attributes that is read, in UTF-16 code units. */
const LONGEST = 2000;

/** Reads `{#id .class key=value}` at an offset; null where there is none, or an empty one. `end`: behind the brace. */
export function attributesAt(
  text: string,
  at: number,
): { readonly attributes: Attributes; readonly end: number } | null {
  if (text.charAt(at) !== '{') return null;
  const list = text.slice(at, at + LONGEST);
  const classes: string[] = [];
  const ids: string[] = [];
  let from = 1;
  for (let part = partAt(list, from); part !== null; part = partAt(list, from)) {
    const [whole, id, name, pair] = part;
    if (id !== undefined) ids.push(id.slice(1));
    if (name !== undefined) classes.push(name.slice(1));
    if (pair?.startsWith('id=') === true) ids.push(pair.slice(3).replace(/^(["'])(.*)\1$/s, '$2'));
    from += whole.length;
  }
  END.lastIndex = from;
  const end = from > 1 ? END.exec(list) : null;
  return end === null ? null : { attributes: { ids, classes }, end: at + END.lastIndex };
}

function partAt(list: string, from: number): RegExpExecArray | null {
  PART.lastIndex = from;
  return PART.exec(list);
}

/** A text that ends with attributes. */
export interface TrailingAttributes {
  readonly before: string;
  readonly attributes: Attributes;
  /** Whether white space stands between the two. */
  readonly isApart: boolean;
}

/** Takes off the attributes that a text ends with; null for none. */
export function trailingAttributes(text: string): TrailingAttributes | null {
  const source = trimmed(text);
  if (!source.endsWith('}')) return null;
  const open = source.lastIndexOf('{');
  const found = open > 0 && source.charAt(open - 1) === '\\' ? null : attributesAt(source, open);
  if (found === null || found.end !== source.length) return null;
  const before = trimmed(source.slice(0, open));
  return { before, attributes: found.attributes, isApart: before.length < open };
}
