import { styleFlag, type Cell } from '@mxg/model';
import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** A tag of a label, with the places of what it is made of: offsets in the label. */
export interface LabelTag {
  /** Lower case. */
  readonly name: string;
  readonly attributes: readonly LabelAttribute[];
  /** Offset of its `<`. */
  readonly start: number;
  /** Behind its `>`. */
  readonly end: number;
  readonly isClosing: boolean;
}

export interface LabelAttribute {
  /** Lower case. */
  readonly name: string;
  /** Entities resolved. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** The tags of a label that is HTML, in order; none of one that is text. */
export function labelTags({ label, style }: Cell): readonly LabelTag[] {
  if (!styleFlag(style, 'html') || !label.includes('<')) return [];
  const reader = new TagReader(label);
  const tokens = new Tokenizer({ decodeEntities: true }, reader);
  tokens.write(label);
  tokens.end();
  return reader.tags;
}

class TagReader implements TokenizerCallbacks {
  readonly tags: LabelTag[] = [];
  readonly #html: string;
  #name = '';
  #start = 0;
  #attributes: LabelAttribute[] = [];
  #attribute = { name: '', start: 0 };
  #value = '';

  constructor(html: string) {
    this.#html = html;
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#html.slice(start, end).toLowerCase();
    this.#start = start - 1;
    this.#attributes = [];
  }

  onattribname(start: number, end: number): void {
    this.#attribute = { name: this.#html.slice(start, end).toLowerCase(), start };
    this.#value = '';
  }

  onattribdata(start: number, end: number): void {
    this.#value += this.#html.slice(start, end);
  }

  onattribentity(codePoint: number): void {
    this.#value += String.fromCodePoint(codePoint);
  }

  onattribend(quote: number, end: number): void {
    // the closing quote is told apart by its kind: 0 and 1 are none
    const behind = quote > 1 ? end + 1 : end;
    this.#attributes.push({ ...this.#attribute, value: this.#value, end: behind });
  }

  onopentagend(end: number): void {
    this.#add(end, false);
  }

  onselfclosingtag(end: number): void {
    this.#add(end, false);
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase();
    const close = this.#html.indexOf('>', end);
    this.tags.push({
      name,
      attributes: [],
      start: start - 2,
      end: close < 0 ? this.#html.length : close + 1,
      isClosing: true,
    });
  }

  #add(end: number, isClosing: boolean): void {
    this.tags.push({ name: this.#name, attributes: this.#attributes, start: this.#start, end: end + 1, isClosing });
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
  ontext(): void {}
  ontextentity(): void {}
}
