import { slugify } from '@mdit-vue/shared';
import type { Diagnostic, Reading } from '@mxg/model';
import attributes from 'markdown-it-attrs';
import { full as emoji } from 'markdown-it-emoji';
import type { Anchor } from '../anchor.ts';
import { numbered } from '../commonmark/numbered.ts';
import { commonMark } from '../commonmark/parser.ts';
import { tokenAnchors, type TokenHeading } from '../commonmark/token-anchors.ts';
import type { Token } from '../commonmark/token.ts';
import { withoutFrontMatter } from '../front-matter.ts';
import type { PageReader } from '../page.ts';

/** VitePress 1.6, `markdown.ts`, as far as ids depend on it. Containers (`:::`) and alerts hold Markdown and need no rule. */
const parser = commonMark({ plugins: [attributes, emoji], without: ['text_join'] });
parser.set({ linkify: true });
parser.linkify.set({ fuzzyLink: false });

/** Reads pages of VitePress 1.6. An id that is written out twice stops the real build: then there is none. */
export const vitepressPage: PageReader = ({ text }) => {
  const ids = numbered();
  const repeated: string[] = [];
  const idOf = ({ own, tokens }: TokenHeading) => {
    if (own !== null && !ids.take(own)) repeated.push(own);
    return { id: own ?? ids.unique(slugify(slugText(tokens))), text: shownText(tokens).trim() };
  };
  const value = tokenAnchors(parser.parse(withoutFrontMatter(text).replace(/^\ufeff/, ''), {}), idOf);
  return repeated.length === 0 ? { value, diagnostics: [] } : refused(repeated);
};

/**
 * Emoji of names, tags and pictures do not count. Entities do as they are written, but for one that is all the text there is between
 * other tokens (`restoreEntities.ts` looks at them where texts are joined).
 */
function slugText(tokens: readonly Token[]): string {
  return tokens
    .map((token, i) => {
      if (!SLUGGED.has(token.type)) return '';
      return isText(tokens[i - 1]) || isText(tokens[i + 1]) ? writtenOf(token) : token.content;
    })
    .join('');
}

const isText = (token: Token | undefined): boolean => token?.type === 'text' || token?.type === 'text_special';

const SLUGGED: ReadonlySet<string> = new Set(['text', 'text_special', 'code_inline']);

function writtenOf({ type, info, content, markup }: Token): string {
  if (type !== 'text_special') return content;
  if (info === 'entity') return markup;
  return content === '&' ? '&amp;' : content;
}

const shownText = (tokens: readonly Token[]): string =>
  tokens.map(({ type, content }) => (SLUGGED.has(type) || type === 'emoji' ? content : '')).join('');

const refused = ([id = '']: readonly string[]): Reading<readonly Anchor[]> => ({
  value: [],
  diagnostics: [repeatedId(id)],
});

const repeatedId = (id: string): Diagnostic => ({
  code: 'page/repeated-id',
  severity: 'error',
  message: `the id \`${id}\` is written out twice: VitePress refuses the page`,
  hint: 'give one of the headings another id',
  span: null,
  exact: false,
});
