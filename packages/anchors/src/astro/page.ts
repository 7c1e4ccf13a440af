import type { MarkdownIt } from 'markdown-it';
import type { Heading, Nodes, Parents } from 'mdast';
import { footnotes } from '../commonmark/footnotes.ts';
import { textOfTokens, type TextRules } from '../commonmark/inline.ts';
import { pageAnchors, type HeadingSource, type PageRules } from '../commonmark/page-anchors.ts';
import { commonMark } from '../commonmark/parser.ts';
import { REHYPE_FOOTNOTES } from '../commonmark/rehype-footnotes.ts';
import type { Token } from '../commonmark/token.ts';
import { withoutLateFrontMatter } from '../front-matter.ts';
import { parse } from '../mdx/parse.ts';
import { isPlainMdx, plainMdxParser } from '../mdx/plain.ts';
import { treeAnchors, type NumberOf } from '../mdx/tree-anchors.ts';
import type { PageReader } from '../page.ts';
import { astroIds, smart } from './heading-id.ts';

const SHOWN: TextRules = { imageAlt: false, lineBreak: '\n', footnoteNumbers: true };

const rulesOf = (parser: MarkdownIt): PageRules => ({
  parser,
  headings: () => {
    const idOf = astroIds();
    return ({ source, tokens }: HeadingSource) => {
      const text = tokens.length === 0 ? smart(source) : textOfTokens(tokens.map(smartToken), SHOWN);
      return { id: idOf(text), text: text.trim() };
    };
  },
  rawHtml: true,
  footnotes: REHYPE_FOOTNOTES,
});

/** Code is left as it is. */
const smartToken = (token: Token): Token =>
  token.type === 'text' && token.content.includes('--')
    ? (Object.assign(Object.create(Object.getPrototypeOf(token) as object) as Token, token, {
        content: smart(token.content),
      }) as Token)
    : token;

const MARKDOWN = rulesOf(commonMark({ plugins: [footnotes] }));
const PLAIN_MDX = rulesOf(plainMdxParser);

/** Reads pages of Astro 5.18: Markdown, and MDX by the ending. Headings in raw HTML get no ids: those are given before it is parsed. */
export const astroPage: PageReader = ({ path, text }) => {
  const content = withoutLateFrontMatter(text);
  if (!path.endsWith('.mdx')) return { value: pageAnchors(content, MARKDOWN), diagnostics: [] };
  if (isPlainMdx(content)) return { value: pageAnchors(content, PLAIN_MDX), diagnostics: [] };
  const parsed = parse(content.replace(/^\ufeff/, ''), { mdx: true, directives: false });
  if ('problem' in parsed) return { value: [], diagnostics: [parsed.problem] };
  const idOf = astroIds();
  const value = treeAnchors(parsed.root, (heading, numberOf) => {
    const shown = treeText(heading, numberOf);
    return { id: idOf(shown), text: shown.trim() };
  });
  return { value, diagnostics: [] };
};

/** What a heading of MDX shows; expressions count as they are written. */
function treeText(node: Heading | Nodes, numberOf: NumberOf): string {
  if (node.type === 'text') return smart(node.value);
  if (node.type === 'inlineCode' || node.type === 'mdxTextExpression') return node.value;
  if (node.type === 'footnoteReference') return String(numberOf(node.identifier) ?? '');
  if (node.type === 'break') return '\n';
  return 'children' in node ? (node as Parents).children.map((child) => treeText(child, numberOf)).join('') : '';
}
