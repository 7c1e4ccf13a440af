import type { MarkdownIt } from 'markdown-it';
import type { Identifiers } from './identifiers.ts';

/** How one of the formats that pandoc reads makes ids. */
export interface PandocDialect {
  readonly parser: MarkdownIt;
  /** The id of a heading's text, before it is made unique. */
  readonly slug: (text: string) => string;
  readonly identifiers: () => Identifiers;
  /** Whether ids that the page gives to headings are noted before any is made, wherever they stand. */
  readonly notesFirst: boolean;
  /** Whether `{#id}` at the end of a heading is its id; `behind-text`: only where text and white space stand before it. */
  readonly headingAttributes: 'none' | 'behind-text' | 'always';
  /** Whether ids are made of headings before it is known what references in them lead to. */
  readonly referencesAreText: boolean;
  /** Whether headings in footnotes have ids. */
  readonly headingsInNotes: boolean;
  /** Whether dashes and dots are made typographic. */
  readonly smart: boolean;
  /** What the head of a page is without its metadata; as many lines. */
  readonly withoutMetadata: (text: string) => string;
}
