import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import type { Font } from '../text/measure.ts';

/** A piece of a label in one font. A line is broken before each run that says so. */
export interface Run {
  readonly text: string;
  readonly font: Font;
  /** Missing where it is the label's own. */
  readonly ink?: RunInk;
}

/** What the markup says of the look of a run; nothing of its size. */
export interface RunInk {
  /** As it is written: not yet checked. */
  readonly colour: string | null;
  readonly underline: boolean;
  readonly strike: boolean;
  /** px that the run stands above the line's base. */
  readonly raise: number;
}

/** A paragraph: runs that flow on, broken only where they have to be. */
export interface Paragraph {
  readonly runs: readonly Run[];
  /** Null: as the label. */
  readonly align: 'left' | 'center' | 'right' | null;
  /** px between it and what stands above. */
  readonly above: number;
  /** px between it and the end of the label; missing where another follows, and for none. */
  readonly below?: number;
  /** px that its lines begin behind the label's. */
  readonly indent: number;
  /** A rule, which has no runs. */
  readonly rule?: Rule;
  /** The font of the block that it stands in; missing where it is the label's own. */
  readonly strut?: Font;
}

/** A line across the label. */
export interface Rule {
  /** px. */
  readonly height: number;
  /** Whether it looks cut in: dark above, light below. */
  readonly isInset: boolean;
}

/** A paragraph in which nothing is marked. */
export const plainParagraph = (text: string, font: Font): Paragraph => ({ runs: [{ text, font }], ...FLUSH });
const FLUSH = { align: null, above: 0, indent: 0 } as const;

/** Shares of the font size above and below a block. Source: HTML Standard, rendering. */
const MARGINS: Readonly<Record<string, number>> = {
  p: 1,
  h1: 0.67,
  h2: 0.83,
  h3: 1,
  h4: 1.33,
  h5: 1.67,
  h6: 2.33,
  ul: 1,
  ol: 1,
  dl: 1,
  pre: 1,
  blockquote: 1,
};
/** px that lists and quotations stand in. */
const INDENTS: Readonly<Record<string, number>> = { ul: 40, ol: 40, dd: 40, blockquote: 40 };
const LISTS: ReadonlySet<string> = new Set(['ul', 'ol']);
const UNDERLINES: ReadonlySet<string> = new Set(['u', 'ins', 'a']);
const STRIKES: ReadonlySet<string> = new Set(['s', 'strike', 'del']);
/** What browsers write links in. */
const LINK = '#0000ee';
const INK: RunInk = { colour: null, underline: false, strike: false, raise: 0 };

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
  if (!/[<&]/.test(html)) return /[^ \t\n\r\f]/.test(html) ? [plainParagraph(collapsed(html), font)] : [];
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
  readonly ink: RunInk | undefined;
  readonly align: Paragraph['align'];
  readonly indent: number;
  /** The font of the block that it is or stands in. */
  readonly strut: Font;
  /** px above and below. */
  readonly margins: readonly [number, number];
}

/** Elements deeper than this count as their parents. */
const DEEPEST = 200;

