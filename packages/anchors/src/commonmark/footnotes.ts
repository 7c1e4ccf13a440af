import type { MarkdownIt, StateBlock, StateInline } from 'markdown-it';

/** A footnote that a page defines, and how it is referred to. */
export interface Footnote {
  /** As written where it is defined. */
  readonly label: string;
  /** Its place among the footnotes that are referred to, from 1, in the order of first references; 0 before any. */
  number: number;
  /** References met so far. */
  references: number;
}

const KEY = 'mxgFootnotes';

/** The footnotes of a page, by label in upper case. */
export function footnotesOf(env: Record<string, unknown>): Map<string, Footnote> {
  const known = env[KEY];
  if (known instanceof Map) return known as Map<string, Footnote>;
  const made = new Map<string, Footnote>();
  env[KEY] = made;
  return made;
}

/**
 * GFM's footnotes, as cmark-gfm and micromark-extension-gfm-footnote read them: `[^label]: text` opens a container (tokens
 * `footnote_open`, `footnote_close`; `meta.footnote` is the `Footnote`), `[^label]` refers to a definition anywhere in the page (token
 * `footnote_ref`, `meta` has also `nth`, which reference to it this is); without a definition it is text.
 */
export function footnotes(parser: MarkdownIt): void {
  parser.block.ruler.before('reference', 'footnote_definition', definition, {
    alt: ['paragraph', 'reference', 'blockquote', 'list'],
  });
  parser.inline.ruler.before('link', 'footnote_reference', reference);
}

/** Labels hold no white space and no brackets unless escaped. */
const LABEL = /\[\^((?:[^\s[\]\\]|\\.){1,999})\]/y;

function labelAt(text: string, at: number): string | null {
  if (text.charCodeAt(at + 1) !== CARET) return null;
  LABEL.lastIndex = at;
  return LABEL.exec(text)?.[1] ?? null;
}

const CARET = 0x5e;
const COLON = 0x3a;

function definition(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0);
  if (isCode(state, startLine) || state.src.charCodeAt(start) !== 0x5b) return false;
  const label = labelAt(state.src, start);
  const colon = start + (label?.length ?? 0) + 3;
  if (label === null || state.src.charCodeAt(colon) !== COLON) return false;
  if (silent) return true;
  const footnote: Footnote = { label, number: 0, references: 0 };
  const known = footnotesOf(state.env);
  if (!known.has(label.toUpperCase())) known.set(label.toUpperCase(), footnote);
  const opened = state.push('footnote_open', '', 1);
  opened.meta = { footnote };
  opened.map = [startLine, startLine + 1];
  content(state, startLine, endLine, colon + 1);
  state.push('footnote_close', '', -1).meta = { footnote };
  return true;
}

const isCode = (state: StateBlock, line: number): boolean => (state.sCount[line] ?? 0) - state.blkIndent >= 4;

/** Reads what stands behind `[^label]:` and in the lines below that are indented by four columns. */
function content(state: StateBlock, startLine: number, endLine: number, from: number): void {
  const { bMarks, tShift, sCount, blkIndent, parentType } = state;
  const old = [bMarks[startLine] ?? 0, tShift[startLine] ?? 0, sCount[startLine] ?? 0] as const;
  const spaces = /^[ \t]*/.exec(state.src.slice(from, state.eMarks[startLine]))?.[0].length ?? 0;
  bMarks[startLine] = from;
  tShift[startLine] = spaces;
  state.blkIndent += 4;
  sCount[startLine] = state.blkIndent;
  state.parentType = 'blockquote';
  state.md.block.tokenize(state, startLine, endLine);
  state.parentType = parentType;
  state.blkIndent = blkIndent;
  [bMarks[startLine], tShift[startLine], sCount[startLine]] = old;
}

function reference(state: StateInline, silent: boolean): boolean {
  const label = labelAt(state.src, state.pos);
  const footnote = label === null ? undefined : footnotesOf(state.env).get(label.toUpperCase());
  if (label === null || footnote === undefined) return false;
  if (!silent) refer(state, footnote);
  state.pos += label.length + 3;
  return true;
}

function refer(state: StateInline, footnote: Footnote): void {
  const token = state.push('footnote_ref', '', 0);
  if (footnote.number === 0) {
    footnote.number = 1 + [...footnotesOf(state.env).values()].filter(({ number }) => number > 0).length;
  }
  footnote.references++;
  token.meta = { footnote, nth: footnote.references };
}
