import { blockAttributes, INLINE_ANCHOR } from './block-attributes.ts';

/** What inline macros need of the document. */
export interface MacroContext {
  /** The text of what an id belongs to; undefined for an id that is not known, null for one without text. */
  readonly textOf: (id: string) => string | null | undefined;
  /** Takes note of a footnote; gives its number. */
  readonly footnote: () => number;
  /** Footnotes with names, and their numbers. */
  readonly named: Map<string, number>;
}

/** A macro: what may show that there is one, and what it becomes. */
type Macro = readonly [
  sign: string,
  pattern: RegExp,
  html: (found: readonly (string | undefined)[], context: MacroContext) => string,
];

/** Text and targets are sought no further than this, in UTF-16 code units: what is never closed must not be read again and again. */
const [TEXT_LIMIT, TARGET_LIMIT] = [1000, 500];

const TEXT = String.raw`\[((?:[^\]\\]|\\[\s\S]){0,${TEXT_LIMIT}})\]`;

const unescaped = (text: string): string => text.replaceAll('\\]', ']');

/** In the order of their replacement. Source: Asciidoctor 2.0, `Substitutors#sub_macros`. */
const MACROS: readonly Macro[] = [
  [':', new RegExp(String.raw`(\\?)i(mage|con):([^:\s[][^\n[]{0,${TARGET_LIMIT}})${TEXT}`, 'g'), image],
  ['((', /(\\?)\(\(((?:(?!\)\)(?!\)))[\s\S]){1,500})\)\)(?!\))/g, indexTerm],
  ['indexterm', new RegExp(String.raw`(\\?)indexterm(2?):${TEXT}`, 'g'), indexMacro],
  [
    '://',
    new RegExp(
      String.raw`(^|link:|&lt;|[\s>()[\];"'])(\\?)((?:https?|file|ftp|irc):\/\/)(?:([^\s[\]]{1,${TARGET_LIMIT}})${TEXT}|([^\s[\]<]{0,${TARGET_LIMIT}}[^\s,.?!;)[\]<:]))`,
      'gm',
    ),
    url,
  ],
  [':', new RegExp(String.raw`(\\?)(?:link|mailto):([^\s[]{0,${TARGET_LIMIT}})${TEXT}`, 'g'), link],
  [
    '[[[',
    /(\\?)\[\[\[([\p{Alphabetic}_:][\p{Alphabetic}\p{M}\p{Nd}\p{Pc}:.-]*)(?:, *([^\]\n]+))?\]\]\]/gu,
    bibliography,
  ],
  ['[[', INLINE_ANCHOR, anchor],
  ['anchor:', INLINE_ANCHOR, anchor],
  [
    '&lt;&lt;',
    /(\\?)&lt;&lt;([\p{Alphabetic}\p{M}\p{Nd}\p{Pc}"#/.:{](?:(?!&gt;&gt;)[^\n]){0,500})&gt;&gt;/gu,
    crossReference,
  ],
  [
    'xref:',
    new RegExp(String.raw`(\\?)xref:([\p{Alphabetic}\p{M}\p{Nd}\p{Pc}"#/.:{][^\n[]{0,${TARGET_LIMIT}})${TEXT}`, 'gu'),
    xref,
  ],
  [
    'footnote',
    new RegExp(String.raw`(\\?)footnote(ref)?:([\p{Alphabetic}\p{M}\p{Nd}\p{Pc}-]+)?${TEXT}`, 'gu'),
    footnote,
  ],
];

/** Replaces inline macros in text by HTML. */
export function withMacros(text: string, context: MacroContext): string {
  return MACROS.reduce((done, [sign, pattern, html]) => {
    if (!done.includes(sign)) return done;
    return done.replace(pattern, (...found) => html(found as readonly (string | undefined)[], context));
  }, text);
}

function image([whole = '', escape, kind, target]: readonly (string | undefined)[]): string {
  if (escape !== '') return whole.slice(1);
  return kind === 'con' ? `[${target}&#93;` : '';
}

function indexTerm([whole = '', escape, term = '']: readonly (string | undefined)[]): string {
  if (escape !== '') return whole.slice(1);
  return term.startsWith('(') && term.endsWith(')') ? '' : term;
}

function indexMacro([whole = '', escape, second, term = '']: readonly (string | undefined)[]): string {
  return escape === '' ? (second === '2' ? term : '') : whole.slice(1);
}

function url(found: readonly (string | undefined)[]): string {
  const [whole = '', before = '', escape, scheme, target, text, bare] = found;
  if (escape !== '') return whole.replace('\\', '');
  const address = `${scheme}${target ?? bare}`;
  if (before === 'link:' && target === undefined) return whole;
  const kept = before === 'link:' || before === '&lt;' ? '' : before;
  return `${kept}<a href="${address.replaceAll('"', '')}"${idOf(text)}>${linkText(text) || address}</a>`;
}

/** The first of a link's attributes is its text, where there are more. */
const linkText = (list = ''): string => {
  const text = unescaped(list).replace(/\^$/, '');
  if (!text.includes('=')) return text;
  const quoted = /^"([^"]*)"/.exec(text)?.[1];
  return quoted ?? (/^[^,=]*(?=,)/.exec(text)?.[0] || (/^\w+=/.test(text) ? '' : text));
};

