/** What paths keep. Source: Hugo 0.167, `common/paths`, on path characters. */
const ALLOWED = /[\p{L}\p{Nd}\p{M}./\\_#+\-~@]/u;

/** How paths are written. */
export interface PathRules {
  readonly lowerCase: boolean;
  readonly removeAccents: boolean;
}

/** A path or a title as a part of a URL: spaces become one `-`, other characters go. */
export function sanitizePath(text: string, { lowerCase, removeAccents }: PathRules): string {
  let result = '';
  let hyphenDue = false;
  for (const character of text) {
    if (ALLOWED.test(character)) {
      if (hyphenDue && character !== '-') result += '-';
      hyphenDue = false;
      result += character;
    } else if (/\s/.test(character) && result !== '' && !result.endsWith('-')) hyphenDue = true;
  }
  const plain = removeAccents
    ? result
        .normalize('NFD')
        .replace(/\p{Mn}+/gu, '')
        .normalize('NFC')
    : result;
  return lowerCase ? plain.toLowerCase() : plain;
}
