import {
  find,
  hasIndent,
  headOf,
  lineAt,
  part,
  putBack,
  queueOf,
  unindentLoosely,
  linesOf,
  type Line,
  type Queue,
} from '../lines.ts';
import { nodeOf } from '../node.ts';
import { TAB } from '../source.ts';
import type { Processor } from './processor.ts';

const DEFINITION = /^ {0,3}\[\^([^\]]*)\]: *(.*)$/;

/** `[^label]: text`; the blocks below that are indented belong to it (Python-Markdown 3.10, `footnotes`). */
export const footnoteDefinition: Processor = (parser, { parent, block, queue }) => {
  const at = find(block, DEFINITION);
  if (at < 0) return false;
  const before = part(block, block.from, at);
  if (before !== null) parser.parse(parent, [before]);
  const { text, line } = lineAt(block, at);
  const [, label = '', first = ''] = DEFINITION.exec(text) ?? [];
  const after = part(block, at + 1);
  const next = after === null ? -1 : find(after, DEFINITION);
  const own = after === null || next === after.from ? null : next < 0 ? after : part(after, after.from, next);
  if (after !== null && next >= 0) putBack(queue, part(after, next));
  const lines = [{ text: first, line }, ...(own === null ? [] : unindentLoosely(linesOf(own), TAB))];
  const more = next < 0 ? indentedBlocks(queue) : [];
  const note = nodeOf('li', line);
  parser.footnotes.set(label, note);
  parser.parse(note, queueOf([...lines, ...more]));
  return true;
};

/** The indented blocks that follow, cut, each behind an empty line. */
function indentedBlocks(queue: Queue): readonly Line[] {
  const lines: Line[] = [];
  for (let next = queue.at(-1); next !== undefined && hasIndent(headOf(next), TAB); next = queue.at(-1)) {
    queue.pop();
    lines.push({ text: '', line: lineAt(next, next.from).line }, ...unindentLoosely(linesOf(next), TAB));
  }
  return lines;
}
