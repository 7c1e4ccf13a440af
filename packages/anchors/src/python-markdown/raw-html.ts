import { idsOf } from '../html/ids.ts';
import { tagAt, type Tag } from './html-tag.ts';
import type { Line } from './lines.ts';
import { stash, type Stash } from './placeholder.ts';
import { isBlank } from './whitespace.ts';

/** Python-Markdown 3.10, `core.py`: tags that begin a block of raw HTML at the start of a line. */
const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul canvas colgroup dd body dt group html iframe li legend math map noscript output object option progress script style summary tbody td textarea tfoot th thead tr video center'.split(
    ' ',
  ),
);

/** Tags that have no content. */
const EMPTY: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** How far the extraction has come. */
interface State {
  readonly lines: readonly Line[];
  readonly result: Line[];
  readonly stash: Stash;
  readonly markdownInHtml: boolean;
  at: number;
}

/**
 * Takes blocks of raw HTML out: each is a placeholder between empty lines. A block begins with a tag at the start of a line and ends
 * where that tag is closed, be it at the end of the page (Python-Markdown 3.10, `htmlparser.py`).
 */
export function withoutRawHtml(lines: readonly Line[], all: Stash, markdownInHtml: boolean): readonly Line[] {
  if (!lines.some(({ text }) => text.includes('<'))) return lines;
  const state: State = { lines, result: [], stash: all, markdownInHtml, at: 0 };
  while (state.at < lines.length) step(state);
  return state.result;
}

/** Begins a block, or passes a line over. */
function step(state: State): void {
  const line = state.lines[state.at] ?? { text: '', line: 1 };
  const indent = /^ {0,3}(?=<)/.exec(line.text)?.[0].length;
  const end = indent === undefined ? null : blockEnd(state, indent);
  if (indent === undefined || end === null) {
    state.result.push(line);
    state.at++;
    return;
  }
  takeOut(state, { line: state.at, column: indent }, end);
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** A block's end, and the tag whose content is Markdown, if that is so. */
interface End extends Place {
  readonly markdown: Tag | null;
}

function blockEnd(state: State, column: number): End | null {
  const special = specialEnd(state, column);
  if (special !== undefined) return special;
  const tag = tagAt(state.lines, { line: state.at, column });
  if (tag === null || tag.closing || !BLOCKS.has(tag.name)) return null;
  if (EMPTY.has(tag.name) || tag.empty) return { ...tag.end, markdown: null };
  const markdown =
    state.markdownInHtml && tag.attributes['markdown'] !== undefined && tag.attributes['markdown'] !== '0' ? tag : null;
  return { ...closeOf(state.lines, tag), markdown };
}

/** Comments, instructions and declarations; undefined for anything else, null for one that is not closed. */
function specialEnd({ lines, at }: State, column: number): End | null | undefined {
  const text = (lines[at]?.text ?? '').slice(column);
  const close = text.startsWith('<!--') ? '-->' : text.startsWith('<?') ? '?>' : /^<![A-Za-z[]/.test(text) ? '>' : null;
  if (close === null) return undefined;
  for (let line = at; line < lines.length; line++) {
    const found = (lines[line]?.text ?? '').indexOf(close, line === at ? column + 2 : 0);
    if (found >= 0) return { line, column: found + close.length, markdown: null };
  }
  return null;
}

/** Where the tag that opened a block is closed: every tag inside counts, one that closes an outer tag closes the inner ones too. */
function closeOf(lines: readonly Line[], first: Tag): Place {
  const open: string[] = [];
  const counts = new Map<string, number>();
  for (let tag: Tag | null = first; tag !== null; tag = nextTag(lines, afterScript(lines, tag))) {
    const count = counts.get(tag.name) ?? 0;
    if (!tag.closing && !tag.empty && !EMPTY.has(tag.name)) {
      open.push(tag.name);
      counts.set(tag.name, count + 1);
    } else if (tag.closing && count > 0) {
      for (let name = open.pop(); name !== undefined; name = name === tag.name ? undefined : open.pop())
        counts.set(name, (counts.get(name) ?? 1) - 1);
      if (open.length === 0) return tag.end;
    }
  }
  return { line: lines.length - 1, column: lines.at(-1)?.text.length ?? 0 };
}

/** The content of scripts and styles holds no tags. */
function afterScript(lines: readonly Line[], { name, closing, end }: Tag): Place {
  if (closing || (name !== 'script' && name !== 'style')) return end;
  for (let line = end.line; line < lines.length; line++) {
    const found = (lines[line]?.text ?? '').toLowerCase().indexOf(`</${name}`, line === end.line ? end.column : 0);
    if (found >= 0) return { line, column: found };
  }
  return { line: lines.length, column: 0 };
}

function nextTag(lines: readonly Line[], from: Place): Tag | null {
  let { line, column } = from;
  for (; line < lines.length; line++, column = 0) {
    const text = lines[line]?.text ?? '';
    for (let at = text.indexOf('<', column); at >= 0; at = text.indexOf('<', at + 1)) {
      const tag = tagAt(lines, { line, column: at });
      if (tag !== null) return tag;
    }
  }
  return null;
}

/** Replaces a block by a placeholder; what follows on its last line goes on as text. */
function takeOut(state: State, start: Place, end: End): void {
  const { lines, result } = state;
  const number = lines[start.line]?.line ?? 1;
  const mark = stash(state.stash, stashedOf(lines, start, end));
  const last = lines[end.line] ?? { text: '', line: number };
  const rest = last.text.slice(end.column);
  result.push({ text: '', line: number }, { text: mark, line: number }, { text: '', line: last.line });
  state.at = end.line + 1;
  if (!isBlank(rest)) result.push({ text: rest, line: last.line });
}

function stashedOf(lines: readonly Line[], start: Place, end: End): Stash[number] {
  if (end.markdown === null) return { kind: 'html', lines: cut(lines, start, end) };
  const { name, attributes } = end.markdown;
  const inner = cut(lines, end.markdown.end, end);
  const last = inner.at(-1);
  const content =
    last === undefined ? [] : [...inner.slice(0, -1), { ...last, text: last.text.replace(/<\/[^<]*$/, '') }];
  return { kind: 'element', tag: name, ids: idsOf(name, attributes), lines: content };
}

/** The lines between two places, the first and the last cut. */
function cut(lines: readonly Line[], start: Place, end: Place): readonly Line[] {
  return lines.slice(start.line, end.line + 1).map((line, i) => {
    const to = start.line + i === end.line ? end.column : line.text.length;
    return { ...line, text: line.text.slice(i === 0 ? start.column : 0, to) };
  });
}
