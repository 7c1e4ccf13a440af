import type { MarkdownIt, StateBlock } from 'markdown-it';

/**
 * Definition lists: a term of one line, then, after at most one blank line, definitions that begin with `:` or `~` and white space. Tokens
 * `dl_open`, `dt_open`, `inline`, `dt_close`, `dd_open`, …
 */
export function definitionLists(parser: MarkdownIt): void {
  parser.block.ruler.before('paragraph', 'definition_list', definitionList, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
}

const COLON = 0x3a;
const TILDE = 0x7e;
const SPACE = 0x20;
const TAB = 0x09;

/** Offset at which a definition's content begins behind the marker that `line` begins with; -1 where it begins with none. */
function markedContent(state: StateBlock, line: number): number {
  const start = startOf(state, line);
  const end = state.eMarks[line] ?? 0;
  const marker = state.src.charCodeAt(start);
  if (start >= end || (marker !== COLON && marker !== TILDE) || state.isEmpty(line)) return -1;
  let at = start + 1;
  while (at < end && isBlank(state.src.charCodeAt(at))) at++;
  return at === start + 1 || at >= end ? -1 : at;
}

const startOf = (state: StateBlock, line: number): number => (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);

const isBlank = (code: number): boolean => code === SPACE || code === TAB;

/** Whether the lines that begin at `line` stand in the block that is being read. */
const isInside = (state: StateBlock, line: number, endLine: number): boolean =>
  line < endLine && (state.sCount[line] ?? 0) >= state.blkIndent && (state.sCount[line] ?? 0) < state.blkIndent + 4;

/** The line of the first definition below the term at `line`; -1 for none. */
function definitionBelow(state: StateBlock, line: number, endLine: number): number {
  const below = line + 1 < endLine && state.isEmpty(line + 1) ? line + 2 : line + 1;
  return isInside(state, below, endLine) && markedContent(state, below) >= 0 ? below : -1;
}

const KEY = 'mxgInDefinition';

/** Inside a definition, another one ends a paragraph. */
const isInDefinition = (state: StateBlock): boolean => (state.env as Record<string, unknown>)[KEY] === true;

function setInDefinition(state: StateBlock, isInside: boolean): void {
  (state.env as Record<string, unknown>)[KEY] = isInside;
}

function definitionList(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent) return isInDefinition(state) && markedContent(state, startLine) >= 0;
  if (definitionBelow(state, startLine, endLine) < 0) return false;
  state.push('dl_open', 'dl', 1).map = [startLine, startLine + 1];
  let line = startLine;
  while (isInside(state, line, endLine) && !state.isEmpty(line) && definitionBelow(state, line, endLine) >= 0) {
    line = item(state, line, endLine);
    const next = state.skipEmptyLines(line);
    if (next < endLine && definitionBelow(state, next, endLine) >= 0) line = next;
  }
  state.push('dl_close', 'dl', -1);
  state.line = line;
  return true;
}

/** Reads a term and its definitions; gives the line behind them. */
function item(state: StateBlock, termLine: number, endLine: number): number {
  state.push('dt_open', 'dt', 1).map = [termLine, termLine + 1];
  const inline = state.push('inline', '', 0);
  inline.map = [termLine, termLine + 1];
  inline.content = state.getLines(termLine, termLine + 1, state.blkIndent, false).trim();
  inline.children = [];
  state.push('dt_close', 'dt', -1);
  let line = definitionBelow(state, termLine, endLine);
  for (let next = line; next >= 0;) {
    line = definition(state, next, endLine);
    const below = state.skipEmptyLines(line);
    next = isInside(state, below, endLine) && markedContent(state, below) >= 0 ? below : -1;
  }
  return line;
}

/** Reads a definition; gives the line behind it. */
function definition(state: StateBlock, line: number, endLine: number): number {
  const content = markedContent(state, line);
  const start = startOf(state, line);
  const { tight, blkIndent, parentType } = state;
  const wasInside = isInDefinition(state);
  const old = [state.tShift[line] ?? 0, state.sCount[line] ?? 0] as const;
  state.push('dd_open', 'dd', 1).map = [line, line + 1];
  const indent = Math.min((state.sCount[line] ?? 0) + content - start, blkIndent + 4);
  state.tight = true;
  setInDefinition(state, true);
  state.blkIndent = indent;
  state.tShift[line] = content - (state.bMarks[line] ?? 0);
  state.sCount[line] = (state.sCount[line] ?? 0) + content - start;
  state.parentType = 'list';
  state.md.block.tokenize(state, line, endLine);
  [state.tShift[line], state.sCount[line]] = old;
  Object.assign(state, { tight, blkIndent, parentType });
  setInDefinition(state, wasInside);
  state.push('dd_close', 'dd', -1);
  return state.line;
}
