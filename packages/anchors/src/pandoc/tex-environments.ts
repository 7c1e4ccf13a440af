import type { MarkdownIt, StateBlock } from 'markdown-it';
import { lineOf } from './lines.ts';

/** TeX from `\\begin{name}` to `\\end{name}`, which is no Markdown: token `raw_block`. */
export function texEnvironments(parser: MarkdownIt): void {
  parser.block.ruler.before('fence', 'tex', environment);
}

const BEGINS = /^\\begin\{([^{}]{1,100})\}/;

function environment(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const name = silent ? undefined : BEGINS.exec(lineOf(state, startLine))?.[1];
  const end = name === undefined ? -1 : lineWithEnd(state, { name, startLine, endLine });
  if (end < 0) return false;
  state.push('raw_block', '', 0).map = [startLine, end + 1];
  state.line = end + 1;
  return true;
}

/** The line that ends an environment; -1 for none, which is kept so that it is not sought again. */
function lineWithEnd(
  state: StateBlock,
  { name, startLine, endLine }: { name: string; startLine: number; endLine: number },
): number {
  const env = state.env as Record<string, unknown>;
  const key = `mxgUnclosed:\\${name}`;
  if (env[key] === true) return -1;
  for (let line = startLine; line < endLine; line++) if (lineOf(state, line).includes(`\\end{${name}}`)) return line;
  env[key] = true;
  return -1;
}
