import type { KramdownOptions } from './options.ts';

/** Gives ids to headers, one after the other. */
export type HeaderIds = (source: string) => string;

const NOT_WORD = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- \t]/gu;
const ASCII = /^[\0-\x7f]*$/;

/** What kramdown's HTML converter makes of a header's source: ASCII from its first letter on, `section` where nothing is left. */
export function plainIds({ autoIdPrefix, transliterate }: KramdownOptions): HeaderIds {
  const used = new Map<string, number>();
  return (source) => {
    const slug = plainId(transliterate(source)) || 'section';
    return autoIdPrefix + counted(used, slug);
  };
}

/** One id, without what makes it unique; empty for a text without ASCII letters. */
export function plainId(source: string): string {
  const letters = source.replace(/^[^a-zA-Z]+/gm, '');
  return letters
    .replace(/[^a-zA-Z0-9 -]/g, '')
    .replaceAll(' ', '-')
    .toLowerCase();
}

/** What the GFM parser makes of a header's text. An empty id is none, but counts. */
export function gfmIds({ autoIdPrefix }: KramdownOptions): HeaderIds {
  const used = new Map<string, number>();
  return (source) => autoIdPrefix + counted(used, lowerCase(source).replace(NOT_WORD, '').replace(/[ \t]/g, '-'));
}

/** Explicit ids are not looked at, and neither are ids that were counted up: `foo`, `foo`, `foo-1` give `foo-1` twice. */
function counted(used: Map<string, number>, slug: string): string {
  const before = used.get(slug);
  used.set(slug, before === undefined ? 0 : before + 1);
  return before === undefined ? slug : `${slug}-${before + 1}`;
}

/** Each character on its own, as Ruby does it: a final sigma is no other letter. */
function lowerCase(text: string): string {
  return ASCII.test(text) ? text.toLowerCase() : Array.from(text, (character) => character.toLowerCase()).join('');
}
