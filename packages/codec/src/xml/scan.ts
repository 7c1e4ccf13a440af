import type { Limits } from '../limits.ts';
import { failed, success, type Failure, type Outcome } from '../failure.ts';
import * as messages from '../messages.ts';
import { resolveReference } from './reference.ts';
import type { XmlAttribute, XmlElement, XmlLeaf, XmlNode } from './tree.ts';

/**
 * Parses a whole document, strictly, as the XML parser of a browser does: one root, nothing but comments, instructions and a
 * DOCTYPE without entities beside it. A DOCTYPE is never resolved; one that declares entities is refused.
 */
export function parseXml(text: string, limits: Limits, take: Take | null = null): Outcome<XmlElement> {
  return attempt(() => new Scanner(text, 0, limits, take).document());
}

/**
 * Is shown each element once it is read, with those around it, outermost first. What it takes (true) is not kept as a child:
 * so a document whose parts are used one by one is never in memory as a whole.
 */
export type Take = (element: XmlElement, around: readonly XmlElement[]) => boolean;

/** Parses the one element that starts at `start` of a larger text and leaves what follows alone. */
export function parseElementAt(text: string, start: number, limits: Limits): Outcome<XmlElement> {
  return attempt(() => new Scanner(text, start, limits).element());
}

/** Reads what comes before the root and the root's opening tag, no more. The element's children and end are not known. */
export function parseRootTag(text: string, limits: Limits): Outcome<XmlElement> {
  return attempt(() => new Scanner(text, 0, limits).rootTag());
}

/** Reads the opening tag that starts at `start`, no more. */
export function parseTagAt(text: string, start: number, limits: Limits): Outcome<XmlElement> {
  return attempt(() => new Scanner(text, start, limits).tag());
}

/** Thrown inside this file alone. No `Error`: collecting a stack costs more than the parsing of many a mention in prose. */
class XmlFailure {
  readonly failure: Failure;
  constructor(failure: Failure) {
    this.failure = failure;
  }
}

function attempt<T>(read: () => T): Outcome<T> {
  try {
    return success(read());
  } catch (error) {
    if (error instanceof XmlFailure) return failed(error.failure);
    throw error;
  }
}

const NO_NODES: readonly XmlNode[] = [];

/** An element under construction: the same fields, not yet read-only. */
class OpenElement implements XmlElement {
  readonly kind = 'element';
  readonly name: string;
  readonly attributes: XmlAttribute[];
  children: readonly XmlNode[] = NO_NODES;
  readonly start: number;
  openEnd: number;
  closeStart: number;
  end: number;
  constructor(name: string, attributes: XmlAttribute[], start: number) {
    this.name = name;
    this.attributes = attributes;
    this.start = start;
    this.openEnd = this.closeStart = this.end = start;
  }
  /** Most elements have no child or one: an array that begins empty would be given room for 17. */
  add(node: XmlNode): void {
    if (this.children === NO_NODES) this.children = [node];
    else (this.children as XmlNode[]).push(node);
  }
}

const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const AMPERSAND = 0x26;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;

/** Bits by code unit below 128: what a name may hold (1), white space (2), what ends a plain run of an attribute's value (4) or of text (8). */
const CLASSES = new Uint8Array(128);
const NAME = 1;
const SPACE = 2;
const VALUE_STOP = 4;
const TEXT_STOP = 8;
for (let unit = 0; unit < 128; unit++) {
  if (/[\w:.-]/.test(String.fromCharCode(unit))) CLASSES[unit]! |= NAME;
  if (unit < 0x20) CLASSES[unit]! |= VALUE_STOP | TEXT_STOP;
}
for (const unit of [0x20, 0x09, 0x0a, 0x0d]) CLASSES[unit]! |= SPACE;
for (const unit of [0x09, 0x0a]) CLASSES[unit]! &= ~TEXT_STOP;
for (const unit of [LESS, AMPERSAND, QUOTE, APOSTROPHE]) CLASSES[unit]! |= VALUE_STOP;
for (const unit of [LESS, AMPERSAND]) CLASSES[unit]! |= TEXT_STOP;

