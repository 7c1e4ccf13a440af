import type { Generator, Variant } from './generator.ts';

/** Generators that read Markdown with Python-Markdown. */
export const pythonMarkdownGenerators: readonly Generator[] = [
  {
    name: 'mkdocs',
    title: 'MkDocs 1.6 (Python-Markdown 3.10)',
    reader: async (config) => (await import('../python-markdown/page.ts')).mkdocsPages(config),
  },
];

/** What the guide of Material for MkDocs has on. */
const MATERIAL = [
  'abbr',
  'admonition',
  'attr_list',
  'def_list',
  'footnotes',
  'md_in_html',
  { toc: { permalink: true } },
  'pymdownx.details',
  'pymdownx.superfences',
  'pymdownx.highlight',
  'pymdownx.inlinehilite',
  'pymdownx.tabbed',
  'pymdownx.tasklist',
  'pymdownx.mark',
  'pymdownx.tilde',
  'pymdownx.caret',
];

/** Usual settings of them. */
export const pythonMarkdownVariants: readonly Variant[] = [
  { name: 'material', generator: 'mkdocs', config: { markdown_extensions: MATERIAL } },
  { name: 'mkdocs-material', generator: 'mkdocs', config: { markdown_extensions: MATERIAL } },
  {
    name: 'mkdocs-slugify-unicode',
    generator: 'mkdocs',
    config: { markdown_extensions: [{ toc: { slugify: { python: 'markdown.extensions.toc.slugify_unicode' } } }] },
  },
  {
    name: 'mkdocs-slugs-lower',
    generator: 'mkdocs',
    config: {
      markdown_extensions: [
        'attr_list',
        { toc: { slugify: { python: 'pymdownx.slugs.slugify', kwds: { case: 'lower' } } } },
      ],
    },
  },
];
