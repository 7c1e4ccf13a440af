/** Letters that Unicode does not take apart, each with what stands for it in an id. Source: docutils 0.23, `nodes.make_id`. */
const TRANSLATED: ReadonlyMap<string, string> = new Map(
  'ßsz æae œoe ȸdb ȹqp øo đd ħh ıi łl ŧt ƀb ƃb ƈc ƌd ƒf ƙk ƚl ƞn ƥp ƫt ƭt ƴy ƶz ǥg ȥz ȴl ȵn ȶt ȷj ȼc ȿs ɀz ɇe ɉj ɋq ɍr ɏy'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)]),
);

const NOT_ASCII = /[^\0-\x7f]/;
const ALL_NOT_ASCII = /[^\0-\x7f]/g;

/** Letters without their accents, and without whatever else is not ASCII. */
function toAscii(text: string): string {
  if (!NOT_ASCII.test(text)) return text;
  const translated = text.replace(ALL_NOT_ASCII, (letter) => TRANSLATED.get(letter) ?? letter);
  return translated.normalize('NFKD').replace(ALL_NOT_ASCII, '');
}

/** The id that docutils makes of a name: lower-case letters, digits and single hyphens; empty where nothing of the name fits. */
export function identifierOf(name: string): string {
  const joined = toAscii(name.toLowerCase()).replace(/[^a-z0-9]+/g, '-');
  return joined.replace(/^[-0-9]+/, '').replace(/-$/, '');
}

/**
 * The id that Sphinx makes of the name of what it describes (a function, a term, an option): as `identifierOf`, but capitals, `.` and `_`
 * stay. Source: Sphinx 9.1, `util.nodes._make_id`.
 */
export function sphinxIdentifierOf(name: string): string {
  const joined = toAscii(name).replace(/[^a-zA-Z0-9._]+/g, '-');
  return joined.replace(/^[-0-9._]+/, '').replace(/-$/, '');
}

/** White space as Python's `str.split` knows it: U+FEFF is none, separators of records are. */
const SPACES = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** A name as references are compared: lower case, white space as single spaces. */
export const normalizedName = (name: string): string => name.toLowerCase().split(SPACES).filter(Boolean).join(' ');
