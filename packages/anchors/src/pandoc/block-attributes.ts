import type { MarkdownIt, StateBlock } from 'markdown-it';
import { attributesAt } from './attributes.ts';
import { isCode, lineOf, startOf } from './lines.ts';

/** Attributes in braces on a line of their own, for the block below: token `attributes_block`, whose `content` is the id. */
export function blockAttributes(parser: MarkdownIt): void {
  parser.block.ruler.before('fence', 'attributes_block', attributes);
}

function attributes(state: StateBlock, line: number, _endLine: number, silent: boolean): boolean {
  if (silent || isCode(state, line) || state.src.charAt(startOf(state, line)) !== '{') return false;
  const source = lineOf(state, line);
  const found = attributesAt(source, 0);
  if (found === null || found.end !== source.length) return false;
  const token = state.push('attributes_block', '', 0);
  token.content = found.attributes.ids[0] ?? '';
  token.map = [line, line + 1];
  state.line = line + 1;
  return true;
}
