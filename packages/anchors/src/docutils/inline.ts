import { nameElement, problematic, type PendingReference, type RstDocument } from './document.ts';
import { element, type Element } from './element.ts';
import { normalizedName } from './identifier.ts';
import {
  ENDINGS,
  escaped,
  isQuoted,
  mayBeginBehind,
  NOTE_REFERENCE,
  REFERENCE_END,
  SIMPLE_NAME,
  unescaped,
  type Ended,
} from './inline-marks.ts';
import { readRole } from './roles.ts';

/** Text with inline markup on its way. */
interface State {
  readonly document: RstDocument;
  /** Takes the elements that have ids or may get some. */
  readonly parent: Element;
  /** Backslashes are `\0`. */
  readonly text: string;
  /** Kinds of markup of which no end is left; they need not be looked for again. */
  readonly endless: Set<Ended>;
  /** Behind the markup read last: here markup may begin, whatever stands before. */
  base: number;
}

/** Markup, or what was taken for it: from where to where, and what it shows; null: the text itself. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly shown: string | null;
}

const MAY_MARK = /[*`_|[\\]/;

/** Reads text with inline markup; gives what it shows. Footnote references, targets and messages about wrong markup go into `parent`. */
export function readInline(document: RstDocument, source: string, parent: Element): string {
  if (!MAY_MARK.test(source)) return source;
  const state: State = { document, parent, text: escaped(source), endless: new Set(), base: 0 };
  let shown = '';
  let from = 0;
  for (let at = nextMark(state, 0); at >= 0; at = nextMark(state, at)) {
    const mark = markAt(state, at);
    if (mark === null) {
      at++;
      continue;
    }
    if (mark.shown !== null) {
      shown += unescaped(state.text.slice(from, mark.start)) + mark.shown;
      from = mark.end;
    }
    state.base = at = mark.end;
  }
  return shown + unescaped(state.text.slice(from));
}

function nextMark({ text }: State, from: number): number {
  for (let at = from; at < text.length; at++) if (isMark(text.charCodeAt(at))) return at;
  return -1;
}

/** `*`, a backquote, `_`, `|`, `[`. */
const isMark = (code: number): boolean =>
  code === 0x2a || code === 0x60 || code === 0x5f || code === 0x7c || code === 0x5b;

function markAt(state: State, at: number): Mark | null {
  const { text } = state;
  if (text.startsWith('**', at)) return marked(state, at, '**', 'strong');
  if (text.startsWith('``', at)) return marked(state, at, '``', 'literal');
  if (text.startsWith('_`', at)) return marked(state, at, '_`', 'target');
  if (text.startsWith('||', at)) return null;
  switch (text.charAt(at)) {
    case '*':
      return marked(state, at, '*', 'emphasis');
    case '|':
      return marked(state, at, '|', 'substitution');
    case '`':
      return interpreted(state, at);
    case '[':
      return noteReference(state, at);
    default:
      return reference(state, at);
  }
}

const mayBegin = ({ text, base }: State, at: number): boolean => at === base || mayBeginBehind(text.charAt(at - 1));

/** What stands between a mark at `at` and the mark that ends it. */
function endOf(
  { text, endless }: State,
  from: number,
  kind: Ended,
): { readonly at: number; readonly mark: string } | null {
  if (endless.has(kind)) return null;
  const ending = ENDINGS[kind];
  ending.lastIndex = 0;
  const found = ending.exec(text.slice(from));
  if (found === null) endless.add(kind);
  return found === null || found.index === 0 ? null : { at: from + found.index, mark: found[1] as string };
}

function wrong({ document, parent, text }: State, start: number, end: number): Mark {
  parent.children.push(problematic(document, parent.line));
  return { start, end, shown: unescaped(text.slice(start, end)) };
}

function marked(state: State, at: number, mark: string, kind: Ended): Mark | null {
  const { text, base } = state;
  const from = at + mark.length;
  const behind = text.charAt(from);
  if (!mayBegin(state, at) || /\s/.test(behind)) return null;
  if (at > base && (behind === '' || isQuoted(text.charAt(at - 1), behind)))
    return { start: at, end: from, shown: null };
  const end = endOf(state, from, kind);
  if (end === null) return wrong(state, at, from);
  const shown = text.slice(from, end.at);
  if (kind === 'target') inlineTarget(state, unescaped(shown));
  if (kind === 'substitution') substitution(state, unescaped(shown), end.mark);
  return {
    start: at,
    end: end.at + end.mark.length,
    shown: kind === 'literal' ? shown.replaceAll('\0', '\\') : unescaped(shown),
  };
}

function inlineTarget({ document, parent }: State, text: string): void {
  const target = element('inline', parent.line);
  parent.children.push(target);
  nameElement(document, target, normalizedName(text), true);
}

function substitution(state: State, text: string, mark: string): void {
  refer(state, 'substitution', text.split(/\s+/).join(' '));
  if (mark !== '|') refer(state, 'target', mark === '|__' ? null : normalizedName(text));
}

/** Notes a reference; gives the element that is in its place. */
function refer({ document, parent }: State, kind: PendingReference['kind'], name: string | null): Element {
  const at = element('inline', parent.line);
  parent.children.push(at);
  document.references.push({ at, name, kind });
  return at;
}

