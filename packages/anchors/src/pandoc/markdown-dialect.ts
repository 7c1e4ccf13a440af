import { footnotes } from '../commonmark/footnotes.ts';
import { commonMark } from '../commonmark/parser.ts';
import { definitionLists } from '../mdbook/definition-list.ts';
import type { PandocDialect } from './dialect.ts';
import { fencedDivs, PANDOC_DIVS } from './fenced-divs.ts';
import { freeIdentifiers } from './identifiers.ts';
import { inlineAttributes, inlineMath, inlineNotes, texCommands } from './inlines.ts';
import { pandocBlocks } from './markdown-blocks.ts';
import { pandocHeadings } from './markdown-headings.ts';
import { pandocHtml } from './markdown-html.ts';
import { metadataBlocks } from './metadata.ts';
import { texEnvironments } from './tex-environments.ts';
import { gfmSlug, pandocSlug } from './slug.ts';

const BLOCKS = [
  pandocBlocks,
  pandocHeadings,
  pandocHtml,
  metadataBlocks,
  texEnvironments,
  footnotes,
  definitionLists,
  fencedDivs(PANDOC_DIVS),
];
const INLINES = [texCommands, inlineMath, inlineNotes, inlineAttributes('some')];

/** Pandoc's own Markdown; ids by its own rule, or by that of `gfm_auto_identifiers`. */
export const markdownDialect = (rule: 'pandoc' | 'gfm'): PandocDialect => ({
  parser: commonMark({ plugins: [...BLOCKS, ...INLINES] }),
  slug: rule === 'pandoc' ? pandocSlug : (text) => gfmSlug(text) || 'section',
  identifiers: freeIdentifiers,
  notesFirst: false,
  headingAttributes: 'always',
  referencesAreText: true,
  headingsInNotes: true,
  smart: true,
  withoutMetadata: (text) => text,
});
