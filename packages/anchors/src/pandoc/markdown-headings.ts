import type { MarkdownIt, StateBlock } from 'markdown-it';
import { trailingAttributes } from './attributes.ts';
import { blockTagIn } from './block-tags.ts';
import { lineOf, startOf, trimmed } from './lines.ts';

/** Headings of pandoc's own Markdown: not indented, below a blank line or another block; underlined ones have one line. */
export function pandocHeadings(parser: MarkdownIt): void {
  parser.block.ruler.at('heading', markedHeading, { alt: ['blockquote'] });
  parser.block.ruler.disable('lheading');
  parser.block.ruler.before('table', 'underlined_heading', underlinedHeading);
}

const MARKED = /^(#+)(?:[ \t]|$)/;

/** Marks behind a heading; attributes may follow them, not stand before. */
const CLOSING_MARKS = /(?<=[ \t])#+(?=$|[ \t]*\{[^{}]*\}$)/;

function markedHeading(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  if ((silent && state.parentType !== 'table') || !isAtMargin(state, line)) return false;
  const source = lineOf(state, line);
  const marks = MARKED.exec(source)?.[1];
  if (marks === undefined || silent) return marks !== undefined;
  const content = trimmed(withoutClosingMarks(source.slice(marks.length)));
  if (blockTagIn(content) !== null) return false;
  put(state, { content, level: marks.length, line, end: line + 1 });
  return true;
}

/** Braces before the marks are text: a mark without meaning keeps them from being attributes. */
function withoutClosingMarks(source: string): string {
  const found = source.endsWith('#') || source.endsWith('}') ? CLOSING_MARKS.exec(source) : null;
  if (found === null || !isAttributes(source.slice(found.index + found[0].length))) return source;
  const before = source.slice(0, found.index).trimEnd();
  const behind = source.slice(found.index + found[0].length);
  return behind === '' && before.endsWith('}') ? `${before}&#8203;` : before + behind;
}

/** Lists of this kind go before headings. */
const BULLET = /^[-+*](?:[ \t]|$)/;

const isAttributes = (text: string): boolean => text === '' || trailingAttributes(text) !== null;

const UNDERLINE = /^(?:=+|-+)[ \t]*$/;

function underlinedHeading(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  if (silent || line + 1 >= endLine || !mayUnderline(state, line + 1) || !UNDERLINE.test(lineOf(state, line + 1)))
    return false;
  const content = lineOf(state, line);
  if (BULLET.test(content) || blockTagIn(content) !== null) return false;
  put(state, { content, level: lineOf(state, line + 1).startsWith('=') ? 1 : 2, line, end: line + 2 });
  return true;
}

/** Whether a line may be an underline: in a list it need not be indented. */
const mayUnderline = (state: StateBlock, line: number): boolean =>
  (state.sCount[line] ?? 0) <= state.blkIndent && /[=-]/.test(state.src.charAt(startOf(state, line)));

/** Whether a line begins where the block does that is being read. */
const isAtMargin = (state: StateBlock, line: number): boolean =>
  !state.isEmpty(line) && state.sCount[line] === state.blkIndent;

/** A heading, and the lines it takes. */
interface Heading {
  readonly content: string;
  readonly level: number;
  readonly line: number;
  readonly end: number;
}

function put(state: StateBlock, { content, level, line, end }: Heading): void {
  state.line = end;
  state.push('heading_open', `h${level}`, 1).map = [line, end];
  const inline = state.push('inline', '', 0);
  Object.assign(inline, { content, map: [line, end], children: [] });
  state.push('heading_close', `h${level}`, -1);
}
