import type { Generator, Variant } from './generator.ts';

/** Generators that read Markdown with markdown-it, and Hugo with goldmark. */
export const markdownItGenerators: readonly Generator[] = [
  {
    name: 'eleventy',
    title: 'Eleventy 3.1',
    reader: async (config) => (await import('../eleventy/page.ts')).eleventyPages(config),
  },
  {
    name: 'vitepress',
    title: 'VitePress 1.6',
    reader: async () => (await import('../vitepress/page.ts')).vitepressPage,
  },
  { name: 'hugo', title: 'Hugo 0.167', reader: async (config) => (await import('../hugo/page.ts')).hugoPages(config) },
];

const hugo = (parser: object, renderer: object) => ({ markup: { goldmark: { parser, renderer } } });

/** Usual settings of them. */
export const markdownItVariants: readonly Variant[] = [
  { name: 'eleventy-default', generator: 'eleventy', config: {} },
  {
    name: 'eleventy-idplugin',
    generator: 'eleventy',
    config: { calls: [{ call: 'addPlugin', arguments: [{ name: 'IdAttributePlugin' }] }] },
  },
  {
    name: 'markdown-it-anchor',
    generator: 'eleventy',
    config: { calls: [{ call: 'amendLibrary', arguments: ['md', { name: 'markdownItAnchor' }] }] },
  },
  { name: 'hugo-0.111', generator: 'hugo', config: { module: { hugoVersion: { max: '0.143' } } } },
  { name: 'hugo-unsafe', generator: 'hugo', config: hugo({}, { unsafe: true }) },
  { name: 'hugo-ascii', generator: 'hugo', config: hugo({ autoHeadingIDType: 'github-ascii' }, { unsafe: true }) },
  { name: 'hugo-blackfriday', generator: 'hugo', config: hugo({ autoHeadingIDType: 'blackfriday' }, { unsafe: true }) },
];
