import { blockAttributes } from './block-attributes.ts';
import { withAnchors } from './inline-anchors.ts';
import { replaceBetween, replaceMacros, type FoundMacro, type MacroSign } from './macro-scan.ts';

/** What inline macros need of the document. */
export interface MacroContext {
  /** The text of what an id belongs to; undefined for an id that is not known, null for one without text. */
  readonly textOf: (id: string) => string | null | undefined;
  /** Takes note of a footnote; gives its number. */
  readonly footnote: () => number;
  /** Footnotes with names, and their numbers. */
  readonly named: Map<string, number>;
}

/** A macro: what any text that has it holds, how it is told, and what it becomes; null where it is none. */
type Macro = readonly [
  hint: string,
  sign: MacroSign,
  html: (found: FoundMacro, context: MacroContext) => string | null,
];

/** Before those of anchors and references. Source: Asciidoctor 2.0, `Substitutors#sub_macros`. */
const FIRST: readonly Macro[] = [
  [':', { name: /(\\?)i(mage|con):(?!:)/, ends: 'line' }, image],
  ['indexterm', { name: /(\\?)indexterm(2?):$/, ends: 'space' }, indexTerm],
  ['://', { name: /(\\?)((?:https?|file|ftp|irc):\/\/)/, ends: 'space' }, url],
  [':', { name: /(\\?)(?:link|mailto):/, ends: 'space' }, link],
];

const LAST: readonly Macro[] = [
  ['xref:', { name: /(\\?)xref:/, ends: 'line' }, crossReference],
  ['footnote', { name: /(\\?)footnote(ref)?:([\p{Alphabetic}\p{M}\p{Nd}\p{Pc}-]*)$/u, ends: 'space' }, footnote],
];

/** Replaces inline macros in text by HTML. */
export function withMacros(text: string, context: MacroContext): string {
  const indexed = text.includes('((') ? replaceBetween(text, ['((', '))'], (term) => shownTerm(term)) : text;
  const anchored = withAnchors(replaceAll(indexed, FIRST, context));
  const referred = anchored.includes('&lt;&lt;')
    ? replaceBetween(anchored, ['&lt;&lt;', '&gt;&gt;'], (inside) => shortReference(inside, context))
    : anchored;
  return replaceAll(referred, LAST, context);
}

const replaceAll = (text: string, macros: readonly Macro[], context: MacroContext): string =>
  macros.reduce(
    (done, [hint, sign, html]) =>
      done.includes(hint) ? replaceMacros(done, sign, (found) => html(found, context)) : done,
    text,
  );

/** Terms of the index in three brackets are not shown. */
const shownTerm = (term: string): string => (term.startsWith('(') && term.endsWith(')') ? '' : term);

function image({ name, target }: FoundMacro): string | null {
  if (target === '' || /^\s|\s$/.test(target)) return null;
  return name[2] === 'con' ? `[${target}&#93;` : '';
}

function indexTerm({ name, list }: FoundMacro): string {
  return name[2] === '2' ? list : '';
}

/** What an address with text may stand behind; white space and brackets have been seen to. */
const BEFORE_URL = /^$|link:$|&lt;$|[>()\];"']$/;

function url({ name, target, list }: FoundMacro): string | null {
  const before = name.input.slice(0, name.index);
  if (target === '' || !BEFORE_URL.test(before.slice(-5))) return null;
  const address = `${name[2]}${target}`;
  return `<a href="${address.replaceAll('"', '')}"${idOf(list)}>${linkText(list) || address}</a>`;
}

/** The first of a link's attributes is its text, where there are more. */
function linkText(list: string): string {
  const text = unescaped(list).replace(/\^$/, '');
  if (!text.includes('=')) return text;
  if (text.startsWith('"') && text.includes('"', 1)) return text.slice(1, text.indexOf('"', 1));
  const [first = ''] = text.split(',', 1);
  return first.includes('=') ? (/^\w+=/.test(text) ? '' : text) : first;
}

function unescaped(text: string): string {
  return text.replaceAll('\\]', ']');
}

function idOf(list: string): string {
  const id = list.includes('id=') ? blockAttributes(list).id : null;
  return id === null ? '' : ` id="${id}"`;
}

function link({ target, list }: FoundMacro): string | null {
  if (target.startsWith(':')) return null;
  return `<a href="${target.replaceAll('"', '')}"${idOf(list)}>${linkText(list) || target}</a>`;
}

function shortReference(inside: string, context: MacroContext): string | null {
  if (!/^[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}"#/.:{]/u.test(inside)) return null;
  const comma = inside.indexOf(',');
  const [target, text] = comma < 0 ? [inside, ''] : [inside.slice(0, comma), inside.slice(comma + 1).trim()];
  return referenceTo(target, text, context);
}

function crossReference({ target, list }: FoundMacro, context: MacroContext): string | null {
  return target === '' ? null : referenceTo(target, unescaped(list), context);
}

function referenceTo(target: string, text: string, { textOf }: MacroContext): string {
  const id = target.replace(/^#/, '');
  const isOther = /[#.]/.test(id) && textOf(id) === undefined;
  const file = id.split('#', 1)[0] ?? '';
  const shown = text || textOf(id) || (isOther ? file.replace(/\.adoc$/, '.html') : `[${id}]`);
  return `<a href="#">${shown}</a>`;
}

function footnote({ name, list }: FoundMacro, { footnote: note, named }: MacroContext): string {
  const [id = '', content] = name[2] === undefined ? [name[3], list] : splitOnce(list);
  const known = named.get(id);
  if (known !== undefined && id !== '') return `<sup class="footnoteref">[<a>${known}</a>]</sup>`;
  if (content === '') return `<sup class="footnoteref red">[${id}]</sup>`;
  const number = note();
  if (id !== '') named.set(id, number);
  const given = id === '' ? '' : ` id="_footnote_${id}"`;
  return `<sup class="footnote"${given}>[<a id="_footnoteref_${number}">${number}</a>]</sup>`;
}

function splitOnce(text: string): readonly [string, string] {
  const comma = text.indexOf(',');
  return comma < 0 ? [text.trim(), ''] : [text.slice(0, comma).trim(), text.slice(comma + 1).trim()];
}
