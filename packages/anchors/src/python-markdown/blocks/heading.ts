import { find, headOf, lineAt, part, putBack, unindentLoosely, blockOf, linesOf } from '../lines.ts';
import { append, nodeOf } from '../node.ts';
import { TAB } from '../source.ts';
import { strip } from '../whitespace.ts';
import { isIn, type Processor } from './processor.ts';

/** A line that begins with `#`; one that ends in a backslash is none. */
const HASH = /^#(?!.*(?<!\\)(?:\\\\)*\\$)/;

/** `# Heading`, anywhere in a block; a space behind the marks is not needed. */
export const hashHeader: Processor = (parser, { parent, block, queue }) => {
  const at = find(block, HASH);
  if (at < 0) return false;
  const before = part(block, block.from, at);
  if (before !== null) parser.parse(parent, [before]);
  const { text, line } = lineAt(block, at);
  const level = /^#{1,6}/.exec(text)?.[0].length ?? 1;
  append(parent, nodeOf(`h${level}`, line, [{ text: strip(withoutClosing(text.slice(level))), line }]));
  const after = part(block, at + 1);
  const loose = after !== null && isIn(parser, 'looselist');
  putBack(queue, loose ? blockOf(unindentLoosely(linesOf(after), TAB)) : after);
  return true;
};

/** Without the run of `#` at the end; one behind a backslash stays. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === '#') end--;
  let slashes = 0;
  while (text.charAt(end - 1 - slashes) === '\\') slashes++;
  return text.slice(0, slashes % 2 === 1 && end < text.length ? end + 1 : end);
}

/** Two lines, the second underlines the first: at the beginning of a block. */
export const setextHeader: Processor = (_, { parent, block, queue }) => {
  if (block.to - block.from < 2) return false;
  const underline = lineAt(block, block.from + 1).text;
  if (!/^[=-]+ *$/.test(underline)) return false;
  const { line } = lineAt(block, block.from);
  append(parent, nodeOf(underline.startsWith('=') ? 'h1' : 'h2', line, [{ text: strip(headOf(block)), line }]));
  putBack(queue, part(block, block.from + 2));
  return true;
};

/** Marks of one kind with at most two spaces between them. */
const RULE = /^ {0,3}([-_*])(?: {0,2}\1){2,} *$/;

/** A line of three or more of `-`, `_` or `*`, anywhere in a block. */
export const horizontalRule: Processor = (parser, { parent, block, queue }) => {
  const at = find(block, RULE);
  if (at < 0) return false;
  const before = part(block, block.from, at);
  if (before !== null) parser.parse(parent, [before]);
  append(parent, nodeOf('hr', lineAt(block, at).line));
  putBack(queue, part(block, at + 1));
  return true;
};
