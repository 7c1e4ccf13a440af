import { FONT_TABLE } from './font-table.ts';

/** The widths of one face, as it is stored. */
interface StoredFace {
  /** In shares of the font size. */
  readonly ascent: number;
  readonly descent: number;
  /** Characters by their width. */
  readonly advances: Readonly<Record<string, string>>;
  /** What a pair is off by. */
  readonly kerning: Readonly<Record<string, number>>;
}

type Family = 'sans' | 'serif' | 'mono';
type FaceName = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** How text is set. */
export interface Font {
  /** As the style gives it: `Helvetica`, `Verdana, sans-serif`. */
  readonly family: string;
  /** px. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A face with its widths at hand. */
interface Face {
  readonly ascent: number;
  readonly descent: number;
  readonly widthOf: ReadonlyMap<string, number>;
  readonly kerning: Readonly<Record<string, number>>;
  /** Words that were measured before, in thousandths of the size: a diagram says the same again and again. */
  readonly known: Map<string, number>;
}

/** How many families and words are remembered: strangers may bring as many as they like. */
const [MOST_FAMILIES, MOST_WORDS] = [30, 5000];

const stored = JSON.parse(FONT_TABLE) as Readonly<Record<Family, Readonly<Record<FaceName, StoredFace>>>>;
const FACES: readonly FaceName[] = ['regular', 'bold', 'italic', 'boldItalic'];
/** By family, in the order of `FACES`. */
const faces = new Map<string, (Face | undefined)[]>();

/** Which of the three has the widths of a font. Source: what Chromium on Linux takes for fonts that are missing, with Liberation's fonts. */
const FAMILIES: Readonly<Record<string, Family>> = {
  helvetica: 'sans',
  arial: 'sans',
  'sans-serif': 'sans',
  times: 'serif',
  'times new roman': 'serif',
  courier: 'mono',
  'courier new': 'mono',
  monospace: 'mono',
};

function faceOf({ family, bold, italic }: Font): Face {
  const which = (bold ? 1 : 0) + (italic ? 2 : 0);
  const ofFamily = faces.get(family) ?? [];
  const before = ofFamily[which];
  if (before !== undefined) return before;
  if (ofFamily.length === 0) {
    if (faces.size >= MOST_FAMILIES) faces.clear();
    faces.set(family, ofFamily);
  }
  return (ofFamily[which] = faceNamed(family, FACES[which] ?? 'regular'));
}

function faceNamed(family: string, face: FaceName): Face {
  const names = family.split(',').map((each) =>
    each
      .trim()
      .replace(/^["']|["']$/g, '')
      .toLowerCase(),
  );
  const known = names.find((each) => Object.hasOwn(FAMILIES, each)) ?? '';
  const name = FAMILIES[known] ?? 'serif';
  const { ascent, descent, advances, kerning } = stored[name][face];
  const widths = Object.entries(advances).flatMap(([width, texts]) =>
    Array.from(texts, (text) => [text, Number(width)] as const),
  );
  return { ascent, descent, kerning, widthOf: new Map(widths), known: new Map() };
}

/** Characters that are as wide as high: those of East Asia, and pictures. */
const FULL =
  /[\u1100-\u115f\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** In thousandths: what a character counts that no table has. */
const [WIDE, UNKNOWN] = [1000, 600];

/** The width of a text on one line, px. */
export function textWidth(text: string, font: Font): number {
  const face = faceOf(font);
  let width = face.known.get(text);
  if (width === undefined) {
    width = widthIn(face, text);
    if (face.known.size >= MOST_WORDS) face.known.clear();
    if (text.length < LONG) face.known.set(text, width);
  }
  return (width * font.size) / 1000;
}

/** px that two characters are set apart from what their widths say. */
export const kerning = (before: string, after: string, font: Font): number =>
  ((faceOf(font).kerning[before + after] ?? 0) * font.size) / 1000;

/** Characters of a text that is not remembered. */
const LONG = 100;

function widthIn({ widthOf, kerning }: Face, text: string): number {
  let sum = 0;
  let before = '';
  for (const character of text) {
    sum += widthOf.get(character) ?? (FULL.test(character) ? WIDE : UNKNOWN);
    sum += kerning[before + character] ?? 0;
    before = character;
  }
  return sum;
}

/** How far a line reaches above and below its base, px. */
export function lineReach(font: Font): { readonly ascent: number; readonly descent: number } {
  const { ascent, descent } = faceOf(font);
  return { ascent: ascent * font.size, descent: descent * font.size };
}
