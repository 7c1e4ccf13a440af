import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/**
 * Footnotes as MyST reads them: any `[^label]` refers to one (token `footnote_ref`), whether or not it is defined; `[^label]:` opens one
 * (tokens `footnote_open`, `footnote_close`). `content` is the label. Source: mdit-py-plugins 0.6, `footnote`.
 */
export function mystFootnotes(parser: MarkdownIt): void {
  parser.block.ruler.before('reference', 'footnote_definition', definition, { alt: ['paragraph', 'reference'] });
  parser.inline.ruler.after('image', 'footnote_reference', reference);
}

const DEFINED = /\[\^([^\] ]{1,999})\]:/y;
const REFERRED = /\[\^([^\] \n]{1,999})\]/y;

/** Levels that content is indented by. */
const INDENT = 4;

function definition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  DEFINED.lastIndex = start;
  const found = (state.sCount[startLine] ?? 0) - state.blkIndent >= INDENT ? null : DEFINED.exec(state.src);
  if (found === null || DEFINED.lastIndex > (state.eMarks[startLine] ?? 0) || silent) return found !== null && silent;
  const opened = state.push('footnote_open', '', 1);
  opened.content = found[1] as string;
  opened.map = [startLine, startLine + 1];
  content(state, { startLine, endLine, from: start + found[0].length });
  state.push('footnote_close', '', -1);
  return true;
}

function content(
  state: StateBlock,
  { startLine, endLine, from }: Record<'startLine' | 'endLine' | 'from', number>,
): void {
  const { bMarks, tShift, sCount, blkIndent, parentType } = state;
  const old = [bMarks[startLine] ?? 0, tShift[startLine] ?? 0, sCount[startLine] ?? 0] as const;
  const spaces = /^[ \t]*/.exec(state.src.slice(from, state.eMarks[startLine]))?.[0].length ?? 0;
  bMarks[startLine] = from;
  tShift[startLine] = spaces;
  state.blkIndent += INDENT;
  sCount[startLine] = spaces < state.blkIndent ? spaces + state.blkIndent : spaces;
  state.parentType = 'blockquote';
  state.md.block.tokenize(state, startLine, endLine);
  Object.assign(state, { parentType, blkIndent });
  [bMarks[startLine], tShift[startLine], sCount[startLine]] = old;
}

function reference(state: StateInline, silent: boolean): boolean {
  REFERRED.lastIndex = state.pos;
  const found = REFERRED.exec(state.src);
  if (found === null || REFERRED.lastIndex > state.posMax) return false;
  if (!silent) state.push('footnote_ref', '', 0).content = found[1] as string;
  state.pos += found[0].length;
  return true;
}