/**
 * The names that draw.io writes, by length and two characters: a name that is met again is not cut out of the text again, and
 * two that are equal are one string, which is cheap to compare.
 */
const NAMES: (string | undefined)[] = Array.from({ length: 1024 }, () => undefined);
const slotOf = (length: number, first: number, last: number): number => (length + first * 31 + last * 7) & 1023;
for (const name of (
  'mxfile diagram mxGraphModel root mxCell mxGeometry mxPoint mxRectangle Array UserObject object id name value style parent ' +
  'vertex edge source target visible collapsed connectable x y width height relative as label link tooltip tags placeholders'
).split(' '))
  NAMES[slotOf(name.length, name.charCodeAt(0), name.charCodeAt(name.length - 1))] = name;

function interned(text: string, start: number, end: number): string {
  const known = NAMES[slotOf(end - start, text.charCodeAt(start), text.charCodeAt(end - 1))];
  if (known === undefined || known.length !== end - start) return text.slice(start, end);
  for (let i = start; i < end; i++)
    if (text.charCodeAt(i) !== known.charCodeAt(i - start)) return text.slice(start, end);
  return known;
}

class Scanner {
  readonly text: string;
  readonly limits: Limits;
  readonly take: Take | null;
  at: number;

  constructor(text: string, start: number, limits: Limits, take: Take | null = null) {
    this.text = text;
    this.at = start;
    this.limits = limits;
    this.take = take;
  }

  document(): XmlElement {
    this.beside(true);
    const root = this.element();
    this.beside(false);
    if (this.at < this.text.length) this.fail(messages.xmlTrailing(this.at));
    return root;
  }

  rootTag(): XmlElement {
    this.beside(true);
    return this.tag();
  }

  tag(): XmlElement {
    return this.openTag();
  }

  element(): XmlElement {
    const root = this.openTag();
    if (root.end !== root.start) return root;
    const open: OpenElement[] = [root];
    let current = root;
    for (;;) {
      const node = this.content(current);
      if (node === null) {
        const closed = current;
        open.pop();
        const parent = open.at(-1);
        if (parent === undefined) return root;
        current = parent;
        if (this.take?.(closed, open) !== true) current.add(closed);
      } else if (node.kind === 'element' && node.end === node.start) {
        if (open.length >= this.limits.depth) this.fail(messages.limitMet('depth', this.limits.depth, node.start));
        open.push((current = node as OpenElement));
      } else if (node.kind !== 'element' || this.take?.(node, open) !== true) current.add(node);
    }
  }

  /**
   * The next child of `parent`; null when its closing tag was met. An element comes back opened only, unless it is `<a/>`.
   * White space alone between tags is no child: half of all nodes would be that, and its place is known.
   */
  private content(parent: OpenElement): XmlNode | null {
    const { text } = this;
    const from = this.at;
    this.spaces();
    if (this.at >= text.length) return this.fail(messages.xmlUnclosed(parent.name, parent.start, this.at));
    if (text.charCodeAt(this.at) !== LESS) return this.characters(parent, from);
    const next = text.charCodeAt(this.at + 1);
    if (next === SLASH) {
      this.closeTag(parent);
      return null;
    }
    if (next === EXCLAMATION || next === QUESTION) return this.special();
    return this.openTag();
  }

  private openTag(): OpenElement {
    const { text } = this;
    const start = this.at;
    if (start >= text.length) return this.fail(messages.xmlNoRoot(start));
    if (text.charCodeAt(start) !== LESS) return this.fail(messages.xmlExpected('`<`', start));
    this.at++;
    const name = this.name();
    const attributes: XmlAttribute[] = [];
    for (;;) {
      const spaced = this.spaces();
      const unit = text.charCodeAt(this.at);
      if (unit === GREATER || unit === SLASH) break;
      if (this.at >= text.length) return this.fail(messages.xmlUnclosedTag(name, start));
      if (!spaced) return this.fail(messages.xmlExpected('white space, `>` or `/>`', this.at));
      this.attribute(attributes);
    }
    const element = new OpenElement(name, attributes.slice(), start);
    if (text.charCodeAt(this.at) === SLASH) {
      if (text.charCodeAt(this.at + 1) !== GREATER)
        return this.fail(messages.xmlExpected('`>` behind `/`', this.at + 1));
      this.at += 2;
      element.openEnd = element.closeStart = element.end = this.at;
    } else {
      element.openEnd = ++this.at;
    }
    return element;
  }

