import type { Anchor } from '../anchor.ts';
import { footnotes } from '../commonmark/footnotes.ts';
import { textOfTokens, type TextRules } from '../commonmark/inline.ts';
import { pageAnchors, type FootnoteIds, type PageRules } from '../commonmark/page-anchors.ts';
import { commonMark } from '../commonmark/parser.ts';
import { hasRawHeadings, renderedAnchors } from '../commonmark/rendered.ts';
import type { Config } from '../config/config.ts';
import { withoutFrontMatter } from '../front-matter.ts';
import type { PageReader } from '../page.ts';
import { githubIds, gitlabIds, type SlugMaker } from './slug-maker.ts';

const TEXT: TextRules = { imageAlt: false, lineBreak: '\n', footnoteNumbers: true };

/** cmark-gfm 0.29: labels as they are written. */
const FOOTNOTES: FootnoteIds = {
  reference: ({ label }, nth) => `fnref-${label}${nth > 1 ? `-${nth}` : ''}`,
  definition: ({ label }) => `fn-${label}`,
  section: [],
};

const parser = commonMark({ plugins: [footnotes] });

/**
 * Reads pages as a forge shows them: GFM, with ids on all headings, raw HTML ones included. Front matter is shown as a table; with
 * `frontMatter: false` it is read as Markdown, as a bare parser does.
 */
function forgePages(ids: SlugMaker): (config: Config) => PageReader {
  const rules: PageRules = {
    parser,
    headings: () => {
      const slug = ids();
      return ({ source, tokens }) => {
        const text = tokens.length === 0 ? source : textOfTokens(tokens, TEXT);
        return { id: slug(text), text: text.trim() };
      };
    },
    rawHtml: true,
    footnotes: FOOTNOTES,
  };
  return ({ frontMatter }) =>
    ({ text }) => ({
      value: anchorsOf(frontMatter === false ? text : withoutFrontMatter(text), rules, ids),
      diagnostics: [],
    });
}

/** A raw heading may have an id of its own, which the forge leaves to it beside the one it makes. */
function anchorsOf(text: string, rules: PageRules, ids: SlugMaker): readonly Anchor[] {
  if (!hasRawHeadings(text)) return pageAnchors(text, rules);
  const slug = ids();
  return renderedAnchors(parser, text, ({ own, text: shown }) => [...(own === null ? [] : [own]), slug(shown)]);
}

export const githubPages = forgePages(githubIds);
export const gitlabPages = forgePages(gitlabIds);
