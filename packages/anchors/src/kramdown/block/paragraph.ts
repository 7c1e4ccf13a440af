import { indentAt, lineEnd, stripEnd, stripStart } from '../characters.ts';
import { addText } from '../element.ts';
import { matchAt, type Source } from '../source.ts';
import { addBlock, lineOf, type Blocks } from './blocks.ts';
import { endsLazily } from './boundary.ts';

/** What ends a paragraph beside the end of lazy lines: in both parsers a definition, in GFM's also these (`PARAGRAPH_END_GFM`). */
const DEFINITION = / {0,3}:[\t| ]/y;
const GFM_END = / {0,3}(?:[+*-][\t| ]|\d+\.[\t| ]|>|[~`]{3})|#{1,6}[\t ]/y;
const MAY_END = /[:+*\-\d>~`#]/;

/** Reads lines up to the paragraph's end; those that follow a paragraph go on with it. */
export function readParagraph(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  if (/[ \t]/.test(source.text.charAt(pos + indentAt(source.text, pos)))) return false;
  const line = lineOf(blocks);
  const text = stripEnd(source.text.slice(pos, passLines(blocks)));
  const last = blocks.tree.children.at(-1);
  if (last?.kind === 'p') addText(last, joinerAt(source.text, pos) + text, 'raw-text');
  else addText(addBlock(blocks, 'p', line), stripStart(text), 'raw-text');
  return true;
}

/** Text that no block takes, such as a tab behind a space: it stands between the blocks. */
export function readStray(blocks: Blocks): void {
  const { scan, tree } = blocks;
  const end = lineEnd(scan.source.text, scan.pos);
  addText(tree, scan.source.text.slice(scan.pos, end), 'raw-text', lineOf(blocks));
  scan.pos = end;
}

function passLines({ scan, page }: Blocks): number {
  const gfm = page.options.input === 'gfm' && page.options.paragraphEnd;
  do scan.pos = lineEnd(scan.source.text, scan.pos);
  while (!endsParagraph(scan.source, scan.pos, gfm));
  return scan.pos;
}

function endsParagraph(source: Source, pos: number, gfm: boolean): boolean {
  if (endsLazily(source, pos)) return true;
  const { text } = source;
  if (!MAY_END.test(text.charAt(pos + indentAt(text, pos)))) return false;
  return matchAt(DEFINITION, text, pos) !== null || (gfm && matchAt(GFM_END, text, pos) !== null);
}

function joinerAt(text: string, pos: number): string {
  return text.startsWith('  \n', pos - 3) ? '  \n' : '\n';
}
