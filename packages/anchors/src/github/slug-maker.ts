import GithubSlugger from 'github-slugger';

/** Makes ids of headings' texts, told apart within a page. */
export type SlugMaker = () => (text: string) => string;

/** GitHub's rule, as the package that follows it has it. */
export const githubIds: SlugMaker = () => {
  const slugger = new GithubSlugger();
  return (text) => slugger.slug(text);
};

/** GitLab 17 and later (comrak's anchorizer): letters, marks, numbers and connectors stay, spaces become `-`. */
export const gitlabIds: SlugMaker = () => {
  const taken = new Set<string>();
  const last = new Map<string, number>();
  return (text) => {
    const slug = text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
      .replaceAll(' ', '-');
    let count = last.get(slug) ?? 0;
    let id = count === 0 ? slug : `${slug}-${count}`;
    while (taken.has(id)) id = `${slug}-${++count}`;
    last.set(slug, count);
    taken.add(id);
    return id;
  };
};
