/** The block of settings at the head of a page. */
export interface FrontMatter {
  readonly format: 'yaml' | 'toml' | 'json';
  /** Without its fences. */
  readonly text: string;
  /** Offset in the page's text at which the content begins. */
  readonly end: number;
}

/** Each pattern is anchored, and linear: it looks for the first closing fence. */
const FENCED: readonly (readonly [FrontMatter['format'], open: RegExp, close: RegExp])[] = [
  ['yaml', /^---[ \t]*(?:\r\n|\n|\r|$)/, /(?:^|\r\n|\n|\r)---[ \t]*(?:\r\n|\n|\r|$)/g],
  ['toml', /^\+\+\+[ \t]*(?:\r\n|\n|\r|$)/, /(?:^|\r\n|\n|\r)\+\+\+[ \t]*(?:\r\n|\n|\r|$)/g],
];

/** The front matter of a page that begins with one; null for none, or one that is never closed. A byte order mark may stand before it. */
export function frontMatterOf(page: string): FrontMatter | null {
  const start = page.startsWith('\ufeff') ? 1 : 0;
  for (const [format, open, close] of FENCED) {
    const opened = open.exec(page.slice(start, start + 100));
    if (opened === null) continue;
    const from = start + opened[0].length;
    const rest = page.slice(from);
    close.lastIndex = 0;
    const closed = close.exec(rest);
    if (closed === null) return null;
    return { format, text: rest.slice(0, closed.index), end: from + closed.index + closed[0].length };
  }
  return null;
}

/** The page with its front matter blanked: as many lines, so that line numbers stay. */
export function withoutFrontMatter(page: string): string {
  const found = frontMatterOf(page);
  if (found === null) return page;
  return page.slice(0, found.end).replace(/[^\r\n]+/g, '') + page.slice(found.end);
}

/** The same for generators that pass over space before front matter. */
export function withoutLateFrontMatter(page: string): string {
  const space = /^\s*(?=---|\+\+\+)/.exec(page)?.[0] ?? '';
  return space + withoutFrontMatter(page.slice(space.length));
}