  private attribute(attributes: XmlAttribute[]): void {
    const { text } = this;
    const start = this.at;
    const name = this.name();
    for (let i = 0; i < attributes.length && i < 32; i++)
      if (attributes[i]!.name === name) this.fail(messages.xmlDuplicateAttribute(name, start));
    if (attributes.length >= 32) this.wideElement(attributes, name, start);
    if (text.charCodeAt(this.at) !== EQUALS) this.spaces();
    if (text.charCodeAt(this.at) !== EQUALS)
      this.fail(messages.xmlExpected(`\`=\` behind \`${shorten(name)}\``, this.at));
    this.at++;
    if (text.charCodeAt(this.at) !== QUOTE) this.spaces();
    const quote = text.charCodeAt(this.at);
    if (quote !== QUOTE && quote !== APOSTROPHE)
      this.fail(messages.xmlExpected(`a quoted value of \`${shorten(name)}\``, this.at));
    const valueStart = ++this.at;
    const value = this.value(quote, name, start);
    attributes.push({ name, value, start, valueStart, valueEnd: this.at });
    this.at++;
  }

  /** Names beyond the 32nd of one element, so that a million attributes stay linear. */
  private readonly wide = { element: null as XmlAttribute[] | null, names: new Set<string>() };

  private wideElement(attributes: XmlAttribute[], name: string, start: number): void {
    if (attributes.length >= this.limits.attributes)
      this.fail(messages.limitMet('attributes', this.limits.attributes, start));
    if (this.wide.element !== attributes) {
      this.wide.element = attributes;
      this.wide.names = new Set(attributes.map((attribute) => attribute.name));
    }
    if (this.wide.names.has(name)) this.fail(messages.xmlDuplicateAttribute(name, start));
    this.wide.names.add(name);
  }

  /** The value up to its closing quote, where `at` is left. */
  private value(quote: number, name: string, start: number): string {
    const { text } = this;
    let from = this.at;
    let done = '';
    let i = from;
    for (;;) {
      const unit = text.charCodeAt(i);
      if (unit < 128 && (CLASSES[unit]! & VALUE_STOP) === 0) {
        i++;
        continue;
      }
      if (unit === quote) break;
      if (unit === QUOTE || unit === APOSTROPHE) i++;
      else if (unit === AMPERSAND) {
        done += text.slice(from, i);
        this.at = i;
        done += this.reference();
        from = i = this.at;
      } else if (unit === 0x0a || unit === 0x0d || unit === 0x09) {
        done += `${text.slice(from, i)} `;
        i += unit === 0x0d && text.charCodeAt(i + 1) === 0x0a ? 2 : 1;
        from = i;
      } else if (i >= text.length) return this.fail(messages.xmlUnclosedValue(name, start));
      else if (unit === LESS) return this.fail(messages.xmlLessInValue(name, i));
      else {
        this.checkCharacter(unit, i);
        i++;
      }
    }
    this.at = i;
    return done === '' ? text.slice(from, i) : done + text.slice(from, i);
  }

  private characters(parent: OpenElement, start: number): XmlLeaf {
    const { text } = this;
    let from = start;
    let done = '';
    let i = start;
    for (;;) {
      const unit = text.charCodeAt(i);
      if (unit < 128 && (CLASSES[unit]! & TEXT_STOP) === 0) {
        i++;
        continue;
      }
      if (unit === LESS) break;
      if (unit === AMPERSAND) {
        done += text.slice(from, i);
        this.at = i;
        done += this.reference();
        from = i = this.at;
      } else if (unit === 0x0d) {
        done += `${text.slice(from, i)}\n`;
        i += text.charCodeAt(i + 1) === 0x0a ? 2 : 1;
        from = i;
      } else if (i >= text.length) return this.fail(messages.xmlUnclosed(parent.name, parent.start, i));
      else {
        this.checkCharacter(unit, i);
        i++;
      }
    }
    this.at = i;
    return { kind: 'text', value: done === '' ? text.slice(from, i) : done + text.slice(from, i), start, end: i };
  }

