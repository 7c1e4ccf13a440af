import type { FootnoteIds } from './page-anchors.ts';

/** mdast-util-to-hast 13: labels in lower case, and a heading before all that screen readers see. */
export const REHYPE_FOOTNOTES: FootnoteIds = {
  reference: ({ label }, nth) => `user-content-fnref-${label.toLowerCase()}${nth > 1 ? `-${nth}` : ''}`,
  definition: ({ label }) => `user-content-fn-${label.toLowerCase()}`,
  section: [{ id: 'footnote-label', text: 'Footnotes', level: 2 }],
};
