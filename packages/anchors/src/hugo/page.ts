import type { Anchor } from '../anchor.ts';
import { footnotes } from '../commonmark/footnotes.ts';
import { pageAnchors, type FootnoteIds, type HeadingSource, type PageRules } from '../commonmark/page-anchors.ts';
import { inlineTokens, textOfTokens } from '../commonmark/inline.ts';
import { commonMark } from '../commonmark/parser.ts';
import type { Config } from '../config/config.ts';
import { configAt, lowerKeys, textAt } from '../config/plain-data.ts';
import { withoutLateFrontMatter } from '../front-matter.ts';
import type { PageReader } from '../page.ts';
import { definitionLists } from '../mdbook/definition-list.ts';
import { headingAttributes } from './attributes.ts';
import { plainText } from './heading-text.ts';
import { hugoIds, type IdType } from './ids.ts';
import { withoutShortcodes } from './shortcodes.ts';

/** What a site's configuration says of the ids of its pages. */
interface HugoMarkup {
  readonly idType: IdType;
  readonly autoIds: boolean;
  readonly attributes: boolean;
  /** Whether raw HTML is in the built page. */
  readonly unsafe: boolean;
  /** Whether ids are made of a heading's source, as they were before version 0.144. */
  readonly fromSource: boolean;
}

const ID_TYPES: readonly IdType[] = ['github', 'github-ascii', 'blackfriday'];

function markupOf(config: Config): HugoMarkup {
  const goldmark = configAt(configAt(lowerKeys(config), 'markup'), 'goldmark');
  const parser = configAt(goldmark, 'parser');
  const latest = textAt(configAt(configAt(lowerKeys(config), 'module'), 'hugoversion'), 'max');
  return {
    idType: ID_TYPES.find((type) => type === textAt(parser, 'autoheadingidtype')) ?? 'github',
    autoIds: parser['autoheadingid'] !== false,
    attributes: configAt(parser, 'attribute')['title'] !== false,
    unsafe: configAt(goldmark, 'renderer')['unsafe'] === true,
    fromSource: latest !== null && Number(/^0\.(\d+)/.exec(latest)?.[1] ?? 999) < 144,
  };
}

/** goldmark: by number; the first reference to a footnote has no count. */
const FOOTNOTES: FootnoteIds = {
  reference: ({ number }, nth) => `fnref${nth > 1 ? nth - 1 : ''}:${number}`,
  definition: ({ number }) => `fn:${number}`,
  section: [],
};

const parser = commonMark({ plugins: [footnotes, definitionLists] });

/** Reads Markdown pages of Hugo 0.167; with `module.hugoVersion.max` below 0.144 as the versions before did. */
export function hugoPages(config: Config): PageReader {
  const markup = markupOf(config);
  const rules: PageRules = {
    parser,
    headings: () => headingIds(markup),
    rawHtml: markup.unsafe,
    footnotes: FOOTNOTES,
  };
  return ({ text }) => ({ value: anchorsOf(text, rules), diagnostics: [] });
}

/** goldmark knows no byte order mark: a heading behind it is none. */
function anchorsOf(page: string, rules: PageRules): readonly Anchor[] {
  const text = withoutShortcodes(withoutLateFrontMatter(page));
  return pageAnchors(text.startsWith('\ufeff') ? `x${text.slice(1)}` : text, rules);
}

const SHOWN = { imageAlt: false, lineBreak: ' ', footnoteNumbers: true };

function headingIds({ idType, autoIds, attributes, fromSource }: HugoMarkup) {
  const ids = hugoIds(idType);
  return ({ source: written, tokens }: HeadingSource) => {
    const { source, id } =
      attributes && written.includes('{') ? headingAttributes(written) : { source: written, id: null };
    const own = source === written ? tokens : inlineTokens(parser, source, {});
    const text = own.length === 0 ? source.trim() : textOfTokens(own, SHOWN).trim();
    if (id !== null) ids.reserve(id);
    if (id !== null || !autoIds) return { id, text };
    const plain = fromSource ? source.slice(source.lastIndexOf('\n') + 1) : own.length === 0 ? source : plainText(own);
    return { id: plain === '' && !fromSource ? null : ids.generate(plain), text };
  };
}
