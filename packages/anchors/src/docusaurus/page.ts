import { pageAnchors } from '../commonmark/page-anchors.ts';
import type { Config } from '../config/config.ts';
import { configAt, textAt } from '../config/plain-data.ts';
import { withoutFrontMatter } from '../front-matter.ts';
import { isPlainMdx } from '../mdx/plain.ts';
import type { PageReader } from '../page.ts';
import { MARKDOWN, PLAIN_MDX } from './markdown.ts';
import { mdxAnchors } from './mdx.ts';

/** Reads pages of Docusaurus 3.10. `markdown.format` of its configuration tells whether `.md` is MDX, which it is by default. */
export function docusaurusPages(config: Config): PageReader {
  const format = textAt(configAt(config, 'markdown'), 'format') ?? 'mdx';
  return ({ path, text }) => {
    const content = withoutFrontMatter(text);
    const isMdx = format === 'mdx' || (format === 'detect' && path.endsWith('.mdx'));
    if (!isMdx) return { value: pageAnchors(content, MARKDOWN), diagnostics: [] };
    return isPlainMdx(content) ? { value: pageAnchors(content, PLAIN_MDX), diagnostics: [] } : mdxAnchors(content);
  };
}
