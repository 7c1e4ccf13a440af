import type { MarkdownIt, StateBlock } from 'markdown-it';
import { beginsBlock, blockTagIn, VERBATIM } from './block-tags.ts';
import { isCode, lineOf, startOf, trimmed } from './lines.ts';
import { driven } from './same-line.ts';

/**
 * HTML of pandoc's own Markdown: each tag of a block is a block by itself, and what follows it, in the same line even, is Markdown again.
 * Tokens `html_block`.
 */
export function pandocHtml(parser: MarkdownIt): void {
  parser.block.ruler.at('html_block', driven(htmlTag), { alt: [] });
  parser.block.ruler.at('paragraph', driven(paragraph));
}

const TAG = /<\/?([a-zA-Z][a-zA-Z0-9]*)(?:[\s/](?:[^<>"']|"[^"]*"|'[^']*')*)?>/y;

/** The longest tag that is looked for, in UTF-16 code units. */
const LONGEST = 5000;

function htmlTag(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const start = startOf(state, line);
  if (silent || isCode(state, line) || state.src.charAt(start) !== '<') return false;
  const end = endOfHtml(state, start, endLine);
  if (end < 0) return false;
  const token = state.push('html_block', '', 0);
  token.content = state.src.slice(start, end);
  state.line = goOn(state, line, { end, endLine });
  token.map = [line, state.line];
  return true;
}

/** Offset behind the comment or tag at `start`; -1 for one that is inline. */
function endOfHtml(state: StateBlock, start: number, endLine: number): number {
  const limit = state.eMarks[endLine - 1] ?? state.src.length;
  if (state.src.startsWith('<!--', start)) return within(state.src.indexOf('-->', start) + 3, limit);
  TAG.lastIndex = 0;
  const found = TAG.exec(state.src.slice(start, Math.min(start + LONGEST, limit)));
  const element = found?.[1]?.toLowerCase();
  if (found === null || element === undefined || !beginsBlock(element)) return -1;
  const closed = VERBATIM.has(element) && !found[0].startsWith('</') ? endOfElement(state, element, start) : -1;
  return closed >= 0 && closed <= limit ? closed : within(start + found[0].length, limit);
}

const within = (end: number, limit: number): number => (end > 2 && end <= limit ? end : -1);

/** Where each element is closed next; kept, so that what is never closed is looked for but once. */
function endOfElement(state: StateBlock, element: string, start: number): number {
  const env = state.env as Record<string, unknown>;
  const key = `mxgUnclosed:${element}`;
  if (env[key] === true) return -1;
  const closing = new RegExp(`</${element}\\s{0,9}>`, 'gi');
  closing.lastIndex = start;
  if (closing.exec(state.src) === null) env[key] = true;
  return env[key] === true ? -1 : closing.lastIndex;
}

/** Makes a line begin at `end`; gives the line at which reading goes on. */
function goOn(state: StateBlock, line: number, { end, endLine }: { end: number; endLine: number }): number {
  let last = line;
  while (last + 1 < endLine && (state.eMarks[last] ?? 0) < end) last++;
  const max = state.eMarks[last] ?? 0;
  let from = end;
  while (from < max && /[ \t]/.test(state.src.charAt(from))) from++;
  if (from >= max) return last + 1;
  state.bMarks[last] = from;
  state.tShift[last] = 0;
  state.sCount[last] = state.blkIndent;
  return last;
}

/** A paragraph; the tag of a block ends it. */
function paragraph(state: StateBlock, startLine: number, endLine: number): boolean {
  const end = endOfParagraph(state, startLine, endLine);
  const content = state.getLines(startLine, end, state.blkIndent, false);
  const tag = blockTagIn(content);
  state.line =
    tag === null || tag === 0 ? end : splitAt(state, startLine, { before: content.slice(0, tag), content, tag });
  const text = trimmed(tag === null || tag === 0 ? content : content.slice(0, tag));
  state.push('paragraph_open', 'p', 1).map = [startLine, state.line];
  Object.assign(state.push('inline', '', 0), { content: text, map: [startLine, state.line], children: [] });
  state.push('paragraph_close', 'p', -1);
  return true;
}

function endOfParagraph(state: StateBlock, startLine: number, endLine: number): number {
  const terminators = state.md.block.ruler.getRules('paragraph');
  const { parentType } = state;
  state.parentType = 'paragraph';
  let code = codeBehind(lineOf(state, startLine), 0);
  let line = startLine + 1;
  for (; line < endLine && !state.isEmpty(line); line++) {
    const source = lineOf(state, line);
    const isInCode = code >= 3 && source.startsWith('`'.repeat(code));
    if (!isInCode && !isCode(state, line) && terminators.some((rule) => rule(state, line, endLine, true))) break;
    code = codeBehind(source, code);
  }
  state.parentType = parentType;
  return line;
}

/** How many backquotes began the code that is open behind a line; 0 for none. */
function codeBehind(line: string, before: number): number {
  if (!line.includes('`')) return before;
  return (line.match(/`+/g) ?? []).reduce(
    (open, { length }) => (open === 0 ? length : open === length ? 0 : open),
    before,
  );
}

/** Makes the line that holds the tag begin with it. */
function splitAt(
  state: StateBlock,
  startLine: number,
  { before, content, tag }: { before: string; content: string; tag: number },
): number {
  const line = startLine + before.split('\n').length - 1;
  const rest = content.slice(tag).split('\n', 1)[0] ?? '';
  const start = Math.max((state.eMarks[line] ?? 0) - rest.length, state.bMarks[line] ?? 0);
  state.bMarks[line] = start;
  state.tShift[line] = 0;
  state.sCount[line] = state.blkIndent;
  return line;
}
