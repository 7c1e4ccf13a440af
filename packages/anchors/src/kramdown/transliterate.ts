import unidecode from 'unidecode';

/**
 * Where the gem stringex 2.8, which kramdown asks, differs from the table of Text::Unidecode that the package has: its own rules for
 * dashes and arrows, some letters, and signs that the package does not know.
 */
const OWN: Readonly<Record<string, string>> = {
  '\u2010': '-',
  '\u2013': '--',
  '\u2014': '---',
  '\u2212': '-',
  '→': '->',
  '⇒': '=>',
  Г: 'Gh',
  г: 'gh',
  Η: 'I',
  η: 'i',
  Ή: 'I',
  ή: 'i',
  ẞ: '',
  一: ' ',
};

const OWN_LETTERS = new RegExp(`[${Object.keys(OWN).join('')}]`, 'g');

/** Text in ASCII, where it can be had; what has no such form goes. */
export const transliterate = (text: string): string =>
  unidecode(text.replace(OWN_LETTERS, (letter) => OWN[letter] ?? '').replace(UNKNOWN, '')).replaceAll('[?]', '');

/** Signs that stringex leaves out, though the table may have a form for them. */
const UNKNOWN = /[^\p{L}\p{N}\p{P}\p{M}\s\p{Sc}\p{Sm}\0-\x7f]/gu;
