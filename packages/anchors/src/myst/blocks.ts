import type { MarkdownIt, StateBlock } from 'markdown-it';

const ALL_BLOCKS = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };

/** Tries to read a block; whether there is one. */
type Rule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** MyST's own blocks: `% comment`, `+++`, `(name)=`. Source: mdit-py-plugins 0.6, `myst_blocks`. */
export function mystBlocks(parser: MarkdownIt): void {
  parser.block.ruler.before('blockquote', 'myst_comment', oneLine('myst_comment', /^%/), ALL_BLOCKS);
  parser.block.ruler.before('hr', 'myst_break', oneLine('myst_break', /^\+[ \t]*\+[ \t]*\+/), ALL_BLOCKS);
  parser.block.ruler.before('hr', 'myst_target', oneLine('myst_target', /^\((.+)\)=$/), ALL_BLOCKS);
}

/** Attributes in braces on a line of their own, for the block below. Source: mdit-py-plugins 0.6, `attrs_block`. */
export function blockAttributes(parser: MarkdownIt): void {
  parser.block.ruler.before('fence', 'attributes_block', oneLine('attributes_block', /^\{([^{}]*)\}$/), ALL_BLOCKS);
}

/** A line's text, without what indents it. */
const lineOf = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]).trim();

const isCode = (state: StateBlock, line: number): boolean => (state.sCount[line] ?? 0) - state.blkIndent >= 4;

/** A token for a line that a pattern fits; `content` is the pattern's first group. */
const oneLine =
  (type: string, pattern: RegExp): Rule =>
  (state, startLine, _endLine, silent) => {
    const found = isCode(state, startLine) ? null : pattern.exec(lineOf(state, startLine));
    if (found === null || silent) return found !== null;
    const token = state.push(type, '', 0);
    token.content = found[1] ?? '';
    token.map = [startLine, startLine + 1];
    state.line = startLine + 1;
    return true;
  };

/** Fences of colons: token `fence`, as for backquotes. */
export function colonFences(parser: MarkdownIt): void {
  parser.block.ruler.before('fence', 'colon_fence', colonFence, ALL_BLOCKS);
}

function colonFence(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const opened = isCode(state, startLine) ? null : /^:{3,}/.exec(lineOf(state, startLine));
  if (opened === null || silent) return opened !== null;
  const closes = (line: number): boolean => isCloser(lineOf(state, line), opened[0].length) && !isCode(state, line);
  fenced(state, {
    startLine,
    endLine,
    markup: opened[0],
    info: lineOf(state, startLine).slice(opened[0].length).trim(),
    closes,
  });
  return true;
}

const isCloser = (line: string, length: number): boolean => line.length >= length && /^:+$/.test(line);

/** Math between lines of `$$`, with an optional label behind it: token `math_block`, whose `info` is the label. Source: `dollarmath`. */
export function mathBlocks(parser: MarkdownIt): void {
  parser.block.ruler.before('fence', 'math_block', mathBlock, ALL_BLOCKS);
}

const MATH_END = /\$\$[ \t]*(?:\(([^)$\r\n]+)\))?$/;

function mathBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const first = lineOf(state, startLine);
  if (isCode(state, startLine) || !first.startsWith('$$')) return false;
  let line = startLine;
  let ended = MATH_END.exec(first.slice(2));
  while (ended === null && ++line < endLine && (state.sCount[line] ?? 0) >= state.blkIndent)
    ended = MATH_END.exec(lineOf(state, line));
  if (ended === null || silent) return ended !== null;
  const token = state.push('math_block', '', 0);
  token.info = ended[1] ?? '';
  token.map = [startLine, line + 1];
  state.line = line + 1;
  return true;
}

/** A fence that has been opened. */
interface Fence {
  readonly startLine: number;
  readonly endLine: number;
  readonly markup: string;
  readonly info: string;
  readonly closes: (line: number) => boolean;
}

function fenced(state: StateBlock, { startLine, endLine, markup, info, closes }: Fence): void {
  let line = startLine + 1;
  while (line < endLine && !isBelow(state, line) && !closes(line)) line++;
  const token = state.push('fence', 'code', 0);
  Object.assign(token, { info, markup });
  token.content = state.getLines(startLine + 1, line, state.sCount[startLine] ?? 0, true);
  state.line = line < endLine && closes(line) ? line + 1 : line;
  token.map = [startLine, state.line];
}

/** Whether a line with text is indented less than the block that is being read, so that it ends it. */
const isBelow = (state: StateBlock, line: number): boolean =>
  !state.isEmpty(line) && (state.sCount[line] ?? 0) < state.blkIndent;
