import type { Generator, Variant } from './generator.ts';

/** The extensions that MyST's own guide has on. */
const USUAL_EXTENSIONS = [
  'amsmath',
  'attrs_inline',
  'colon_fence',
  'deflist',
  'dollarmath',
  'fieldlist',
  'html_admonition',
  'html_image',
  'replacements',
  'smartquotes',
  'strikethrough',
  'substitution',
  'tasklist',
];

export const textGenerators: readonly Generator[] = [
  {
    name: 'asciidoctor',
    title: 'Asciidoctor 2.0',
    reader: async (config) => (await import('../asciidoc/page.ts')).asciidoctorPages(config),
  },
  {
    name: 'mdbook',
    title: 'mdBook 0.5',
    reader: async () => (await import('../mdbook/page.ts')).mdbookPage,
  },
  {
    name: 'pandoc',
    title: 'pandoc 3.11',
    reader: async (config) => (await import('../pandoc/reader.ts')).pandocReader(config),
  },
  {
    name: 'sphinx',
    title: 'Sphinx 9.1 (docutils 0.23, MyST 5.1)',
    reader: async (config) => (await import('../myst/sphinx-page.ts')).sphinxPages(config),
  },
];

export const textVariants: readonly Variant[] = [
  { name: 'asciidoctor-dash', generator: 'asciidoctor', config: { attributes: { idprefix: '', idseparator: '-' } } },
  {
    name: 'asciidoctor-github',
    generator: 'asciidoctor',
    config: { attributes: { idprefix: '', idseparator: '-', 'env-github': '' } },
  },
  { name: 'pandoc-gfm', generator: 'pandoc', config: { from: 'gfm' } },
  { name: 'pandoc-gfmids', generator: 'pandoc', config: { from: 'markdown+gfm_auto_identifiers' } },
  { name: 'pandoc-commonmark_x', generator: 'pandoc', config: { from: 'commonmark_x' } },
  { name: 'sphinx-rst', generator: 'sphinx', config: {} },
  { name: 'myst', generator: 'sphinx', config: {} },
  {
    name: 'myst-anchors',
    generator: 'sphinx',
    config: { myst_heading_anchors: 6, myst_enable_extensions: USUAL_EXTENSIONS },
  },
];
