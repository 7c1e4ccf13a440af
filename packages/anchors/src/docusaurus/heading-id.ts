import GithubSlugger from 'github-slugger';
import type { HeadingId } from '../commonmark/page-anchors.ts';

/** A heading's Markdown as text. */
export interface HeadingText {
  readonly level: number;
  /** What its id is made of: alternative texts of pictures included, tags left out. */
  readonly slugged: string;
  /** As a reader sees it. */
  readonly shown: string;
  /** The id in a comment at its end; null for none. */
  readonly commented: string | null;
}

/** `{#id}` at the end of a heading, whatever the id. */
const EXPLICIT = /\s*\{#((?:.(?!\{#|\}))*.)\}$/;

/** Docusaurus 3.10 (`remark/headings`): a heading of the first level has no id, but uses up its slug. */
export function docusaurusIds(): (heading: HeadingText) => HeadingId {
  const slugger = new GithubSlugger();
  return ({ level, slugged, shown, commented }) => {
    const explicit = commented ?? EXPLICIT.exec(slugged.slice(-LONGEST))?.[1] ?? null;
    const id = explicit ?? slugger.slug(slugged);
    return { id: level === 1 ? null : id, text: withoutExplicit(shown).trim() };
  };
}

/** No id that is written out is longer. */
const LONGEST = 500;

const withoutExplicit = (text: string): string => text.slice(0, -LONGEST) + text.slice(-LONGEST).replace(EXPLICIT, '');

/** The id in `#id` between the marks of a comment; null for any other comment. */
export const commentedId = (comment: string): string | null => /^\s*#(\S+)\s*$/.exec(comment)?.[1] ?? null;
