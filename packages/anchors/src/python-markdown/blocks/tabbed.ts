import { find, hasIndent, headOf, lineAt, part, putBack, unindent } from '../lines.ts';
import { append, lastChild, nodeOf, type Node } from '../node.ts';
import { TAB } from '../source.ts';
import type { Parser, Processor } from './processor.ts';

/** pymdownx.tabbed 11: `=== "Title"`, `!` begins a new set, `+` selects. */
const HEAD = /^={3}(\+|\+!|!\+|!)? +"(.*?)" *$/;

/** A tab of a set: an input with an id for each, then its content. */
export const tab: Processor = (parser, { parent, block, queue }) => {
  const at = find(block, HEAD);
  const last = lastChild(parent);
  const open = last?.tag === 'tabs' ? last : undefined;
  if (at < 0) {
    if (open === undefined || !hasIndent(headOf(block), TAB)) return false;
    const content = lastChild(open);
    const { lines, rest } = unindent(block, TAB);
    if (content !== undefined) parser.parseLines(content, lines);
    putBack(queue, rest);
    return true;
  }
  const before = part(block, block.from, at);
  if (before !== null) parser.parse(parent, [before]);
  const { text, line } = lineAt(block, at);
  const fresh = HEAD.exec(text)?.[1]?.includes('!') === true || before !== null;
  const set = open !== undefined && !fresh ? open : newSet(parser, parent, line);
  const content = addTab(parser, set, line);
  const { lines, rest } = unindent(part(block, at + 1), TAB);
  parser.parseLines(content, lines);
  putBack(queue, rest);
  return true;
};

function newSet(parser: Parser, parent: Node, line: number): Node {
  parser.counters.tabSets++;
  return append(parent, { ...nodeOf('tabs', line), ids: [] });
}

/** Inputs stand before all contents in the newer style, else each before its own. */
function addTab({ counters, options }: Parser, set: Node, line: number): Node {
  const number = set.children.filter(({ tag }) => tag === 'tab').length + 1;
  const id = `__tabbed_${counters.tabSets}_${number}`;
  if (options.tabsFirst) set.ids = [...set.ids, id];
  return append(set, { ...nodeOf('tab', line), ids: options.tabsFirst ? [] : [id] });
}
