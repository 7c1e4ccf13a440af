import GithubSlugger from 'github-slugger';

/** Astro 5 (`rehypeHeadingIds`): GitHub's rule, then one dash at the end is cut, so that an id may come twice. */
export function astroIds(): (text: string) => string {
  const slugger = new GithubSlugger();
  return (text) => slugger.slug(text).replace(/-$/, '');
}

/** retext-smartypants: two dashes by themselves become one that no id has; other runs stay. */
export const smart = (text: string): string => text.replace(/(?<!-)--(?!-)/g, '—');