class RunReader implements TokenizerCallbacks {
  readonly #html: string;
  readonly #open: Open[];
  readonly #done: Paragraph[] = [];
  /** px that the margins before the next paragraph take. */
  #margin = 0;
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
    this.#open = [
      { name: '', font, keepsSpace: false, ink: undefined, align: null, indent: 0, strut: font, margins: [0, 0] },
    ];
  }

  paragraphs(): readonly Paragraph[] {
    this.#endParagraph();
    for (const { margins } of this.#open) this.#margin = Math.max(this.#margin, margins[1]);
    const last = this.#done.at(-1);
    if (last === undefined || this.#margin === 0) return this.#done;
    return [...this.#done.slice(0, -1), { ...last, below: this.#margin }];
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
    if (name === 'hr') this.#addRule();
    if (VOID.has(name) || this.#open.length > DEEPEST) return;
    const around = this.#around();
    const font = fontIn(around.font, name, this.#attributes);
    const declared = declarations(this.#attributes.get('style') ?? '');
    const space = declared.get('white-space');
    const keepsSpace = name === 'pre' || (space === undefined ? around.keepsSpace : space.startsWith('pre'));
    const isBlock = BLOCKS.has(name);
    const margins = isBlock ? this.#marginsOf(name, declared, font.size) : NO_MARGINS;
    if (isBlock) this.#margin = Math.max(this.#margin, margins[0]);
    this.#open.push({
      name,
      font,
      keepsSpace,
      ink: inkIn(around, name, this.#attributes, declared),
      align: isBlock ? alignIn(around.align, name, this.#attributes, declared) : around.align,
      indent: isBlock ? around.indent + indentOf(name, declared, font.size) : around.indent,
      strut: isBlock ? font : around.strut,
      margins,
    });
  }

  #addRule(): void {
    const { font, align, indent } = this.#around();
    const gap = font.size / 2;
    const size = Number.parseFloat(this.#attributes.get('size') ?? '2');
    const height = Math.min(100, Math.max(1, Number.isFinite(size) ? size : 2));
    const isInset = !(this.#attributes.get('style') ?? '').includes('solid');
    this.#done.push({ runs: [], align, indent, above: Math.max(this.#margin, gap), rule: { height, isInset } });
    this.#margin = gap;
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
    if (index <= 0) return;
    for (const { margins } of this.#open.slice(index)) this.#margin = Math.max(this.#margin, margins[1]);
    this.#open.length = index;
  }

  /** px above and below a block; a list in a list has none. */
  #marginsOf(name: string, declared: Declarations, size: number): readonly [number, number] {
    const isInner = LISTS.has(name) && this.#open.some((open) => LISTS.has(open.name));
    const usual = isInner ? 0 : (MARGINS[name] ?? 0) * size;
    const [top, , bottom] = sidesOf(declared.get('margin'), size, usual);
    return [sizeOf(declared.get('margin-top'), size) ?? top, sizeOf(declared.get('margin-bottom'), size) ?? bottom];
  }

  #around(): Open {
    return this.#open.at(-1) as Open;
  }

  #say(text: string): void {
    if (this.#unseen > 0) return;
    const { font, keepsSpace, ink } = this.#around();
    const pieces = keepsSpace ? text.split('\n') : [collapsed(text)];
    pieces.forEach((piece, i) => {
      if (i > 0) this.#endParagraph(true);
      if (piece !== '') this.#add(piece, font, ink);
    });
  }

  /** Text between two tags is one run, whatever character references stand in it. */
  #add(text: string, font: Font, ink: RunInk | undefined): void {
    const last = this.#isFresh ? undefined : this.#runs.pop();
    this.#runs.push({ text: (last?.text ?? '') + text, font, ...(ink === undefined ? {} : { ink }) });
    this.#isFresh = false;
  }

  /** A block that begins or ends breaks the line where there is one; `<br>` always does. */
  #endParagraph(always = false): void {
    this.#isFresh = true;
    if (always || this.#runs.some(({ text }) => text.trim() !== '')) {
      const { align, indent, strut } = this.#around();
      const own = strut.size === this.#open[0]?.font.size ? {} : { strut };
      this.#done.push({ runs: this.#runs, align, indent, above: this.#margin, ...own });
      this.#margin = 0;
    }
    this.#runs = [];
  }

  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onend(): void {}
  onprocessinginstruction(): void {}
}

type Declarations = ReadonlyMap<string, string>;
const UNDECLARED: Declarations = new Map();
const NO_MARGINS = [0, 0] as const;

/** What a `style` attribute declares. */
function declarations(style: string): Declarations {
  if (style === '') return UNDECLARED;
  return new Map(
    style.split(';').map((each) => {
      const colon = each.indexOf(':');
      return [each.slice(0, Math.max(0, colon)).trim().toLowerCase(), each.slice(colon + 1).trim()] as const;
    }),
  );
}

function inkIn(around: Open, name: string, attributes: Declarations, declared: Declarations): RunInk | undefined {
  const ink = around.ink ?? INK;
  const written = declared.get('color') ?? (name === 'font' ? attributes.get('color') : undefined);
  const line = declared.get('text-decoration') ?? declared.get('text-decoration-line') ?? '';
  const isLink = name === 'a' && attributes.has('href');
  const underline = ink.underline || (name === 'a' ? isLink : UNDERLINES.has(name)) || line.includes('underline');
  const strike = ink.strike || STRIKES.has(name) || line.includes('line-through');
  const colour = written ?? (isLink ? LINK : ink.colour);
  const raise = ink.raise + (name === 'sup' ? around.font.size / 3 : name === 'sub' ? -around.font.size / 5 : 0);
  const isSame = colour === ink.colour && underline === ink.underline && strike === ink.strike && raise === ink.raise;
  return isSame ? around.ink : { colour, underline, strike, raise };
}

function alignIn(
  around: Paragraph['align'],
  name: string,
  attributes: Declarations,
  declared: Declarations,
): Paragraph['align'] {
  const written = (declared.get('text-align') ?? attributes.get('align') ?? '').toLowerCase();
  if (name === 'center' || written === 'center') return 'center';
  if (written === 'left' || written === 'start' || written === 'justify') return 'left';
  return written === 'right' || written === 'end' ? 'right' : around;
}

/** px that a block adds on its left. */
function indentOf(name: string, declared: Declarations, size: number): number {
  const margin = sizeOf(declared.get('margin-left'), size) ?? sidesOf(declared.get('margin'), size, 0)[3];
  const padding = sizeOf(declared.get('padding-left'), size) ?? INDENTS[name] ?? 0;
  return margin + padding;
}

/** px of a CSS shorthand: top, right, bottom, left. */
function sidesOf(written: string | undefined, size: number, usual: number): readonly [number, number, number, number] {
  if (written === undefined) return [usual, 0, usual, 0];
  const [top = 0, right = top, bottom = top, left = right] = written
    .split(/\s+/, 4)
    .map((each) => sizeOf(each, size) ?? 0);
  return [top, right, bottom, left];
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
  const declared = declarations(style);
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
