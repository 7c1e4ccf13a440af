/** Letters that Unicode does not take apart. Source: lodash 4, `deburr`. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  Æ: 'Ae',
  æ: 'ae',
  Ð: 'D',
  ð: 'd',
  Ø: 'O',
  ø: 'o',
  Þ: 'Th',
  þ: 'th',
  Đ: 'D',
  đ: 'd',
  Ħ: 'H',
  ħ: 'h',
  ı: 'i',
  Ĳ: 'IJ',
  ĳ: 'ij',
  ĸ: 'k',
  Ŀ: 'L',
  ŀ: 'l',
  Ł: 'L',
  ł: 'l',
  ŉ: "'n",
  Ŋ: 'N',
  ŋ: 'n',
  Œ: 'Oe',
  œ: 'oe',
  Ŧ: 'T',
  ŧ: 't',
  ſ: 's',
};

/** Latin letters without their marks (Latin-1 and Latin Extended-A), and no combining marks. */
export function deburred(text: string): string {
  return text
    .replace(
      /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f]/g,
      (letter) => LETTERS[letter] ?? letter.normalize('NFD').charAt(0),
    )
    .replace(/[\u0300-\u036f\ufe20-\ufe2f\u20d0-\u20ff]/g, '');
}
