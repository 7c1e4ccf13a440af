/**
 * What Ruby's `\s` takes, for a character class. JavaScript's `\s` takes the spaces of Unicode too, and must not be used for
 * what kramdown matches.
 */
export const SPACE = ' \\t\\r\\n\\f\\v';

/** The same without the line feed. */
export const BLANK = ' \\t\\r\\f\\v';

/** Name of an HTML tag or attribute, perhaps with a prefix (REXML 3, `UNAME_STR`); needs the flag `u`. */
const NC_NAME = '[\\p{Alphabetic}_][-\\p{Alphabetic}\\p{Nd}._]*';
export const TAG_NAME = `(?:${NC_NAME}:)?${NC_NAME}`;

/** Names in attribute lists, of footnotes and of extensions. */
export const LIST_NAME = '\\w[\\w-]*';

const NEWLINE = 10;

/** Without Ruby's white space and NULs at both ends. */
export function strip(text: string): string {
  return stripStart(stripEnd(text));
}

/** Without Ruby's white space and NULs at the end. */
export function stripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpaceOrNul(text.charCodeAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** Without Ruby's white space and NULs at the beginning. */
export function stripStart(text: string): string {
  let start = 0;
  while (start < text.length && isSpaceOrNul(text.charCodeAt(start))) start += 1;
  return text.slice(start);
}

/** Whether a code unit is white space to Ruby. */
export function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Offset behind the line feed that ends the line at `pos`, or the text's end. */
export function lineEnd(text: string, pos: number): number {
  const end = text.indexOf('\n', pos);
  return end < 0 ? text.length : end + 1;
}

/** Offset behind white space and the first line feed at `pos`; -1 when something else stands there. */
export function restOfLineIsBlank(text: string, pos: number): number {
  let at = pos;
  while (at < text.length && isSpace(text.charCodeAt(at))) {
    if (text.charCodeAt(at) === NEWLINE) return at + 1;
    at += 1;
  }
  return -1;
}

/** How many of at most three spaces stand at `pos`. */
export function indentAt(text: string, pos: number): number {
  let count = 0;
  while (count < 3 && text.charCodeAt(pos + count) === 32) count += 1;
  return count;
}

function isSpaceOrNul(code: number): boolean {
  return code === 0 || isSpace(code);
}
