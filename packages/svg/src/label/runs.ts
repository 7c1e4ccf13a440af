import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { Font } from '../text/measure.ts';

/** A piece of a label in one font. A line is broken before each run that says so. */
export interface Run {
  readonly text: string;
  readonly font: Font;
}

/** A paragraph: runs that flow on, broken only where they have to be. */
export type Paragraph = readonly Run[];

/** What an element does to the text in it. Source: the browser's default styles (HTML Standard, rendering). */
const MARKS: Readonly<Record<string, Partial<Font>>> = {
  b: { bold: true },
  strong: { bold: true },
  th: { bold: true },
  h1: { bold: true },
  h2: { bold: true },
  h3: { bold: true },
  h4: { bold: true },
  h5: { bold: true },
  h6: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  code: { family: 'monospace' },
  pre: { family: 'monospace' },
  tt: { family: 'monospace' },
};

/** In shares of the size around. */
const SCALES: Readonly<Record<string, number>> = {
  h1: 2,
  h2: 1.5,
  h3: 1.17,
  h5: 0.83,
  h6: 0.67,
  sub: 0.83,
  sup: 0.83,
  small: 0.83,
  big: 1.2,
};

const BLOCKS: ReadonlySet<string> = new Set(
  'address article blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tbody thead tr td th ul'.split(
    ' ',
  ),
);
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'template', 'noscript']);
/** `<font size="3">` is as large as the text of a page. Source: HTML Standard, legacy font sizes. */
const FONT_SIZES: readonly number[] = [10, 13, 16, 18, 24, 32, 48];
const KEYWORDS: Readonly<Record<string, number>> = {
  'xx-small': 9,
  'x-small': 10,
  small: 13,
  medium: 16,
  large: 18,
  'x-large': 24,
  'xx-large': 32,
};
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** The paragraphs of an HTML label, white space as a browser collapses it. Never fails: what is no markup is text. */
export function htmlParagraphs(html: string, font: Font): readonly Paragraph[] {
  if (!/[<&]/.test(html)) return /[^ \t\n\r\f]/.test(html) ? [[{ text: collapsed(html), font }]] : [];
  const reader = new RunReader(html, font);
  const tokens = new Tokenizer({ decodeEntities: true }, reader);
  tokens.write(html);
  tokens.end();
  return reader.paragraphs();
}

const collapsed = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ');

interface Open {
  readonly name: string;
  readonly font: Font;
  readonly keepsSpace: boolean;
}

/** Elements deeper than this count as their parents. */
const DEEPEST = 200;

class RunReader implements TokenizerCallbacks {
  readonly #html: string;
  readonly #open: Open[];
  readonly #done: Run[][] = [];
  #runs: Run[] = [];
  #name = '';
  #attributes = new Map<string, string>();
  #attribute = '';
  #value = '';
  #unseen = 0;
  /** Whether a tag has been met since the last text. */
  #isFresh = true;

  constructor(html: string, font: Font) {
    this.#html = html;
    this.#open = [{ name: '', font, keepsSpace: false }];
  }

  paragraphs(): readonly Paragraph[] {
    this.#endParagraph();
    return this.#done;
  }

  ontext(start: number, end: number): void {
    this.#say(this.#html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.#say(String.fromCodePoint(codePoint));
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#html.slice(start, end).toLowerCase();
    this.#attributes = new Map();
    this.#isFresh = true;
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
    const name = this.#name;
    if (name === 'br') this.#endParagraph(true);
    if (BLOCKS.has(name)) this.#endParagraph();
    if (UNSEEN.has(name)) this.#unseen++;
    if (VOID.has(name) || this.#open.length > DEEPEST) return;
    const around = this.#around();
    const font = fontIn(around.font, name, this.#attributes);
    const space = /white-space\s*:\s*([\w-]+)/i.exec(this.#attributes.get('style') ?? '')?.[1];
    const keepsSpace = name === 'pre' || (space === undefined ? around.keepsSpace : space.startsWith('pre'));
    this.#open.push({ name, font, keepsSpace });
  }

  onselfclosingtag(): void {
    this.onopentagend();
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase();
    this.#isFresh = true;
    if (UNSEEN.has(name)) this.#unseen = Math.max(0, this.#unseen - 1);
    if (BLOCKS.has(name)) this.#endParagraph();
    const index = this.#open.findLastIndex((open) => open.name === name);
    if (index > 0) this.#open.length = index;
  }

  #around(): Open {
    return this.#open.at(-1) as Open;
  }

  #say(text: string): void {
    if (this.#unseen > 0) return;
    const { font, keepsSpace } = this.#around();
    const pieces = keepsSpace ? text.split('\n') : [collapsed(text)];
    pieces.forEach((piece, i) => {
      if (i > 0) this.#endParagraph(true);
      if (piece !== '') this.#add(piece, font);
    });
  }

  /** Text between two tags is one run, whatever character references stand in it. */
  #add(text: string, font: Font): void {
    const last = this.#isFresh ? undefined : this.#runs.pop();
    this.#runs.push({ text: (last?.text ?? '') + text, font });
    this.#isFresh = false;
  }

  /** A block that begins or ends breaks the line where there is one; `<br>` always does. */
  #endParagraph(always = false): void {
    this.#isFresh = true;
    if (always || this.#runs.some(({ text }) => text.trim() !== '')) this.#done.push(this.#runs);
    this.#runs = [];
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
}

function fontIn(around: Font, name: string, attributes: ReadonlyMap<string, string>): Font {
  const scale = SCALES[name] ?? 1;
  const marked: Font = { ...around, ...MARKS[name], size: around.size * scale };
  const legacy = name === 'font' ? fontElement(marked, attributes) : marked;
  return withStyle(legacy, around, attributes.get('style') ?? '');
}

function fontElement(font: Font, attributes: ReadonlyMap<string, string>): Font {
  const written = attributes.get('size') ?? '';
  const number = Number.parseInt(written, 10);
  const step = /^[+-]/.test(written.trim()) ? 3 + number : number;
  const size = Number.isFinite(number) ? FONT_SIZES[Math.min(7, Math.max(1, step)) - 1] : undefined;
  return { ...font, size: size ?? font.size, family: attributes.get('face') ?? font.family };
}

function withStyle(font: Font, around: Font, style: string): Font {
  if (style === '') return font;
  const declared = new Map(
    style.split(';').map((each) => {
      const colon = each.indexOf(':');
      return [each.slice(0, Math.max(0, colon)).trim().toLowerCase(), each.slice(colon + 1).trim()] as const;
    }),
  );
  const weight = declared.get('font-weight')?.toLowerCase();
  const slant = declared.get('font-style')?.toLowerCase();
  return {
    family: declared.get('font-family') ?? font.family,
    size: sizeOf(declared.get('font-size'), around.size) ?? font.size,
    bold:
      weight === undefined || weight === 'inherit'
        ? font.bold
        : weight === 'bold' || weight === 'bolder' || Number(weight) >= 600,
    italic: slant === undefined || slant === 'inherit' ? font.italic : slant !== 'normal',
  };
}

/** px of a CSS size; null for none that is known. */
function sizeOf(written: string | undefined, around: number): number | null {
  const [, number = '', unit = ''] = /^([\d.]+)\s*(px|pt|em|rem|%)?/.exec(written ?? '') ?? [];
  if (number === '') return KEYWORDS[(written ?? '').toLowerCase()] ?? null;
  const units: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 4 / 3, em: around, rem: 16, '%': around / 100 };
  return Number(number) * (units[unit] ?? 1);
}
