import type { TokenizerCallbacks } from 'htmlparser2';

/** The text of an open `<a href>` so far. */
interface OpenAnchor {
  readonly href: string;
  text: string;
}

/** An element that is not shown, and how many of its name are open. Letters of no size hide no element with a size of its own. */
interface Hidden {
  readonly name: string;
  readonly until: RegExp | null;
  open: number;
}

/**
 * Hears the tags and texts of a label one by one. It builds no tree and only counts what is open, so its time grows with the
 * length of the label, however deep its tags stand in each other.
 */
export class HtmlReader implements TokenizerCallbacks {
  /** Newlines where a line ends. */
  text = '';
  readonly anchors: OpenAnchor[] = [];
  readonly #html: string;
  readonly #open = new Map<string, number>();
  readonly #attributes = new Map<string, string>();
  #tag = '';
  #attribute = '';
  #value = '';
  #anchor: OpenAnchor | null = null;
  #hidden: Hidden | null = null;

  constructor(html: string) {
    this.#html = html;
  }

  ontext(start: number, end: number): void {
    this.#say(this.#html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.#say(String.fromCodePoint(codePoint));
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#html.slice(start, end).toLowerCase();
    this.#attributes.clear();
  }

  onattribname(start: number, end: number): void {
    this.#attribute = this.#html.slice(start, end).toLowerCase();
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.#value += String.fromCodePoint(codePoint);
  }

  onattribend(): void {
    if (!this.#attributes.has(this.#attribute)) this.#attributes.set(this.#attribute, this.#value);
  }

  onopentagend(): void {
    this.#opened(this.#tag);
  }

  onselfclosingtag(): void {
    this.#opened(this.#tag);
    if (this.isInForeignContext()) this.#closed(this.#tag);
  }

  onclosetag(start: number, end: number): void {
    this.#closed(this.#html.slice(start, end).toLowerCase());
  }

  isInForeignContext(): boolean {
    return this.#isOpen('svg') || this.#isOpen('math');
  }

  oncdata(start: number, end: number): void {
    if (this.isInForeignContext()) this.#say(this.#html.slice(start, end));
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  onend(): void {
    this.#anchor = null;
  }

  #say(text: string): void {
    if (this.#hidden !== null) return;
    this.text += text;
    if (this.#anchor !== null) this.#anchor.text += text;
  }

  #opened(name: string): void {
    if (VOID.has(name)) return BREAKS.has(name) ? this.#say('\n') : undefined;
    const style = this.#attributes.get('style') ?? '';
    if (this.#hidden?.until?.test(style) === true) this.#show(this.#hidden);
    if (this.#hidden !== null) return void (this.#hidden.open += this.#hidden.name === name ? 1 : 0);
    if (UNSEEN.has(name) || this.#attributes.has('hidden') || UNSEEN_STYLE.test(style)) return this.#hide(name, null);
    if (SIZELESS.test(style)) return this.#hide(name, SIZED);
    this.#count(name, 1);
    if (BREAKS.has(name)) this.#say('\n');
    if (name === 'a') this.#anchorOpened(this.#attributes.get('href'));
  }

  #closed(name: string): void {
    if (this.#hidden !== null) return this.#hiddenClosed(this.#hidden, name);
    const isOpen = this.#isOpen(name);
    if (isOpen) this.#count(name, -1);
    if (isOpen ? BREAKS.has(name) : OPENED_BY_END.has(name)) this.#say('\n');
    if (name === 'a') this.#anchor = null;
  }

  #hide(name: string, until: RegExp | null): void {
    this.#hidden = { name, until, open: 1 };
  }

  #show({ name, open }: Hidden): void {
    this.#hidden = null;
    this.#count(name, open);
  }

  #hiddenClosed(hidden: Hidden, name: string): void {
    if (hidden.name === name && --hidden.open === 0) this.#hidden = null;
  }

  /** One anchor ends where the next begins. */
  #anchorOpened(href: string | undefined): void {
    this.#anchor = href === undefined ? null : { href, text: '' };
    if (this.#anchor !== null) this.anchors.push(this.#anchor);
  }

  #count(name: string, more: number): void {
    this.#open.set(name, (this.#open.get(name) ?? 0) + more);
  }

  #isOpen(name: string): boolean {
    return (this.#open.get(name) ?? 0) > 0;
  }
}

/** Elements whose text is not shown, or not let through by DOMPurify 3, which draw.io uses. */
const UNSEEN = new Set(
  'script style title template noscript iframe noembed noframes xmp plaintext audio video'.split(' '),
);
const UNSEEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;
/** draw.io leaves the XML of cells in such letters behind when they are pasted into a label. */
const SIZELESS = /(?:^|;)\s*font-size\s*:\s*0(?![.\d])/i;
const SIZED = /(?:^|;)\s*font-size\s*:\s*(?!0(?![.\d])|\s)/i;
/** Elements without an end tag. */
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** End tags that make an element of their own where none is open. */
const OPENED_BY_END = new Set(['br', 'p']);
/** Elements that end a line or a table cell, by the HTML standard's default style sheet. */
const BREAKS = new Set(
  (
    'address article aside blockquote br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol option p pre search section select summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
);