function noteReference(state: State, at: number): Mark | null {
  NOTE_REFERENCE.lastIndex = at;
  const label = mayBegin(state, at) ? NOTE_REFERENCE.exec(state.text)?.[1] : undefined;
  if (label === undefined) return null;
  const end = at + label.length + 3;
  const name = normalizedName(label.replace(/^#/, ''));
  const placed = element('inline', state.parent.line);
  placed.ids.push(state.document.ids.next());
  state.parent.children.push(placed);
  const isCitation = !/^[0-9]+$/.test(label);
  if (/^[#*]/.test(label)) return { start: at, end, shown: noted(state, placed, name) };
  state.document.references.push({ at: placed, name, kind: isCitation ? 'citation' : 'footnote' });
  return { start: at, end, shown: label };
}

/** Numbers and symbols of footnotes come later; they are no part of the text that ids are made of. */
function noted({ document }: State, at: Element, name: string): string {
  if (name !== '' && name !== '*') document.references.push({ at, name, kind: 'footnote' });
  return '';
}

const isWord = (character: string): boolean => /[\p{L}\p{N}]/u.test(character);

const isJoint = (character: string): boolean => character !== '' && '-._+:'.includes(character);

/** Where the simple names begin that may end at `end`: letters, digits, single marks between them. */
function startOfName({ text, base }: State, end: number): number {
  let start = end;
  while (start > base) {
    const before = text.charAt(start - 1);
    if (!isWord(before) && !(isJoint(before) && isWord(text.charAt(start)) && isWord(text.charAt(start - 2)))) break;
    start--;
  }
  return start;
}

function reference(state: State, at: number): Mark | null {
  const { text } = state;
  REFERENCE_END.lastIndex = at;
  const mark = isWord(text.charAt(at - 1)) ? REFERENCE_END.exec(text)?.[0] : undefined;
  if (mark === undefined) return null;
  let start = startOfName(state, at);
  while (start < at && !(isWord(text.charAt(start)) && mayBegin(state, start))) start++;
  if (start >= at) return null;
  const shown = text.slice(start, at);
  refer(state, 'target', mark === '__' ? null : normalizedName(shown));
  return { start, end: at + mark.length, shown };
}

const ROLE = new RegExp(`^:${SIMPLE_NAME}:$`, 'u');

/** Where the role before a backquote begins; the backquote itself where there is none. */
function startOfRole(state: State, at: number): number {
  const { text, base } = state;
  if (text.charAt(at - 1) !== ':') return at;
  let start = at;
  while (start > base && (isWord(text.charAt(start - 1)) || isJoint(text.charAt(start - 1)))) start--;
  for (; start < at - 2; start++) {
    if (text.charAt(start) === ':' && mayBegin(state, start) && ROLE.test(text.slice(start, at))) return start;
  }
  return at;
}

function interpreted(state: State, at: number): Mark | null {
  const { text, base, document, parent } = state;
  const start = startOfRole(state, at);
  const behind = text.charAt(at + 1);
  if (!mayBegin(state, start) || /\s/.test(behind)) return null;
  const isBare = start === at;
  if (isBare && at > base && (behind === '' || isQuoted(text.charAt(at - 1), behind)))
    return { start, end: at + 1, shown: null };
  const end = endOf(state, at + 1, 'interpreted');
  if (end === null) return wrong(state, start, at + 1);
  const behindMark = end.at + end.mark.length;
  const suffix = end.mark.slice(1);
  const content = text.slice(at + 1, end.at);
  const isReference = suffix.endsWith('_');
  if ((!isBare || suffix.startsWith(':')) && (isReference || (!isBare && suffix !== '')))
    return wrong(state, start, behindMark);
  if (isReference) return { start, end: behindMark, shown: phrase(state, content, suffix === '__') };
  const role = isBare ? suffix.slice(1, -1) : text.slice(start + 1, at - 1);
  if (role === '') return { start, end: behindMark, shown: unescaped(content) };
  const raw = unescaped(text.slice(start, behindMark));
  return { start, end: behindMark, shown: readRole(document, role, { text: content, raw }, parent) };
}

/** Reads a reference in backquotes, whose target may be in angle brackets at its end. */
function phrase(state: State, content: string, anonymous: boolean): string {
  const open = embeddedAt(content);
  if (open < 0) {
    refer(state, 'target', anonymous ? null : normalizedName(unescaped(content)));
    return unescaped(content);
  }
  const target = content.slice(open + 1, -1);
  const text = unescaped(content.slice(0, open).trimEnd()) || unescaped(target);
  const isName = target.endsWith('_') && !target.endsWith('\0_') && !/^[a-zA-Z][a-zA-Z0-9.+-]*:/.test(target);
  if (isName) refer(state, 'target', normalizedName(unescaped(target.slice(0, -1))));
  if (!anonymous) nameExternal(state.document, normalizedName(text), isName ? null : unescaped(target));
  return text;
}

/** The name of an external target is taken as an id, though nothing in the page has it. */
function nameExternal(document: RstDocument, name: string, uri: string | null): void {
  document.names.note(name, false, uri);
  document.ids.of(name);
}

/** Where `<target>` begins at the end of a reference in backquotes; -1 for none. */
function embeddedAt(content: string): number {
  if (!content.endsWith('>') || /[\s\0]/.test(content.charAt(content.length - 2))) return -1;
  let open = content.length - 2;
  while (open >= 0 && !isAngle(content, open)) open--;
  if (open < 0 || content.charAt(open) === '>' || open === content.length - 2) return -1;
  const isApart = open === 0 || /[ \n]/.test(content.charAt(open - 1));
  return isApart && !/\s/.test(content.charAt(open + 1)) ? open : -1;
}

const isAngle = (text: string, at: number): boolean => /[<>]/.test(text.charAt(at)) && text.charAt(at - 1) !== '\0';
