import { footnotes } from '../commonmark/footnotes.ts';
import { textOfTokens } from '../commonmark/inline.ts';
import { type HeadingSource, type PageRules } from '../commonmark/page-anchors.ts';
import { commonMark } from '../commonmark/parser.ts';
import { REHYPE_FOOTNOTES } from '../commonmark/rehype-footnotes.ts';
import type { Token } from '../commonmark/token.ts';
import { plainMdxParser } from '../mdx/plain.ts';
import { commentedId, docusaurusIds } from './heading-id.ts';

/** How Docusaurus reads Markdown that is no MDX, or that uses nothing of it. */
const rulesOf = (parser: PageRules['parser']): PageRules => ({
  parser,
  headings: () => {
    const idOf = docusaurusIds();
    return ({ level, source, tokens }: HeadingSource) => {
      if (tokens.length === 0) return idOf({ level, slugged: source, shown: source, commented: null });
      const read = tokens.map(withoutDirectives);
      const slugged = read.every(isTag) ? read.map(({ content }) => content).join('') : textOfTokens(read, SLUGGED);
      const shown = textOfTokens(read, { imageAlt: false, lineBreak: ' ' });
      return idOf({ level, slugged, shown, commented: commentAt(tokens.at(-1)) });
    };
  },
  rawHtml: true,
  footnotes: REHYPE_FOOTNOTES,
});

const SLUGGED = { imageAlt: true, lineBreak: '\n' };

/** Tags count in a heading of nothing else. */
const isTag = ({ type }: Token): boolean => type === 'html_inline';

export const MARKDOWN = rulesOf(commonMark({ plugins: [footnotes] }));
export const PLAIN_MDX = rulesOf(plainMdxParser);

const commentAt = (token: Token | undefined): string | null =>
  token?.type === 'html_inline' ? commentedId(/^<!--([^]*)-->$/.exec(token.content)?.[1] ?? '') : null;

/** `:name[label]{attributes}` is a directive: of `key:value` the key is left, of a label its text (micromark-extension-directive 3). */
const DIRECTIVE = /(?<!:):[A-Za-z](?:[\w-]{0,100}[A-Za-z0-9])?(?![\w:-])(?:\[([^\]]{0,500})\])?(?:\{[^}]{0,500}\})?/g;

function withoutDirectives(token: Token): Token {
  if (token.type !== 'text' || !token.content.includes(':')) return token;
  const content = token.content.replace(DIRECTIVE, (_, label: string | undefined) => label ?? '');
  return Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, { content });
}