const idOf = (list = ''): string => {
  const id = list.includes('id=') ? blockAttributes(list).id : null;
  return id === null ? '' : ` id="${id}"`;
};

function link([whole = '', escape, target = '', text]: readonly (string | undefined)[]): string {
  if (escape !== '') return whole.slice(1);
  return `<a href="${target.replaceAll('"', '')}"${idOf(text)}>${linkText(text) || target}</a>`;
}

function bibliography([whole = '', escape, id, text]: readonly (string | undefined)[]): string {
  return escape === '' ? `<a id="${id}"></a>&#91;${text ?? id}]` : whole.slice(1);
}

function anchor([whole = '', escape, id, , macroId]: readonly (string | undefined)[]): string {
  return escape === undefined ? `<a id="${id ?? macroId}"></a>` : whole.slice(1);
}

function crossReference(
  [whole = '', escape, inner = '']: readonly (string | undefined)[],
  context: MacroContext,
): string {
  if (escape !== '') return whole.slice(1);
  const comma = inner.indexOf(',');
  const [target, text] = comma < 0 ? [inner, ''] : [inner.slice(0, comma), inner.slice(comma + 1).trim()];
  return referenceTo(target, text, context);
}

function xref(
  [whole = '', escape, target = '', text = '']: readonly (string | undefined)[],
  context: MacroContext,
): string {
  return escape === '' ? referenceTo(target, unescaped(text), context) : whole.slice(1);
}

function referenceTo(target: string, text: string, { textOf }: MacroContext): string {
  const id = target.replace(/^#/, '');
  const isOther = /[#.]/.test(id) && textOf(id) === undefined;
  const shown = text || textOf(id) || (isOther ? id.replace(/#.*$/, '').replace(/\.adoc$/, '.html') : `[${id}]`);
  return `<a href="#">${shown}</a>`;
}

function footnote(found: readonly (string | undefined)[], { footnote: note, named }: MacroContext): string {
  const [whole = '', escape, isReference, name, text = ''] = found;
  if (escape !== '') return whole.slice(1);
  const [id, content] = isReference === undefined ? [name, text] : splitOnce(text);
  const known = id === undefined ? undefined : named.get(id);
  if (known !== undefined) return `<sup class="footnoteref">[<a>${known}</a>]</sup>`;
  if (content === '') return `<sup class="footnoteref red">[${id}]</sup>`;
  const number = note();
  if (id !== undefined) named.set(id, number);
  const given = id === undefined ? '' : ` id="_footnote_${id}"`;
  return `<sup class="footnote"${given}>[<a id="_footnoteref_${number}">${number}</a>]</sup>`;
}

function splitOnce(text: string): readonly [string, string] {
  const comma = text.indexOf(',');
  return comma < 0 ? [text.trim(), ''] : [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
}
