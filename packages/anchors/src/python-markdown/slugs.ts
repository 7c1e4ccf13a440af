import type { Diagnostic } from '@mxg/model';
import { isConfig, textAt } from '../config/plain-data.ts';
import { isSpace, strip } from './whitespace.ts';

/** Makes an id of a heading's text. */
export type Slugify = (text: string, separator: string) => string;

/** Python's `\w`: letters, digits and numbers, `_`; no marks. Its white space has no byte order mark, JavaScript's has. */
const NO_WORD = /[^\p{L}\p{N}_\s-]|\ufeff/gu;
const ASCII = /[^\0-\x7f]/g;

/** `markdown.extensions.toc.slugify` of Python-Markdown 3.10. */
const slugifyAscii: Slugify = (text, separator) =>
  joinWords(strip(text.normalize('NFKD').replace(ASCII, '').replace(NO_WORD, '')).toLowerCase(), separator);

/** `markdown.extensions.toc.slugify_unicode`. */
const slugifyUnicode: Slugify = (text, separator) =>
  joinWords(strip(text.replace(NO_WORD, '')).toLowerCase(), separator);

/** Runs of white space and separators are one separator. */
function joinWords(text: string, separator: string): string {
  let result = '';
  let between = false;
  for (const character of text) {
    if (separator.includes(character) || isSpace(character.codePointAt(0) ?? 0)) between = true;
    else {
      result += between ? separator + character : character;
      between = false;
    }
  }
  return between ? result + separator : result;
}

/** How `pymdownx.slugs` 11 makes an id. */
interface SlugOptions {
  readonly case: string;
  readonly percentEncode: boolean;
  readonly normalize: string;
}

const NO_SLUG = /[^\p{L}\p{N}_\- ]/gu;
const FORMS: ReadonlySet<string> = new Set(['NFC', 'NFD', 'NFKC', 'NFKD']);

function pymdownx({ case: letters, percentEncode, normalize }: SlugOptions): Slugify {
  return (text, separator) => {
    const form = FORMS.has(normalize) ? normalize : 'NFC';
    const plain = strip(text.normalize(form).replace(/<\/?[^>]{0,1000}>/g, ''));
    const slug = cased(plain, letters).replace(NO_SLUG, '').replaceAll(' ', separator);
    return percentEncode ? encodeURIComponent(slug.toWellFormed()) : slug;
  };
}

function cased(text: string, letters: string): string {
  if (letters === 'lower') return text.toLowerCase();
  if (letters === 'upper') return text.toUpperCase();
  if (letters === 'fold') return text.toLowerCase().replaceAll('ß', 'ss').replaceAll('ς', 'σ');
  return letters === 'lower-ascii' ? text.replace(/[A-Z]+/g, (run) => run.toLowerCase()) : text;
}

/** Functions without options, by their Python names: those of pymdownx before version 7, and Python-Markdown's. */
const NAMED: Readonly<Record<string, Slugify>> = {
  'markdown.extensions.toc.slugify': slugifyAscii,
  'markdown.extensions.toc.slugify_unicode': slugifyUnicode,
  'pymdownx.slugs.uslugify': pymdownx({ case: 'lower', percentEncode: false, normalize: 'NFC' }),
  'pymdownx.slugs.uslugify_cased': pymdownx({ case: 'none', percentEncode: false, normalize: 'NFC' }),
  'pymdownx.slugs.uslugify_encoded': pymdownx({ case: 'lower', percentEncode: true, normalize: 'NFC' }),
  'pymdownx.slugs.uslugify_cased_encoded': pymdownx({ case: 'none', percentEncode: true, normalize: 'NFC' }),
  'pymdownx.slugs.gfm': pymdownx({ case: 'lower-ascii', percentEncode: false, normalize: 'NFC' }),
  'pymdownx.slugs.gfm_encoded': pymdownx({ case: 'lower-ascii', percentEncode: true, normalize: 'NFC' }),
};

/** The function that `toc.slugify` names: a Python name, as text or `{python, kwds}`; nothing is Python-Markdown's own. */
export function slugifier(value: unknown): { readonly slugify: Slugify; readonly diagnostics: readonly Diagnostic[] } {
  if (value === undefined || value === null) return { slugify: slugifyAscii, diagnostics: [] };
  const name = typeof value === 'string' ? value : isConfig(value) ? textAt(value, 'python') : null;
  if (name === 'pymdownx.slugs.slugify') return { slugify: pymdownx(optionsOf(value)), diagnostics: [] };
  const slugify = NAMED[name ?? ''];
  return slugify === undefined
    ? { slugify: slugifyAscii, diagnostics: [unknownSlugify(name)] }
    : { slugify, diagnostics: [] };
}

function optionsOf(value: unknown): SlugOptions {
  const keywords = isConfig(value) && isConfig(value['kwds']) ? value['kwds'] : {};
  return {
    case: textAt(keywords, 'case') ?? 'none',
    percentEncode: keywords['percent_encode'] === true,
    normalize: textAt(keywords, 'normalize') ?? 'NFC',
  };
}

const unknownSlugify = (name: string | null): Diagnostic => ({
  code: 'config/unknown-slugify',
  severity: 'warning',
  message: `cannot tell what ids the function \`${name ?? '?'}\` makes`,
  hint: "the ids of Python-Markdown's own function are taken",
  span: null,
  exact: false,
});
