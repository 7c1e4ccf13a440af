import type { MarkdownIt, StateInline } from 'markdown-it';

const BRACE = 0x7b;
const DOLLAR = 0x24;

/** `{role}` before code: token `myst_role`, whose `info` is the role and whose `content` is the text. Source: mdit-py-plugins 0.6, `myst_role`. */
export function mystRoles(parser: MarkdownIt): void {
  parser.inline.ruler.before('backticks', 'myst_role', role);
}

const NAME = /\{([\w\-+:]{1,36})\}(`+)(?!`)/y;

function role(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== BRACE) return false;
  NAME.lastIndex = state.pos;
  const found = NAME.exec(state.src);
  const from = NAME.lastIndex;
  const end = found === null ? -1 : endOfCode(state.src, from, found[2] as string);
  if (found === null || end < 0) return false;
  if (!silent)
    Object.assign(state.push('myst_role', '', 0), {
      info: found[1],
      content: state.src.slice(from, end).replaceAll('\n', ' '),
    });
  state.pos = end + (found[2] as string).length;
  return true;
}

/** The next run of exactly these backquotes. */
function endOfCode(text: string, from: number, marks: string): number {
  for (let at = text.indexOf(marks, from); at >= 0; at = text.indexOf(marks, at)) {
    let end = at;
    while (text.charAt(end) === '`') end++;
    if (end - at === marks.length) return at;
    at = end;
  }
  return -1;
}

/** `{{ substitution }}`: shows what it stands for, which is nothing where nobody knows it. */
export function substitutions(parser: MarkdownIt): void {
  parser.inline.ruler.before('backticks', 'substitution', (state, silent) => {
    const end = state.src.startsWith('{{', state.pos) ? state.src.indexOf('}}', state.pos + 2) : -1;
    if (end < 0) return false;
    if (!silent) state.push('substitution', '', 0);
    state.pos = end + 2;
    return true;
  });
}

/** `$math$`: token `math_inline`. */
export function inlineMath(parser: MarkdownIt): void {
  parser.inline.ruler.before('escape', 'math_inline', math);
}

const MATH = /\$(?!\$)((?:[^$\\]|\\[\s\S])+)\$/y;

function math(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== DOLLAR || isHopeless(state)) return false;
  MATH.lastIndex = state.pos;
  const found = MATH.exec(state.src);
  if (found === null) return false;
  if (!silent) state.push('math_inline', '', 0).content = found[1] as string;
  state.pos += found[0].length;
  return true;
}

/** Whether no `$` is left to end what one begins: spares looking for it again and again. */
const isHopeless = (state: StateInline): boolean => state.src.lastIndexOf('$') <= state.pos;

/** `{#id}` right behind a link, code or an image: token `attributes`, whose `content` is the id. Source: mdit-py-plugins 0.6, `attrs`. */
export function inlineAttributes(parser: MarkdownIt): void {
  parser.inline.ruler.before('backticks', 'attributes', attributes);
}

const ATTRIBUTES = /\{[^{}]{0,1000}\}/y;
const HOLDERS: ReadonlySet<string | undefined> = new Set(['link_close', 'code_inline', 'image']);

function attributes(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== BRACE || state.pending !== '' || !HOLDERS.has(state.tokens.at(-1)?.type))
    return false;
  ATTRIBUTES.lastIndex = state.pos;
  const found = ATTRIBUTES.exec(state.src)?.[0];
  if (found === undefined || !areAttributes(found.slice(1, -1))) return false;
  if (!silent) state.push('attributes', '', 0).content = idIn(found.slice(1, -1)) ?? '';
  state.pos += found.length;
  return true;
}

/** Whether text is a list of `#id`, `.class`, `key=value`. */
export const areAttributes = (text: string): boolean =>
  text
    .split(/\s+/)
    .every((word) => word === '' || /^(?:#[\w:.-]+|\.[\w:.-]+|[\w:.-]+=(?:"[^"]*"|[^\s"]+))$/.test(word));

/** The last `#id` among attributes. */
export const idIn = (text: string): string | null =>
  text
    .split(/\s+/)
    .findLast((word) => word.startsWith('#'))
    ?.slice(1) ?? null;
