import type { MarkdownIt, StateBlock } from 'markdown-it';
import { attributesAt } from './attributes.ts';
import { isCode, isInside, lineOf } from './lines.ts';

/** Lists, quotes, rules and fences of pandoc's own Markdown: only fences, and lists in lists, may end a paragraph. */
export function pandocBlocks(parser: MarkdownIt): void {
  const { ruler } = parser.block;
  for (const name of ['blockquote', 'hr', 'table']) ruler.at(name, ruleNamed(parser, name), { alt: [] });
  const list = ruleNamed(parser, 'list');
  const inList = (state: StateBlock, line: number, endLine: number, silent: boolean): boolean =>
    (!silent || state.listIndent >= 0) && list(state, line, endLine, silent);
  ruler.at('list', inList, { alt: ['paragraph'] });
  ruler.at('fence', fence, { alt: ['paragraph'] });
}

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;

/** One of the parser's own rules: the one that is missing while it is disabled. */
function ruleNamed(parser: MarkdownIt, name: string): BlockRule {
  const { ruler } = parser.block;
  const all = ruler.getRules('');
  ruler.disable(name);
  const others = new Set(ruler.getRules(''));
  ruler.enable(name);
  return all.find((rule) => !others.has(rule)) as BlockRule;
}

const OPENS = /^(`{3,}(?!`)|~{3,}(?!~))[ \t]*(?:([^\s`{}]+)[ \t]*)?(\{[^`]*\})?$/;

/** A fence counts only where another one closes it, and where nothing follows but a language or attributes. */
function fence(state: StateBlock, line: number, endLine: number, silent: boolean): boolean {
  const source = isCode(state, line) ? '' : lineOf(state, line);
  const [, marks, language = '', braces = ''] = OPENS.exec(source) ?? [];
  if (marks === undefined || (braces !== '' && !areAttributes(braces))) return false;
  const end = closingFence(state, { marks, line, endLine });
  if (end < 0 || silent) return end >= 0;
  const token = state.push('fence', 'code', 0);
  token.info = `${language} ${braces}`.trim();
  token.content = state.getLines(line + 1, end, state.sCount[line] ?? 0, true);
  token.map = [line, end + 1];
  state.line = end + 1;
  return true;
}

const areAttributes = (braces: string): boolean =>
  /^\{\}$|^\{=\w+\}$/.test(braces) || attributesAt(braces, 0)?.end === braces.length;

/** The line of the fence that closes one; -1 for none. What was sought in vain is kept, so that it is not sought again. */
function closingFence(
  state: StateBlock,
  { marks, line, endLine }: { marks: string; line: number; endLine: number },
): number {
  const env = state.env as Record<string, unknown>;
  const key = `mxgUnclosed:${marks}:${endLine}:${state.blkIndent}`;
  if (env[key] === true) return -1;
  for (let at = line + 1; at < endLine && isInside(state, at, endLine); at++) {
    const source = lineOf(state, at);
    if (source.startsWith(marks) && source.replaceAll(marks.charAt(0), '') === '' && !isCode(state, at)) return at;
  }
  env[key] = true;
  return -1;
}
