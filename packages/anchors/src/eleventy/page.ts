import slugify from '@sindresorhus/slugify';
import type { Anchor } from '../anchor.ts';
import { numbered } from '../commonmark/numbered.ts';
import { commonMark } from '../commonmark/parser.ts';
import { renderedAnchors, type RenderedHeading } from '../commonmark/rendered.ts';
import { tokenAnchors, type TokenHeading } from '../commonmark/token-anchors.ts';
import type { Config } from '../config/config.ts';
import { readYaml } from '../config/yaml.ts';
import { frontMatterOf, withoutFrontMatter } from '../front-matter.ts';
import { failedTemplate } from '../liquid/problem.ts';
import { renderLiquid, type Rendered } from '../liquid/render.ts';
import type { PageReader, PageText } from '../page.ts';

/** Eleventy 3.1: raw HTML is kept, indented code is off. */
const parser = commonMark({ without: ['code'] });

/** Reads the ids of a page behind its templates. */
type Reader = (text: string) => readonly Anchor[];

/**
 * Reads Markdown pages of Eleventy 3.1. `config` is what its configuration says, its calls under `calls`: headings get ids from the
 * plugin `IdAttributePlugin`, from markdown-it-anchor, or not at all.
 */
export function eleventyPages(config: Config): PageReader {
  const calls = JSON.stringify(config['calls'] ?? []);
  const reader = calls.includes('IdAttributePlugin')
    ? byPlugin
    : /markdown-?it-?anchor/i.test(calls)
      ? byAnchor
      : withoutIds;
  const templated = config['markdownTemplateEngine'] === undefined || config['markdownTemplateEngine'] === 'liquid';
  return (page) => {
    const rendered = templated
      ? render(page)
      : { text: withoutFrontMatter(page.text), lineOf: (line: number) => line, failure: null };
    // a byte order mark is kept, and hides a heading behind it
    const text = rendered.text.startsWith('\ufeff') ? `x${rendered.text.slice(1)}` : rendered.text;
    return {
      value: reader(text).map((anchor) => ({ ...anchor, line: rendered.lineOf(anchor.line) })),
      diagnostics: rendered.failure === null ? [] : [failedTemplate(page.path, rendered.failure)],
    };
  };
}

function render({ path, text }: PageText): Rendered {
  const matter = frontMatterOf(text);
  const data = matter?.format === 'yaml' ? readYaml(matter.text).value : {};
  const page = { inputPath: `./${path}`, fileSlug: path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '') };
  return renderLiquid(withoutFrontMatter(text), { dialect: 'liquidjs', scope: { ...data, page } });
}

const withoutIds: Reader = (text) => tokenAnchors(parser.parse(text, {}), () => ({ id: null, text: '' }));

/** markdown-it-anchor 10 by itself: the text as a part of a URL. */
const byAnchor: Reader = (text) => {
  const { unique, take } = numbered();
  return tokenAnchors(parser.parse(text, {}), ({ own, tokens }: TokenHeading) => {
    const shown = tokens
      .map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : ''))
      .join('');
    if (own !== null) take(own);
    const slug = encodeURIComponent(shown.trim().toLowerCase().replace(/\s+/g, '-').toWellFormed());
    return { id: own ?? unique(slug), text: shown.trim() };
  });
};

/** IdAttributePlugin: counts from 2, of what is written out, too; comments count as text, headings without anything are left alone. */
const byPlugin: Reader = (text) => {
  const counts = new Map<string, number>();
  const counted = (id: string): number => {
    const count = (counts.get(id) ?? 0) + 1;
    counts.set(id, count);
    return count;
  };
  return renderedAnchors(parser, text, ({ own, withComments, empty }: RenderedHeading) => {
    if (own !== null || empty) return own === null ? [] : [own].filter(counted);
    const slug = slugify(withComments, { decamelize: false });
    const count = counted(slug);
    return [count === 1 ? slug : `${slug}-${count}`];
  });
};
