import { numbered } from '../commonmark/numbered.ts';

/** How ids are made of text: `markup.goldmark.parser.autoHeadingIDType`. */
export type IdType = 'github' | 'github-ascii' | 'blackfriday';

/** Tells ids apart within a page. */
export interface HugoIds {
  /** The id of a heading's text. */
  readonly generate: (text: string) => string;
  /** Takes an id that is written out; false when it was taken already. */
  readonly reserve: (id: string) => boolean;
}

/** Hugo 0.167, `markup/goldmark/autoid.go`. */
export function hugoIds(type: IdType): HugoIds {
  const { unique, take } = numbered();
  return { reserve: take, generate: (text) => unique(SLUGS[type](text) || 'heading') };
}

const SLUGS: Readonly<Record<IdType, (text: string) => string>> = {
  github: (text) => github(goTrimmed(text)),
  'github-ascii': (text) => github(goTrimmed(withoutAccents(text)).replace(/[^\0-\x7f]/g, '')),
  blackfriday,
};

/** Letters, digits and `_` stay; a space and a dash are a dash. */
function github(text: string): string {
  const kept = text.replace(/[^\p{L}\p{Nd}_ -]/gu, '');
  return goLower(kept.replaceAll(' ', '-'));
}

/** White space at the ends, as Go knows it: no byte order mark. */
const goTrimmed = (text: string): string =>
  text.replace(/^[\s\u0085]+|[\s\u0085]+$/g, (space) => (space.includes('\ufeff') ? '\ufeff' : ''));

/** Marks that stand alone once letters are taken apart. */
const withoutAccents = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .normalize('NFC');

/** Whatever is no letter and no number parts words. */
function blackfriday(text: string): string {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return goLower(words.join('-'));
}

/** Go lowers each code point by itself: a capital sigma is never a final one, `İ` has no dot beside it. */
const goLower = (text: string): string =>
  Array.from(text, (character) => (character === 'İ' ? 'i' : character.toLowerCase())).join('');
