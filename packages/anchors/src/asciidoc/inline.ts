import { isPlain } from '../commonmark/inline.ts';
import { withAttributes, type DocumentAttributes } from './document-attributes.ts';
import { escapedHtml } from './html-text.ts';
import { withMacros, type MacroContext } from './macros.ts';
import { protectedText, unprotected } from './passthroughs.ts';
import { withQuotes } from './quotes.ts';
import { withReplacements } from './replacements.ts';

/** Text with inline markup as HTML, by the usual substitutions in their order. */
export function inlineHtml(source: string, attributes: DocumentAttributes, context: MacroContext): string {
  if (isPlain(source) && !source.includes('+')) return source;
  const { text, pieces } = protectedText(source);
  const quoted = withQuotes(escapedHtml(text));
  const replaced = withReplacements(withAttributes(quoted, attributes));
  return unprotected(withMacros(replaced, context).replace(/ \+$/gm, '<br>'), pieces);
}
