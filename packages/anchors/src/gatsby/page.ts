import GithubSlugger from 'github-slugger';
import { footnotes } from '../commonmark/footnotes.ts';
import { pageAnchors, type FootnoteIds, type HeadingSource } from '../commonmark/page-anchors.ts';
import { inlineTokens, textOfTokens } from '../commonmark/inline.ts';
import { commonMark } from '../commonmark/parser.ts';
import type { Token } from '../commonmark/token.ts';
import type { Config } from '../config/config.ts';
import { configAt, isConfig } from '../config/plain-data.ts';
import { withoutFrontMatter } from '../front-matter.ts';
import type { PageReader } from '../page.ts';
import { deburred } from './deburr.ts';

const parser = commonMark({ plugins: [footnotes] });

/** remark-rehype of gatsby-transformer-remark 6. */
const FOOTNOTES: FootnoteIds = {
  reference: ({ label }) => `fnref-${label.toLowerCase()}`,
  definition: ({ label }) => `fn-${label.toLowerCase()}`,
  section: [],
};

/** The options of gatsby-remark-autolink-headers. */
interface AutolinkOptions {
  readonly customIds: boolean;
  readonly removeAccents: boolean;
  readonly keepCase: boolean;
}

/** Reads Markdown of Gatsby with gatsby-remark-autolink-headers 6.16; `config` is the plugin's options, or the site's configuration with it. */
export function gatsbyPages(config: Config): PageReader {
  const options = optionsOf(config);
  const rules = { parser, headings: () => headingIds(options), rawHtml: true, footnotes: FOOTNOTES };
  return ({ text }) => ({ value: pageAnchors(withoutFrontMatter(text), rules), diagnostics: [] });
}

function optionsOf(config: Config): AutolinkOptions {
  const options = { ...config, ...pluginIn(config['plugins']) };
  return {
    customIds: options['enableCustomId'] === true,
    removeAccents: options['removeAccents'] === true,
    keepCase: options['maintainCase'] === true,
  };
}

/** The options of the plugin, wherever in the list of plugins it stands. */
function pluginIn(plugins: unknown): Config {
  for (const plugin of Array.isArray(plugins) ? plugins.filter(isConfig) : []) {
    const options = configAt(plugin, 'options');
    if (plugin['resolve'] === 'gatsby-remark-autolink-headers') return options;
    const inner = pluginIn(options['plugins'] ?? options['gatsbyRemarkPlugins']);
    if (Object.keys(inner).length > 0) return inner;
  }
  return {};
}

function headingIds({ customIds, removeAccents, keepCase }: AutolinkOptions) {
  const slugger = new GithubSlugger();
  return ({ source, tokens }: HeadingSource) => {
    const all = tokens.length === 0 ? inlineTokens(parser, source, {}) : tokens;
    const text = textOfTokens(all, { imageAlt: false, lineBreak: ' ' }).trim();
    const custom = customIds ? customId(all) : null;
    if (custom !== null)
      return { id: custom, text: text.slice(0, -LONGEST) + text.slice(-LONGEST).replace(/\s*\{#[\w-]+\}$/, '') };
    const slug = slugger.slug(treeText(all), keepCase);
    return { id: removeAccents ? deburred(slug) : slug, text };
  };
}

/** `{#id}` at the end of the last text, when it is not all there is. Escapes and entities are part of their text. */
function customId(tokens: readonly Token[]): string | null {
  const before = tokens.findLastIndex(({ type }) => type !== 'text' && type !== 'text_special');
  const text = tokens.slice(before + 1).map(({ content }) => content);
  const whole = text.join('');
  const found = /\{#([\w-]+)\}$/.exec(whole.slice(-LONGEST));
  const alone = found !== null && whole.slice(0, -found[0].length).trim() === '' && before < 0;
  return alone ? null : (found?.[1] ?? null);
}

/** No id that is written out is longer. */
const LONGEST = 500;

/** mdast-util-to-string 2: of a node its value, else its alternative text, else its title, else what is in it; raw tags as they are written. */
function treeText(tokens: readonly Token[]): string {
  let text = '';
  let skipped = 0;
  for (const token of tokens) {
    const title = token.type === 'link_open' || token.type === 'image' ? String(token.attrGet('title') ?? '') : '';
    if (skipped > 0) skipped += token.nesting;
    else if (token.type === 'link_open' && title !== '') {
      text += title;
      skipped = 1;
    } else text += valueOf(token, title);
  }
  return text;
}

function valueOf({ type, content }: Token, title: string): string {
  if (type === 'softbreak') return '\n';
  if (type === 'image') return content === '' ? title : content;
  return VALUED.has(type) ? content : '';
}

const VALUED: ReadonlySet<string> = new Set(['text', 'text_special', 'code_inline', 'html_inline']);
