import { LIST_NAME, lineEnd, SPACE, stripEnd } from '../characters.ts';
import { element } from '../element.ts';
import { matchAt, Source } from '../source.ts';
import { addBlock, lineOf, readWithin, type Blocks } from './blocks.ts';
import { codeEnd } from './code-block.ts';

const FOOTNOTE = new RegExp(` {0,3}\\[\\^(${LIST_NAME})\\]:`, 'y');
const LINK = / {0,3}\[([^\n\]]+)\]:[ \t]*/y;
const ABBREVIATION = / {0,3}\*\[([^\n]+?)\]:[^\n]*\n/y;
const INDENT = /^(?:\t| {4})/gm;
const TITLE_LINE = new RegExp(`[ \\t]*(["'])[^\\n]+\\1[ \\t]*\\n`, 'y');
const WORD_SPACE = new RegExp(`[${SPACE}]+`, 'g');

/** Reads `[^name]: text` with the indented blocks behind it. */
export function readFootnoteDefinition(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  const found = matchAt(FOOTNOTE, source.text, pos);
  if (found === null) return false;
  const line = lineOf(blocks);
  const end = codeEnd(source, lineEnd(source.text, pos));
  const content = element('root', line);
  readWithin(blocks, content, new Source(source.text.slice(pos + found[0].length, end).replace(INDENT, ''), line));
  addBlock(blocks, 'eob', line, { value: 'footnote' });
  blocks.page.footnotes.set(found[1] ?? '', content);
  blocks.scan.pos = end;
  return true;
}

/** Reads `[name]: url "title"`; the title may stand on the next line. */
export function readLinkDefinition(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  const found = matchAt(LINK, source.text, pos);
  if (found === null) return false;
  const end = definitionEnd(source.text, pos + found[0].length);
  if (end < 0) return false;
  const block = addBlock(blocks, 'eob', lineOf(blocks), { value: 'link' });
  blocks.page.links.set(linkName(found[1] ?? ''), block);
  blocks.scan.pos = end;
  return true;
}

/** Reads `*[abbreviation]: what it means`. */
export function readAbbreviationDefinition(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  const found = matchAt(ABBREVIATION, source.text, pos);
  if (found === null) return false;
  const block = addBlock(blocks, 'eob', lineOf(blocks), { value: 'abbreviation' });
  blocks.page.abbreviations.set(found[1] ?? '', block);
  blocks.scan.pos += found[0].length;
  return true;
}

/** The name of a link definition as links refer to it: in lower case, runs of white space as one space. */
export function linkName(written: string): string {
  return written.replace(WORD_SPACE, ' ').toLowerCase();
}

/** Offset behind a link definition whose URL is at `pos`; -1 when it is none. */
function definitionEnd(text: string, pos: number): number {
  const line = lineEnd(text, pos);
  const rest = stripEnd(text.slice(pos, line));
  const title = titleStart(rest);
  const url = title < 0 ? rest : rest.slice(0, title);
  if (rest === '' || (!isAngled(url) && QUOTE_IN_URL.test(url))) return -1;
  return title < 0 ? line + (matchAt(TITLE_LINE, text, line)?.[0].length ?? 0) : line;
}

const QUOTE_IN_URL = /[ \t]["']/;

/** Where the title begins that ends a line, its white space included; -1 for none. */
function titleStart(line: string): number {
  const quote = line.at(-1);
  if (quote !== '"' && quote !== "'") return -1;
  const start = line.search(quote === '"' ? /[ \t]"/ : /[ \t]'/);
  return start + 2 < line.length - 1 ? start : -1;
}

function isAngled(url: string): boolean {
  return url.startsWith('<') && stripEnd(url).endsWith('>');
}
