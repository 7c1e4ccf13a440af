import {
  blockOf,
  hasIndent,
  headOf,
  lineAt,
  linesOf,
  queueOf,
  unindentLoosely,
  type Block,
  type Line,
} from '../lines.ts';
import { append, lastChild, nodeOf, type Node } from '../node.ts';
import { TAB } from '../source.ts';
import { indentOf } from '../whitespace.ts';
import { isIn, within, type Parser, type Place, type Processor } from './processor.ts';

const ORDERED = /^ {0,3}\d+\. +(.*)/;
const UNORDERED = /^ {0,3}[*+-] +(.*)/;
const ITEM = /^ {0,3}(?:\d+\.|[*+-]) +(.*)/;
const NESTED = /^ {4,7}(?:\d+\.|[*+-]) +.*/;

const isList = (node: Node | undefined): node is Node => node?.tag === 'ul' || node?.tag === 'ol';
const isItem = (node: Node | undefined): node is Node => node?.tag === 'li';

export const orderedList: Processor = (parser, place) => ORDERED.test(headOf(place.block)) && list(parser, place, 'ol');
export const unorderedList: Processor = (parser, place) =>
  UNORDERED.test(headOf(place.block)) && list(parser, place, 'ul');

function list(parser: Parser, { parent, block }: Place, tag: string): true {
  const items = itemsOf(block);
  const sibling = lastChild(parent);
  const first = items[0]?.[0]?.line ?? 1;
  const target = isList(sibling) ? sibling : isList(parent) ? parent : append(parent, nodeOf(tag, first));
  const rest = target === sibling ? items.slice(1) : items;
  if (target === sibling) continueList(parser, target, items[0] ?? []);
  within(parser, 'list', () => {
    for (const item of rest) {
      const nested = hasIndent(item[0]?.text ?? '', TAB);
      const last = lastChild(target);
      const into = nested && last !== undefined ? last : append(target, nodeOf('li', item[0]?.line ?? 1));
      parser.parse(into, [blockOf(item)]);
    }
  });
  return true;
}

/** A block that goes on with a list after an empty line makes it a loose one. */
function continueList(parser: Parser, target: Node, item: readonly Line[]): void {
  const before = lastChild(target);
  if (before !== undefined) {
    wrapText(before);
    const tail = lastChild(before)?.tail ?? [];
    if (tail.length > 0) {
      const last = lastChild(before);
      if (last !== undefined) last.tail = [];
      append(before, nodeOf('p', tail[0]?.line ?? 1, tail));
    }
  }
  const li = append(target, nodeOf('li', item[0]?.line ?? 1));
  within(parser, 'looselist', () => parser.parse(li, [blockOf(item)]));
}

/** An item's own text becomes its first paragraph. */
function wrapText(item: Node): void {
  if (item.text.length === 0) return;
  item.children.unshift(nodeOf('p', item.text[0]?.line ?? item.line, item.text));
  item.text = [];
}

/** The items of a block: lines without a mark go on with the item above, what is indented begins a block of its own. */
function itemsOf(block: Block): readonly (readonly Line[])[] {
  const items: Line[][] = [];
  for (let at = block.from; at < block.to; at++) {
    const line = lineAt(block, at);
    const own = ITEM.exec(line.text)?.[1];
    const last = items.at(-1);
    if (own !== undefined) items.push([{ ...line, text: own }]);
    else if (last === undefined || (NESTED.test(line.text) && !hasIndent(last[0]?.text ?? '', TAB))) items.push([line]);
    else last.push(line);
  }
  return items;
}

/** An indented block behind or in a list belongs to one of its items. */
export const listIndent: Processor = (parser, { parent, block }) => {
  if (!hasIndent(headOf(block), TAB) || isIn(parser, 'detabbed')) return false;
  if (!isItem(parent) && !isList(lastChild(parent))) return false;
  const { level, node } = levelOf(parser, parent, block);
  const lines = unindentLoosely(linesOf(block), TAB * level);
  within(parser, 'detabbed', () => readInto(parser, { parent, node, lines }));
  return true;
};

interface Target {
  readonly parent: Node;
  /** The element at the level of the indent. */
  readonly node: Node;
  readonly lines: readonly Line[];
}

function readInto(parser: Parser, { parent, node, lines }: Target): void {
  const queue = [blockOf(lines)];
  const inner = lastChild(parent);
  const item = lastChild(node);
  if (isItem(parent)) parser.parse(isList(inner) ? inner : parent, queue);
  else if (isItem(node)) parser.parse(node, queue);
  else if (isItem(item)) {
    wrapText(item);
    parser.parse(item, queueOf(lines));
  } else parser.parse(append(node, nodeOf('li', lines[0]?.line ?? 1)), queue);
}

/** How deep the indent reaches into nested lists, and what is there. */
function levelOf(parser: Parser, parent: Node, block: Block): { readonly level: number; readonly node: Node } {
  const wanted = Math.floor(indentOf(headOf(block)) / TAB);
  let level = isIn(parser, 'list') ? 1 : 0;
  let node = parent;
  while (wanted > level) {
    const child = lastChild(node);
    if (!isList(child) && !isItem(child)) break;
    if (isList(child)) level++;
    node = child;
  }
  return { level, node };
}
