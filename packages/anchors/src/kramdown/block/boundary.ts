import { bracesAt, type Braces } from '../braces.ts';
import { BLANK, indentAt, restOfLineIsBlank, SPACE, TAG_NAME } from '../characters.ts';
import { SPAN_ELEMENTS } from '../html-elements.ts';
import { matchAt, type Source } from '../source.ts';
import type { Blocks } from './blocks.ts';

const EOB = new RegExp(`\\^[${BLANK}]*\\n`, 'y');
const NO_BLOCK = `(?!(?:${[...SPAN_ELEMENTS, 'script'].join('|')})\\b)`;
const BLOCK_TAG = new RegExp(`<${NO_BLOCK}${TAG_NAME}|</${NO_BLOCK}${TAG_NAME}[${SPACE}]*>`, 'uy');

/** Whether a header, table and the like may stand here: after a blank line, a block's end mark or an attribute list. */
export function isAfterBoundary({ tree, ial }: Blocks): boolean {
  const last = tree.children.at(-1);
  return last === undefined || last.kind === 'blank' || (last.kind === 'eob' && last.value === '') || ial !== null;
}

/** Whether a block may end before this offset. */
export function isBeforeBoundary(source: Source, pos: number): boolean {
  return (
    pos >= source.text.length ||
    isBlankLine(source.text, pos) ||
    isEndOfBlock(source.text, pos) ||
    listAt(source, pos) !== null
  );
}

/** Whether lines that merely go on with a block end here: at a boundary, or at the tag of a block. */
export function endsLazily(source: Source, pos: number): boolean {
  const { text } = source;
  if (pos >= text.length) return true;
  const start = pos + indentAt(text, pos);
  switch (text.charAt(start)) {
    case '{':
      return listAt(source, pos) !== null;
    case '^':
      return isEndOfBlock(text, pos);
    case '<':
      return isBlockTag(text, start);
    default:
      return isBlankLine(text, pos);
  }
}

/** Whether the line has nothing but white space. */
export function isBlankLine(text: string, pos: number): boolean {
  return text.charCodeAt(pos) <= 32 && restOfLineIsBlank(text, pos) >= 0;
}

/** Whether the line is the mark `^` that ends a block. */
export function isEndOfBlock(text: string, pos: number): boolean {
  return text.charCodeAt(pos) === 94 && matchAt(EOB, text, pos) !== null;
}

/** Whether a tag of a block begins or ends here. `pos` is that of the `<`. */
export function isBlockTag(text: string, pos: number): boolean {
  return text.charCodeAt(pos) === 60 && matchAt(BLOCK_TAG, text, pos) !== null;
}

/** The attribute list (`{: …}`) that stands alone at an offset, indented by at most three spaces; null for none. */
export function listAt(source: Source, pos: number): Braces | null {
  const start = pos + indentAt(source.text, pos);
  if (!source.text.startsWith('{:', start)) return null;
  const next = source.text.charAt(start + 2);
  return next === ':' || next === '/' ? null : bracesAt(source, start + 2);
}
