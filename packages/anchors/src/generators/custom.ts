import type { Diagnostic } from '@mxg/model';
import { footnotes } from '../commonmark/footnotes.ts';
import { textOfTokens } from '../commonmark/inline.ts';
import { numbered } from '../commonmark/numbered.ts';
import { commonMark } from '../commonmark/parser.ts';
import { tokenAnchors } from '../commonmark/token-anchors.ts';
import { withoutFrontMatter } from '../front-matter.ts';
import type { PageReader } from '../page.ts';
import type { Generator } from './generator.ts';

/** A heading of a page, for a function that makes ids. */
export interface CustomHeading {
  /** What a reader sees, without marks and tags. */
  readonly text: string;
  /** 1 to 6. */
  readonly level: number;
  /** Relative to the site's folder. */
  readonly path: string;
}

/** The id of a heading, without a number for what is taken; null for none. */
export type CustomSlug = (heading: CustomHeading) => string | null;

/**
 * A generator whose rule is a function, for `openSites({ generator })`. Pages are CommonMark with GFM's tables; raw ids count; what
 * is taken gets `-1`, `-2` … A function that throws gives its page one diagnostic, and the headings no ids.
 */
export const customGenerator = (slug: CustomSlug): Generator => ({
  name: 'custom',
  title: 'a function of your own',
  reader: () => Promise.resolve(customReader(slug)),
});

function customReader(slug: CustomSlug): PageReader {
  const parser = commonMark({ plugins: [footnotes] });
  return ({ path, text }) => {
    const { unique } = numbered();
    let problem: Diagnostic | null = null;
    const idOf = (shown: string, level: number): string | null => {
      try {
        const id = problem === null ? slug({ text: shown, level, path }) : null;
        return id === null ? null : unique(id);
      } catch (error) {
        problem = failed(shown, error);
        return null;
      }
    };
    const value = tokenAnchors(parser.parse(withoutFrontMatter(text), {}), ({ level, tokens }) => {
      const shown = textOfTokens(tokens, { imageAlt: false, lineBreak: ' ', footnoteNumbers: false }).trim();
      return { id: idOf(shown, level), text: shown };
    });
    return { value, diagnostics: problem === null ? [] : [problem] };
  };
}

const failed = (heading: string, error: unknown): Diagnostic => ({
  code: 'page/custom-slug-failed',
  severity: 'error',
  message: `the function for ids failed at the heading \`${heading.slice(0, 80)}\`: ${error instanceof Error ? error.message : String(error)}`,
  hint: 'correct the function: it takes any heading, and gives a text or null',
  span: null,
  exact: false,
});
