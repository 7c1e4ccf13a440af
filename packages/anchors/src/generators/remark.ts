import type { Generator, Variant } from './generator.ts';

/** Forges, and generators that read Markdown with remark. */
export const remarkGenerators: readonly Generator[] = [
  {
    name: 'github',
    title: 'GitHub (cmark-gfm)',
    reader: async (config) => (await import('../github/page.ts')).githubPages(config),
  },
  {
    name: 'gitlab',
    title: 'GitLab 17 (comrak)',
    reader: async (config) => (await import('../github/page.ts')).gitlabPages(config),
  },
  {
    name: 'gatsby',
    title: 'Gatsby (gatsby-remark-autolink-headers 6.16)',
    reader: async (config) => (await import('../gatsby/page.ts')).gatsbyPages(config),
  },
  {
    name: 'docusaurus',
    title: 'Docusaurus 3.10',
    reader: async (config) => (await import('../docusaurus/page.ts')).docusaurusPages(config),
  },
  { name: 'astro', title: 'Astro 5.18', reader: async () => (await import('../astro/page.ts')).astroPage },
  {
    name: 'starlight',
    title: 'Starlight 0.37 (Astro 5.18)',
    reader: async () => (await import('../astro/starlight.ts')).starlightPage,
  },
];

/** Usual settings of them. */
export const remarkVariants: readonly Variant[] = [
  { name: 'github-derived', generator: 'github', config: { frontMatter: false } },
  { name: 'github-real', generator: 'github', config: {} },
  { name: 'gitlab-derived', generator: 'gitlab', config: { frontMatter: false } },
  { name: 'gatsby-autolink', generator: 'gatsby', config: {} },
  { name: 'gatsby-autolink-custom', generator: 'gatsby', config: { enableCustomId: true, removeAccents: true } },
  { name: 'docusaurus-md', generator: 'docusaurus', config: { markdown: { format: 'md' } } },
  { name: 'docusaurus-mdx', generator: 'docusaurus', config: { markdown: { format: 'mdx' } } },
  { name: 'astro-md', generator: 'astro', config: {} },
  { name: 'astro-mdx', generator: 'astro', config: {} },
];
