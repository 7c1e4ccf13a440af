import { footnotes } from '../commonmark/footnotes.ts';
import { commonMark } from '../commonmark/parser.ts';

/**
 * Whether a page of MDX means the same as Markdown without raw HTML and indented code: no brace, no tag, no module
 * and no block far to the right in it. Then the
 * block pass reads it, a hundred times as fast.
 */
export const isPlainMdx = (text: string): boolean => !/[<{]|^(?:import|export)\b/m.test(text) && !INDENTED.test(text);

/** Marks of blocks that are indented far enough for code: MDX has no such code. */
const INDENTED = /^(?:\t| {4})[ \t]*(?:#|=|--|```|~~~|>|\*\*|__)/m;

/** Markdown as MDX has it where nothing of MDX is used. */
export const plainMdxParser = commonMark({
  without: ['code', 'html_block', 'html_inline', 'autolink'],
  plugins: [footnotes],
});
