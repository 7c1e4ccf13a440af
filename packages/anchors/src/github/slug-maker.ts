import GithubSlugger from 'github-slugger';
import { numbered } from '../commonmark/numbered.ts';

/** Makes ids of headings' texts, told apart within a page. */
export type SlugMaker = () => (text: string) => string;

/** GitHub's rule, as the package that follows it has it. */
export const githubIds: SlugMaker = () => {
  const slugger = new GithubSlugger();
  return (text) => slugger.slug(text);
};

/** GitLab 17 and later (comrak's anchorizer): letters, marks, numbers and connectors stay, spaces become `-`. */
export const gitlabIds: SlugMaker = () => {
  const { unique } = numbered();
  return (text) =>
    unique(
      text
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
        .replaceAll(' ', '-'),
    );
};
