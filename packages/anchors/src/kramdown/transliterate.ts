import anyAscii from 'any-ascii';

/**
 * Where the gem stringex 2.8, which kramdown asks, differs from the package: its own rules for dashes and arrows, some letters, and the
 * space behind the stops and closing brackets of East Asian text.
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
  า: 'aa',
  ة: '',
  '\u0651': 'w',
};

const OWN_LETTERS = new RegExp(`[${Object.keys(OWN).join('')}]`, 'g');

/** Text in ASCII, where it can be had; what has no such form goes. A Chinese character is a word. */
export const transliterate = (text: string): string =>
  anyAscii(
    text
      .replace(OWN_LETTERS, (letter) => OWN[letter] ?? '')
      .replace(UNKNOWN, '')
      .replace(CLOSING, ' ')
      .replace(/\p{Script=Han}/gu, (character) => `${anyAscii(character)} `),
  );

/** Signs that stringex leaves out, though the package may have a form for them. */
const UNKNOWN = /[^\p{L}\p{N}\p{P}\p{M}\s\p{Sc}\p{Sm}\0-\x7f]|[^\P{Emoji}\0-\x7f]/gu;

const CLOSING = /[、。〉》」』】〕〗〙〛]/g;
