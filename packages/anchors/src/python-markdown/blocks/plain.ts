import {
  find,
  headOf,
  hasIndent,
  lineAt,
  linesOf,
  part,
  putBack,
  queueOf,
  textOf,
  unindent,
  type Block,
  type Line,
} from '../lines.ts';
import { append, lastChild, nodeOf, type Node } from '../node.ts';
import { stashedAt } from '../placeholder.ts';
import { TAB } from '../source.ts';
import { isBlank, stripStart } from '../whitespace.ts';
import { isIn, within, type Processor } from './processor.ts';

/** What was taken out of the page stands here. */
export const stashed: Processor = (parser, { parent, block }) => {
  const found = block.to - block.from === 1 ? stashedAt(headOf(block), parser.stash) : undefined;
  if (found === undefined) return false;
  const { line } = lineAt(block, block.from);
  if (found.kind === 'html') append(parent, nodeOf('raw', line, found.lines));
  else {
    const element = append(parent, nodeOf(found.tag, line));
    element.ids = found.ids;
    parser.parseLines(element, found.lines);
  }
  return true;
};

/** Indented code: its text is of no interest. */
export const code: Processor = (_, { parent, block, queue }) => {
  if (!hasIndent(headOf(block), TAB)) return false;
  const { rest } = unindent(block, TAB);
  if (lastChild(parent)?.tag !== 'pre') append(parent, nodeOf('pre', lineAt(block, block.from).line));
  putBack(queue, rest);
  return true;
};

const QUOTE = /^ {0,3}> ?/;

export const quote: Processor = (parser, { parent, block }) => {
  const at = find(block, QUOTE);
  if (at < 0) return false;
  const before = part(block, block.from, at);
  if (before !== null) parser.parse(parent, [before]);
  const rest = part(block, at);
  const lines = rest === null ? [] : linesOf(rest).map(unquoted);
  const sibling = lastChild(parent);
  const target = sibling?.tag === 'blockquote' ? sibling : append(parent, nodeOf('blockquote', lines[0]?.line ?? 1));
  within(parser, 'blockquote', () => parser.parse(target, queueOf(lines)));
  return true;
};

const unquoted = ({ text, line }: Line): Line => ({
  line,
  text: text.trim() === '>' ? '' : text.replace(QUOTE, ''),
});

const REFERENCE = /^ {0,3}\[([^[\]]*)\]: *(\S+)?/;

/** `[label]: url`, the title on the same line or the next. */
export const reference: Processor = (parser, { parent, block, queue }) => {
  const at = find(block, REFERENCE);
  const found = at < 0 ? null : definitionAt(block, at);
  if (found === null) return false;
  parser.references.add(found.label.toLowerCase());
  const before = part(block, block.from, at);
  putBack(queue, part(block, found.end));
  if (before !== null) parser.parse(parent, [before]);
  return true;
};

const TITLE = /^ *(?:"[^\n]*"|'[^\n]*'|\([^\n]*\)) *$/;

/** A definition, and the line behind it; null when what stands there is none. */
function definitionAt(block: Block, at: number): { readonly label: string; readonly end: number } | null {
  const { text } = lineAt(block, at);
  const [head = '', label = '', url] = REFERENCE.exec(text) ?? [];
  const rest = text.slice(head.length);
  const next = lineAt(block, at + 1).text;
  if (url === undefined) {
    const onNext = at + 1 < block.to && /^ *\S+(?: +(?:"[^\n]*"|'[^\n]*'|\([^\n]*\)))? *$/.test(next);
    return onNext ? { label, end: at + 2 } : null;
  }
  if (!isBlank(rest)) return TITLE.test(rest) ? { label, end: at + 1 } : null;
  return { label, end: at + 1 < block.to && TITLE.test(next) ? at + 2 : at + 1 };
}

const ABBREVIATION = /^ {0,3}\*\[[^\]\\]*\] *: *\S/;

/** `*[HTML]: …` defines what no id depends on. */
export const abbreviation: Processor = (parser, { parent, block, queue }) => {
  const at = find(block, ABBREVIATION);
  if (at < 0) return false;
  const before = part(block, block.from, at);
  if (before !== null) parser.parse(parent, [before]);
  putBack(queue, part(block, at + 1));
  return true;
};

/** Everything else. In a tight list it is the item's own text. */
export const paragraph: Processor = (parser, { parent, block }) => {
  if (isBlank(textOf(block))) return true;
  const lines = linesOf(block);
  if (isIn(parser, 'list')) addText(parent, lines);
  else append(parent, nodeOf('p', lines[0]?.line ?? 1, startStripped(lines)));
  return true;
};

function addText(parent: Node, lines: readonly Line[]): void {
  const sibling = lastChild(parent);
  if (sibling === undefined) parent.text = parent.text.length === 0 ? startStripped(lines) : [...parent.text, ...lines];
  else sibling.tail = [...sibling.tail, ...lines];
}

const startStripped = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, i) => (i === 0 ? { ...line, text: stripStart(line.text) } : line));