  /** `&…;` at `at`; leaves `at` behind it. */
  private reference(): string {
    const start = this.at;
    const length = this.text.slice(start, start + 13).indexOf(';');
    const value = length < 0 ? null : resolveReference(this.text.slice(start + 1, start + length));
    if (value === null) return this.fail(messages.xmlBadReference(this.text.slice(start, start + 12), start));
    this.at = start + length + 1;
    return value;
  }

  private closeTag(element: OpenElement): void {
    const start = this.at;
    this.at += 2;
    const name = this.name();
    if (name !== element.name) this.fail(messages.xmlMismatch(name, element.name, start));
    this.spaces();
    if (this.text.charCodeAt(this.at) !== GREATER) this.fail(messages.xmlExpected('`>`', this.at));
    element.closeStart = start;
    element.end = ++this.at;
  }

  /** A comment, CDATA or an instruction at `at`. */
  private special(): XmlLeaf {
    if (this.text.startsWith('<!--', this.at)) return this.delimited('comment', 4, '-->');
    if (this.text.startsWith('<![CDATA[', this.at)) return this.delimited('cdata', 9, ']]>');
    if (this.text.startsWith('<?', this.at)) return this.delimited('instruction', 2, '?>');
    return this.fail(messages.xmlExpected('a tag, a comment or CDATA', this.at));
  }

  private delimited(kind: XmlLeaf['kind'], opening: number, closing: string): XmlLeaf {
    const start = this.at;
    const end = this.text.indexOf(closing, start + opening);
    if (end < 0) return this.fail(messages.xmlUnclosedSpecial(kind, closing, start));
    this.at = end + closing.length;
    return { kind, value: this.text.slice(start + opening, end), start, end: this.at };
  }

  /** Skips what may stand beside the root. */
  private beside(before: boolean): void {
    if (before && this.text.charCodeAt(this.at) === 0xfeff) this.at++;
    for (;;) {
      this.spaces();
      if (this.text.startsWith('<!--', this.at) || this.text.startsWith('<?', this.at)) this.special();
      else if (before && this.text.startsWith('<!DOCTYPE', this.at)) this.doctype();
      else return;
    }
  }

  private doctype(): void {
    const start = this.at;
    const match = /<!DOCTYPE[ \t\r\n]+[^\s[<>"']+(?:[ \t\r\n]+(?:[A-Z]+|"[^"<>]*"|'[^'<>]*'))*[ \t\r\n]*(>?)/y;
    match.lastIndex = start;
    const found = match.exec(this.text);
    if (found === null || found[1] === '') {
      const subset = found !== null && this.text.charAt(match.lastIndex) === '[';
      this.fail(subset ? messages.xmlEntityDeclarations(start) : messages.xmlBadDoctype(start));
    }
    this.at = match.lastIndex;
  }

  private name(): string {
    const { text } = this;
    const start = this.at;
    let i = start;
    for (;;) {
      const unit = text.charCodeAt(i);
      if (unit < 128 ? (CLASSES[unit]! & NAME) === 0 : Number.isNaN(unit) || unit === 0xfffe || unit === 0xffff) break;
      i++;
    }
    const first = text.charCodeAt(start);
    if (i === start || first === 0x2d || first === 0x2e || (first >= 0x30 && first <= 0x39))
      return this.fail(messages.xmlExpected('a name', start));
    this.at = i;
    return interned(text, start, i);
  }

  /** Skips white space; whether there was some. */
  private spaces(): boolean {
    const { text, at } = this;
    let i = at;
    for (let unit = text.charCodeAt(i); unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;)
      unit = text.charCodeAt(++i);
    this.at = i;
    return i > at;
  }

  private checkCharacter(unit: number, at: number): void {
    if (unit < 0x20 || unit === 0xfffe || unit === 0xffff) this.fail(messages.xmlBadCharacter(unit, at));
  }

  private fail(failure: Failure): never {
    throw new XmlFailure(failure);
  }
}

/** Long names of hostile files do not belong in messages. */
const shorten = (name: string) => (name.length > 40 ? `${name.slice(0, 40)}…` : name);
