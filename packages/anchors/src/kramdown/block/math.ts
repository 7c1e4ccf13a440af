import { BLANK, strip } from '../characters.ts';
import { matchAt } from '../source.ts';
import { addBlock, lineOf, type Blocks } from './blocks.ts';
import { isAfterBoundary, isBeforeBoundary } from './boundary.ts';

const START = / {0,3}(\\)?\$\$/y;
const DOLLARS = /\$\$/g;
const LINE_END = new RegExp(`[${BLANK}]*\\n`, 'y');

/** Reads a formula between `$$` that stands alone. A backslash before it makes it text: the backslash is passed over. */
export function readMath(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  const start = isAfterBoundary(blocks) ? matchAt(START, source.text, pos) : null;
  if (start === null) return false;
  const from = pos + start[0].length;
  const close = source.next(DOLLARS, from);
  if (close < 0) return false;
  const rest = matchAt(LINE_END, source.text, close + 2);
  const end = close + 2 + (rest?.[0].length ?? 0);
  if (start[1] !== undefined) return passBackslash(blocks, rest === null ? pos : from - 2);
  if (!isBeforeBoundary(source, end)) return false;
  addBlock(blocks, 'math', lineOf(blocks), { value: strip(source.text.slice(from, close)) });
  blocks.scan.pos = end;
  return true;
}

function passBackslash({ scan }: Blocks, pos: number): boolean {
  scan.pos = pos;
  return false;
}
