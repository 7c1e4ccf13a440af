import { namedEmoji } from './emoji.ts';

/** Lower case as Haskell has it: each character by itself, so that no sigma is final. */
const lowered = (text: string): string =>
  /\u03a3/.test(text) ? [...text].map((each) => each.toLowerCase()).join('') : text.toLowerCase();

const NOT_IN_PANDOC = /[^\p{L}\p{N}\p{White_Space}_.-]/gu;

/** Pandoc's own rule, `auto_identifiers`: from the first letter on, `.` stays, white space is single; never empty. */
export function pandocSlug(text: string): string {
  const kept = lowered(text).replace(NOT_IN_PANDOC, '');
  const joined = kept
    .split(/\p{White_Space}+/u)
    .filter(Boolean)
    .join('-');
  return joined.replace(/^\P{L}+/u, '') || 'section';
}

const NOT_IN_GFM = /[^\p{L}\p{M}\p{N}\p{Pc}\p{White_Space}-]/gu;

/** The rule of `gfm_auto_identifiers`: as GitHub's, but emoji are named; may be empty. */
export const gfmSlug = (text: string): string =>
  lowered(namedEmoji(text))
    .replace(NOT_IN_GFM, '')
    .replace(/\p{White_Space}/gu, '-');
