const MARKS = /\p{M}+/gu;
const NOT_ASCII = /[^\0-\x7f]/gu;

/** Letters that Unicode does not take apart, as the table of the gem stringex 2.8 has them. */
const LETTERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ß: 'ss',
    Æ: 'AE',
    æ: 'ae',
    Ø: 'O',
    ø: 'o',
    Ð: 'D',
    ð: 'd',
    Þ: 'Th',
    þ: 'th',
    Ł: 'L',
    ł: 'l',
    Œ: 'OE',
    œ: 'oe',
    Đ: 'D',
    đ: 'd',
    ı: 'i',
  }),
);

/** Text in ASCII, where it can be had; what has no such form goes. */
export function transliterate(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(NOT_ASCII, (character) => LETTERS.get(character) ?? '');
}
