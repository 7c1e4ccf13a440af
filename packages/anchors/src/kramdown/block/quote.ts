import { lineEnd } from '../characters.ts';
import { matchAt, Source } from '../source.ts';
import { addBlock, lineOf, readWithin, type Blocks } from './blocks.ts';
import { endsLazily } from './boundary.ts';

const QUOTE = / {0,3}> ?/y;

/** Reads a block quote: every line up to a boundary, with or without its mark. */
export function readQuote(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  if (matchAt(QUOTE, source.text, pos) === null) return false;
  const quote = addBlock(blocks, 'blockquote', lineOf(blocks));
  const content: string[] = [];
  do content.push(nextUnquoted(blocks));
  while (!endsLazily(source, blocks.scan.pos));
  readWithin(blocks, quote, new Source(content.join(''), quote.line));
  return true;
}

function nextUnquoted({ scan }: Blocks): string {
  const { text } = scan.source;
  const start = scan.pos + (matchAt(QUOTE, text, scan.pos)?.[0].length ?? 0);
  scan.pos = lineEnd(text, scan.pos);
  return text.slice(start, scan.pos);
}
