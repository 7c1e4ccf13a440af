import { footnotes } from '../commonmark/footnotes.ts';
import { commonMark } from '../commonmark/parser.ts';
import { definitionLists } from '../mdbook/definition-list.ts';
import { blockAttributes } from './block-attributes.ts';
import type { PandocDialect } from './dialect.ts';
import { COMMONMARK_DIVS, fencedDivs } from './fenced-divs.ts';
import { countedIdentifiers } from './identifiers.ts';
import { emojiNames, inlineAttributes, inlineMath } from './inlines.ts';
import { withoutMetadata } from './metadata.ts';
import { gfmSlug } from './slug.ts';

const common = {
  slug: gfmSlug,
  identifiers: countedIdentifiers,
  notesFirst: true,
  referencesAreText: false,
  headingsInNotes: false,
  withoutMetadata,
} as const;

/** `gfm`, with the extensions that pandoc has on for it. */
export const gfmDialect = (): PandocDialect => ({
  ...common,
  parser: commonMark({ plugins: [footnotes, emojiNames, inlineMath] }),
  headingAttributes: 'none',
  smart: false,
});

const EXTENDED = [
  footnotes,
  definitionLists,
  fencedDivs(COMMONMARK_DIVS),
  blockAttributes,
  emojiNames,
  inlineMath,
  inlineAttributes('any'),
];

/** `commonmark_x`, with the extensions that pandoc has on for it. */
export const commonmarkXDialect = (): PandocDialect => ({
  ...common,
  parser: commonMark({ plugins: EXTENDED }),
  headingAttributes: 'behind-text',
  smart: true,
});
