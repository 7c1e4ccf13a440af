/** Consecutive lines of a page, without what indents them. */
export interface Lines {
  /** Without white space at their ends. */
  readonly text: readonly string[];
  /** Number of the first line in the page, from 1. */
  readonly first: number;
}

/** The lines of a page as docutils reads them: tabs to columns of eight, no white space at the ends. */
export function linesOf(page: string): Lines {
  const text = page
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\n\r\x1c-\x1e\x85\u2028\u2029]/)
    .map((line) => withoutTabs(line).trimEnd());
  if (text.at(-1) === '') text.pop();
  return { text, first: 1 };
}

function withoutTabs(line: string): string {
  if (!/[\t\v\f\0]/.test(line)) return line;
  let out = '';
  for (const part of line
    .replace(/[\v\f]/g, ' ')
    .replaceAll('\0', '\ufffd')
    .split(/(?<=\t)/)) {
    out += part.endsWith('\t') ? part.slice(0, -1) + ' '.repeat(8 - ((out.length + part.length - 1) % 8)) : part;
  }
  return out;
}

/** Indented lines, and the index behind them. */
export interface Indented {
  readonly lines: Lines;
  readonly end: number;
}

/** How many spaces a line begins with. */
const indentOf = (line: string): number => line.length - line.trimStart().length;

/** The indented and blank lines from `start` on, less what they have in common; blank lines at the beginning left out. */
export function indentedAt(lines: Lines, start: number): Indented {
  const end = endOfIndented(lines, start);
  return { lines: trimmed(lines, start, end, commonIndent(lines.text, start, end)), end };
}

/** The same where the first line's indentation is `indent`, being a marker; the lines below have what they have in common. */
export function indentedBehind(lines: Lines, start: number, indent: number): Indented {
  const end = endOfIndented(lines, start + 1);
  return { lines: behindMarker(lines, { start, end, indent, below: commonIndent(lines.text, start + 1, end) }), end };
}

/** A list item's lines: its marker is `indent` wide; where text follows it, that is how far the lines below must be indented. */
export function itemAt(lines: Lines, start: number, indent: number): Indented {
  if ((lines.text[start] ?? '').length <= indent) return indentedBehind(lines, start, indent);
  const end = endOfIndented(lines, start + 1, indent);
  return { lines: behindMarker(lines, { start, end, indent, below: indent }), end };
}

function endOfIndented({ text }: Lines, start: number, indent = 1): number {
  let end = start;
  while (end < text.length && isIndented(text[end] as string, indent)) end++;
  return end;
}

const isIndented = (line: string, indent: number): boolean =>
  line === '' || (line.charCodeAt(0) === 0x20 && indentOf(line) >= indent);

function commonIndent(text: readonly string[], start: number, end: number): number {
  let common = Infinity;
  for (let at = start; at < end; at++) {
    const line = text[at] as string;
    if (line !== '') common = Math.min(common, indentOf(line));
  }
  return common === Infinity ? 0 : common;
}

function trimmed({ text, first }: Lines, start: number, end: number, indent: number): Lines {
  let from = start;
  while (from < end && text[from] === '') from++;
  return { text: text.slice(from, end).map((line) => line.slice(indent)), first: first + from };
}

function behindMarker(
  lines: Lines,
  { start, end, indent, below }: Record<'start' | 'end' | 'indent' | 'below', number>,
): Lines {
  const head = (lines.text[start] ?? '').slice(indent);
  const rest = trimmed(lines, start + 1, end, below);
  if (head.trim() === '') return rest;
  const skipped = rest.first - lines.first - start - 1;
  return {
    text: [head, ...Array<string>(rest.text.length === 0 ? 0 : skipped).fill(''), ...rest.text],
    first: lines.first + start,
  };
}
