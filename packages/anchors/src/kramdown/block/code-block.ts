import { BLANK, lineEnd } from '../characters.ts';
import { matchAt, type Source } from '../source.ts';
import { addBlock, lineOf, type Blocks } from './blocks.ts';
import { endsLazily, isBlankLine } from './boundary.ts';

const INDENT = /\t| {4}/y;
const FENCE = new RegExp(`(~{3,})(?!~)[${BLANK}]*(?:[^${BLANK} \\n]+[${BLANK}]*)?\\n`, 'y');
const FENCE_GFM = new RegExp(` {0,3}([~\`]{3,})(?![~\`])[${BLANK}]*(?:[^${BLANK}\\n]+[${BLANK}]*)?\\n`, 'y');

/** Reads lines indented by four spaces or a tab, with lines that go on with them. */
export function readIndentedCode(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  if (matchAt(INDENT, source.text, pos) === null) return false;
  const end = codeEnd(source, pos);
  addBlock(blocks, 'codeblock', lineOf(blocks));
  blocks.scan.pos = end;
  return true;
}

/** Offset behind the indented code at an offset (perhaps behind blank lines); the offset itself for none. */
export function codeEnd(source: Source, pos: number): number {
  const { text } = source;
  let end = pos;
  for (;;) {
    const start = skipBlankLines(text, end);
    if (start >= text.length || matchAt(INDENT, text, start) === null) return end;
    end = lineEnd(text, start);
    while (!endsLazily(source, end)) end = lineEnd(text, end);
  }
}

/** Reads a fenced block. The opening line has at most one word behind its marks; without a closing line there is no block. */
export function readFencedCode(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  const gfm = blocks.page.options.input === 'gfm';
  const opening = matchAt(gfm ? FENCE_GFM : FENCE, source.text, pos);
  if (opening === null) return false;
  const end = closingEnd(source, { marks: opening[1] ?? '', from: pos + opening[0].length, gfm });
  if (end < 0) return false;
  addBlock(blocks, 'codeblock', lineOf(blocks));
  blocks.scan.pos = end;
  return true;
}

/** Offset behind the closing line. Where none has as many marks, one with fewer counts: the rest of the marks is the word then. */
function closingEnd(
  source: Source,
  { marks, from, gfm }: { readonly marks: string; readonly from: number; readonly gfm: boolean },
): number {
  for (let length = Math.min(marks.length, LONGEST); length >= 3; length -= 1) {
    const close = source.next(closingLine(marks.slice(0, length), gfm), from);
    if (close >= 0) return lineEnd(source.text, close);
  }
  return -1;
}

/** Fences longer than this are taken for one of this length. */
const LONGEST = 40;
const closingLines = new Map<string, RegExp>();

function closingLine(marks: string, gfm: boolean): RegExp {
  const key = gfm ? marks : `pure${marks}`;
  const known = closingLines.get(key);
  if (known !== undefined) return known;
  const made = new RegExp(`^${gfm ? ' {0,3}' : ''}${marks}${marks.at(-1) ?? ''}*[${BLANK}]*$`, 'gm');
  if (closingLines.size < 1000) closingLines.set(key, made);
  return made;
}

function skipBlankLines(text: string, pos: number): number {
  let at = pos;
  while (at < text.length && isBlankLine(text, at)) at = lineEnd(text, at);
  return at;
}
