import { contentStart } from './front-matter.ts';
import type { Line } from './lines.ts';
import { expandTabs, isBlank } from './whitespace.ts';

/** Columns of a tab, and of the indent that makes code and nested content. */
export const TAB = 4;

/** Marks the begin and the end of a placeholder; a page's own are taken away. */
export const STX = '\u0002';
export const ETX = '\u0003';

/** A page as its file has it: a line an entry, without their ends. */
export function pageLines(text: string): readonly string[] {
  const page = text.startsWith('\ufeff') ? text.slice(1) : text;
  return page.includes('\r') ? page.replace(/\r\n?/g, '\n').split('\n') : page.split('\n');
}

/** The lines of a page's content as the parser wants them: no front matter, no tabs, no lines of nothing but spaces. */
export function contentLines(page: readonly string[]): readonly Line[] {
  const start = contentStart(page);
  const lines: Line[] = [];
  for (let at = start; at < page.length; at += 1) {
    const text = normalized(page[at] ?? '');
    const empty = at > start && text.charCodeAt(0) === 0x20 && isOnlySpaces(text);
    lines.push({ text: empty ? '' : text, line: at + 1 });
  }
  return lines.every(({ text }) => isBlank(text)) ? [] : lines;
}

function normalized(text: string): string {
  const clean = text.includes(STX) || text.includes(ETX) ? text.replaceAll(STX, '').replaceAll(ETX, '') : text;
  return clean.includes('\t') ? expandTabs(clean, TAB) : clean;
}

function isOnlySpaces(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) !== 0x20) return false;
  return true;
}
