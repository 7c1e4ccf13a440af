/** Typed characters, and the references that stand for what they mean. Source: Asciidoctor 2.0, `REPLACEMENTS`. */
const REPLACEMENTS: readonly (readonly [typed: RegExp, meant: string])[] = [
  [/\\?\(C\)/g, '&#169;'],
  [/\\?\(R\)/g, '&#174;'],
  [/\\?\(TM\)/g, '&#8482;'],
  [/(?: |\n|^|\\)--(?: |\n|$)/g, '&#8201;&#8212;&#8201;'],
  [/(?<=[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])\\?--(?=[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}])/gu, '&#8212;&#8203;'],
  [/\\?\.\.\./g, '&#8230;&#8203;'],
  [/\\?`'/g, '&#8217;'],
  [/(?<=[\p{L}\p{M}\p{Nd}])\\?'(?=\p{Alphabetic})/gu, '&#8217;'],
  [/\\?-&gt;/g, '&#8594;'],
  [/\\?=&gt;/g, '&#8658;'],
  [/\\?&lt;-/g, '&#8592;'],
  [/\\?&lt;=/g, '&#8656;'],
];

/** A reference whose `&` has been made a reference itself. */
const REFERENCE = /\\?&amp;((?:[a-zA-Z][a-zA-Z]+\d{0,2}|#\d\d\d{0,4}|#x[\da-fA-F][\da-fA-F][\da-fA-F]{0,3});)/g;

const MAY_REPLACE = /[&']|--|\.\.\.|\([CRT]/;

/** Replaces what is typed for a character that few keyboards have; a backslash keeps it. */
export function withReplacements(text: string): string {
  if (!MAY_REPLACE.test(text)) return text;
  const replaced = REPLACEMENTS.reduce(
    (done, [typed, meant]) => done.replace(typed, (found) => (found.startsWith('\\') ? found.slice(1) : meant)),
    text,
  );
  return replaced.replace(REFERENCE, (found, name: string) => (found.startsWith('\\') ? found.slice(1) : `&${name}`));
}
