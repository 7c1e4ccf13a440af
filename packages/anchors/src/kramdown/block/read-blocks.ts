import { indentAt, lineEnd } from '../characters.ts';
import { readBlockHtml } from './block-html.ts';
import { addBlock, lineOf, type BlockReader, type Blocks } from './blocks.ts';
import { isBlankLine, isEndOfBlock } from './boundary.ts';
import { readFencedCode, readIndentedCode } from './code-block.ts';
import { readDefinitionList } from './definition-list.ts';
import { readAbbreviationDefinition, readFootnoteDefinition, readLinkDefinition } from './definitions.ts';
import { readBlockExtension } from './extensions.ts';
import { readAtxHeader, readSetextHeader } from './header.ts';
import { readList } from './list.ts';
import { readMath } from './math.ts';
import { readParagraph, readStray } from './paragraph.ts';
import { readQuote } from './quote.ts';
import { readRule } from './rule.ts';
import { readTable } from './table.ts';

/** Blocks in the order in which kramdown 2.5 tries them, with the characters that one begins with behind at most three spaces. */
const READERS: readonly (readonly [starts: RegExp, read: BlockReader])[] = [
  [/[ \t]/, readIndentedCode],
  [/[~`]/, readFencedCode],
  [/>/, readQuote],
  [/#/, readAtxHeader],
  [/[*_-]/, readRule],
  [/[*+\-0-9]/, readList],
  [/:/, readDefinitionList],
  [/</, readBlockHtml],
  [/[^]/, readSetextHeader],
  [/[\\$]/, readMath],
  [/[^]/, readTable],
  [/\[/, readFootnoteDefinition],
  [/\[/, readLinkDefinition],
  [/\*/, readAbbreviationDefinition],
  [/\{/, readBlockExtension],
  [/\^/, readEndOfBlock],
  [/[^]/, readParagraph],
];

/** Reads blocks up to the text's end or the end tag of their tree. */
export function readBlocks(blocks: Blocks): void {
  const { scan } = blocks;
  while (scan.pos < scan.source.text.length && !blocks.closed) readBlock(blocks);
}

function readBlock(blocks: Blocks): void {
  const { text } = blocks.scan.source;
  if (readBlankLines(blocks)) return;
  const first = text.charAt(blocks.scan.pos + indentAt(text, blocks.scan.pos));
  if (!readersFor(first).some((read) => read(blocks))) readStray(blocks);
}

const LISTED = new Map<string, readonly BlockReader[]>();

function readersFor(first: string): readonly BlockReader[] {
  const key = first < '\x7f' ? first : 'a';
  const known = LISTED.get(key);
  if (known !== undefined) return known;
  const made = READERS.filter(([starts]) => starts.test(key)).map(([, read]) => read);
  LISTED.set(key, made);
  return made;
}

function readBlankLines(blocks: Blocks): boolean {
  const { scan, tree } = blocks;
  const { text } = scan.source;
  const start = scan.pos;
  while (scan.pos < text.length && isBlankLine(text, scan.pos)) scan.pos = lineEnd(text, scan.pos);
  if (scan.pos === start) return false;
  const last = tree.children.at(-1);
  if (last?.kind === 'blank') last.value += text.slice(start, scan.pos);
  else addBlock(blocks, 'blank', 0, { value: text.slice(start, scan.pos) });
  return true;
}

function readEndOfBlock(blocks: Blocks): boolean {
  const { scan } = blocks;
  if (!isEndOfBlock(scan.source.text, scan.pos)) return false;
  addBlock(blocks, 'eob', lineOf(blocks));
  scan.pos = lineEnd(scan.source.text, scan.pos);
  return true;
}
