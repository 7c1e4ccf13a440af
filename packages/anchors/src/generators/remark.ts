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
];

/** Usual settings of them. */
export const remarkVariants: readonly Variant[] = [
  { name: 'github-derived', generator: 'github', config: { frontMatter: false } },
  { name: 'github-real', generator: 'github', config: {} },
  { name: 'gitlab-derived', generator: 'gitlab', config: { frontMatter: false } },
];
