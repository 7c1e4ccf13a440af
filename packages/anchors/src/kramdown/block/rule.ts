import { matchAt } from '../source.ts';
import { addBlock, lineOf, type Blocks } from './blocks.ts';

const RULE = / {0,3}([*_-])[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n/y;

/** Reads a horizontal rule. */
export function readRule(blocks: Blocks): boolean {
  const found = ruleAt(blocks.scan.source.text, blocks.scan.pos);
  if (found === 0) return false;
  addBlock(blocks, 'hr', lineOf(blocks));
  blocks.scan.pos += found;
  return true;
}

/** Length of the horizontal rule at an offset, its line feed included; 0 for none. */
export function ruleAt(text: string, pos: number): number {
  return matchAt(RULE, text, pos)?.[0].length ?? 0;
}
