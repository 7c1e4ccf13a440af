import type { MarkdownIt, StateInline } from 'markdown-it';
import { attributesAt, type Attributes } from './attributes.ts';
import { emojiNamed } from './emoji.ts';

/** `:name:` of an emoji: token `emoji`, whose `content` is the name. */
export function emojiNames(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'emoji', (state, silent) => {
    EMOJI.lastIndex = state.pos;
    const found = state.src.charAt(state.pos) === ':' ? EMOJI.exec(state.src) : null;
    if (found === null || emojiNamed(found[1] as string) === undefined) return false;
    if (!silent) state.push('emoji', '', 0).content = found[1] as string;
    state.pos += found[0].length;
    return true;
  });
}

const EMOJI = /:([\w+-]{1,60}):/y;

/** `$math$` and `$$math$$`: token `math_inline`. */
export function inlineMath(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'math_inline', math);
}

const MATH = /\$\$((?:[^$\\]|\\[\s\S])+)\$\$|\$(?![\s$])((?:[^$\\\n]|\\[^\n]|\n(?!\n))*?[^\s\\$])\$(?!\d)/y;

function math(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charAt(pos) !== '$' || src.lastIndexOf('$') <= pos) return false;
  MATH.lastIndex = pos;
  const found = MATH.exec(src);
  if (found === null) return false;
  if (!silent) state.push('math_inline', '', 0).content = found[1] ?? found[2] ?? '';
  state.pos += found[0].length;
  return true;
}

/** What attributes in braces may stand behind: anything, or only what pandoc's own Markdown lets have some. */
export type AttributeHolders = 'any' | 'some';

const HOLDERS: ReadonlySet<string | undefined> = new Set(['link_close', 'code_inline', 'image']);

/** `{#id}` behind something: token `attributes`, whose `content` is the id. `{=html}` behind code makes it HTML. */
export const inlineAttributes =
  (holders: AttributeHolders) =>
  (parser: MarkdownIt): void => {
    parser.inline.ruler.before('escape', 'attributes', (state, silent) => attributes(state, holders, silent));
  };

/** Of several ids the last one counts in pandoc's own Markdown, else the first. */
const idOf = ({ ids }: Attributes, holders: AttributeHolders): string | undefined =>
  holders === 'any' ? ids[0] : ids.at(-1);

const RAW = /\{=(\w{1,30})\}/y;

function attributes(state: StateInline, holders: AttributeHolders, silent: boolean): boolean {
  const { src, pos } = state;
  if (src.charAt(pos) !== '{') return false;
  const before = state.pending === '' ? state.tokens.at(-1)?.type : undefined;
  if (before === 'code_inline' && rawCode(state, silent)) return true;
  const isHeld = holders === 'any' || HOLDERS.has(before) || src.charAt(pos - 1) === ']';
  const found = isHeld ? attributesAt(src, pos) : null;
  if (found === null) return false;
  if (!silent)
    state.push('attributes', '', 0).content =
      pos === 0 || before === 'attributes' ? '' : (idOf(found.attributes, holders) ?? '');
  state.pos = found.end;
  return true;
}

function rawCode(state: StateInline, silent: boolean): boolean {
  RAW.lastIndex = state.pos;
  const found = RAW.exec(state.src);
  const code = state.tokens.at(-1);
  if (found === null || code === undefined) return false;
  if (!silent) code.type = found[1] === 'html' ? 'html_inline' : 'raw_inline';
  state.pos += found[0].length;
  return true;
}

/** `^[a note]`: token `inline_note`. */
export function inlineNotes(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'inline_note', (state, silent) => {
    if (!state.src.startsWith('^[', state.pos)) return false;
    const end = state.md.helpers.parseLinkLabel(state, state.pos + 1, false);
    if (end < 0) return false;
    if (!silent) state.push('inline_note', '', 0).content = state.src.slice(state.pos + 2, end);
    state.pos = end + 1;
    return true;
  });
}

const TEX = /\\[A-Za-z]+\*?(?:[ \t]+|(?:\[[^[\]\n]{0,200}\]|\{[^{}]{0,500}\}|\d)*)/y;

/** TeX's commands, and escaped spaces: tokens `raw_inline`, `text_special`. */
export function texCommands(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'tex', (state, silent) => {
    if (state.src.charAt(state.pos) !== '\\') return false;
    TEX.lastIndex = state.pos;
    const length = TEX.exec(state.src)?.[0].length ?? (state.src.charAt(state.pos + 1) === ' ' ? 2 : 0);
    if (length === 0) return false;
    if (!silent)
      state.push(
        length === 2 && state.src.charAt(state.pos + 1) === ' ' ? 'text_special' : 'raw_inline',
        '',
        0,
      ).content = '\u00a0';
    state.pos += length;
    return true;
  });
}
