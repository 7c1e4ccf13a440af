/** Whether Python's `str.isspace` holds for a UTF-16 code unit. It is not what JavaScript calls white space. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 0x20 || (code >= 9 && code <= 13) || (code >= 0x1c && code <= 0x1f);
  return code === 0x85 || code === 0xa0 || code === 0x1680 || (code >= 0x2000 && isWideSpace(code));
}

function isWideSpace(code: number): boolean {
  if (code <= 0x200a) return true;
  return code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000;
}

/** Without the white space before it. */
export function stripStart(text: string): string {
  let at = 0;
  while (at < text.length && isSpace(text.charCodeAt(at))) at += 1;
  return at === 0 ? text : text.slice(at);
}

/** Without the white space behind it. */
function stripEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

/** Without the white space at both ends. */
export function strip(text: string): string {
  return stripStart(stripEnd(text));
}

/** Whether it is white space and nothing else. */
export function isBlank(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** Its words with one space between them. */
export function collapse(text: string): string {
  const words: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const start = at;
    while (at < text.length && !isSpace(text.charCodeAt(at))) at += 1;
    if (at > start) words.push(text.slice(start, at));
  }
  return words.join(' ');
}

/** How many spaces it begins with. */
export function indentOf(text: string): number {
  let at = 0;
  while (text.charCodeAt(at) === 0x20) at += 1;
  return at;
}

/** Without the spaces at both ends; other white space stays. */
export function trimSpaces(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x20) end -= 1;
  return text.slice(Math.min(indentOf(text), end), end);
}

/** A line with its tabs turned into spaces; columns count code points, as Python's do. */
export function expandTabs(line: string, size: number): string {
  const parts = line.split('\t');
  const last = parts.pop() ?? '';
  let column = 0;
  const filled = parts.map((part) => {
    column += codePoints(part);
    const fill = size - (column % size);
    column += fill;
    return part + ' '.repeat(fill);
  });
  return filled.join('') + last;
}

function codePoints(text: string): number {
  let pairs = 0;
  for (let at = 0; at < text.length; at += 1) if ((text.charCodeAt(at) & 0xfc00) === 0xd800) pairs += 1;
  return text.length - pairs;
}
