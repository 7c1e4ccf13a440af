import { kerning, textWidth, type Font } from '../text/measure.ts';
import type { Paragraph, Rule, Run } from './runs.ts';

/** A line of a label, as a browser sets it: its runs, and how wide they are, without white space at the ends. */
export interface Line {
  readonly runs: readonly Run[];
  /** px. */
  readonly width: number;
  /** Whether the line ends within a word. */
  readonly isBroken: boolean;
  /** Whether its paragraph goes on in the next line. */
  readonly goesOn: boolean;
  /** Null: as the label. */
  readonly align: Paragraph['align'];
  /** px between it and the line above. */
  readonly above: number;
  /** px between it and the end of the label; missing for none. */
  readonly below?: number;
  /** px that it begins behind the label. */
  readonly indent: number;
  /** Missing where it is text. */
  readonly rule?: Rule;
  /** The font of the block that it stands in; missing where it is the label's own. */
  readonly strut?: Font;
}

/** A piece that is not broken, with the space behind it. */
interface Word {
  readonly runs: readonly Run[];
  readonly width: number;
  /** Width of the space behind it; it counts only when another word follows on the line. */
  readonly space: number;
  /** px that it stands nearer to a space before it. */
  readonly lead: number;
}

/** Sets paragraphs in lines of at most `width` px; null: lines are as long as they are written. */
export const wrapped = (paragraphs: readonly Paragraph[], width: number | null): readonly Line[] =>
  paragraphs.flatMap((paragraph) =>
    linesOf(wordsOf(paragraph.runs), width === null ? null : width - paragraph.indent).map((line, i) =>
      lineIn(paragraph, line, i === 0),
    ),
  );

function lineIn({ align, above, below, indent, rule, strut }: Paragraph, line: BareLine, isFirst: boolean): Line {
  const ends = below === undefined || line.goesOn ? {} : { below };
  const placed = { align, above: isFirst ? above : 0, ...ends, indent, ...line };
  if (rule === undefined && strut === undefined) return placed;
  return { ...placed, ...(rule === undefined ? {} : { rule }), ...(strut === undefined ? {} : { strut }) };
}

/** px that a line may be too wide: a browser counts in 64ths. */
const SLACK = 1 / 64;

type BareLine = Pick<Line, 'runs' | 'width' | 'isBroken' | 'goesOn'>;

function linesOf(words: readonly Word[], width: number | null): readonly BareLine[] {
  const lines: BareLine[] = [];
  let line: Word[] = [];
  let filled = 0;
  for (const word of words) {
    if (line.length > 0 && width !== null && filled + word.lead + word.width > width + SLACK) {
      lines.push(lineOf(line, true));
      line = [];
      filled = 0;
    }
    filled += (line.length === 0 ? 0 : word.lead) + word.width + word.space;
    line.push(word);
  }
  return [...lines, lineOf(line, false)];
}

function lineOf(words: readonly Word[], goesOn: boolean): BareLine {
  const [first, last] = [words[0], words.at(-1)];
  const width =
    words.reduce((sum, word) => sum + word.lead + word.width + word.space, 0) - (first?.lead ?? 0) - (last?.space ?? 0);
  const isBroken = goesOn && last?.space === 0;
  return { runs: joined(words), width, isBroken, goesOn };
}

/** Neighbours that are set in one font are one run. */
function joined(words: readonly Word[]): readonly Run[] {
  const result: { -readonly [Key in keyof Run]: Run[Key] }[] = [];
  let last: (typeof result)[number] | undefined;
  for (const { runs } of words) {
    for (const run of runs) {
      if (last?.font === run.font && last.ink === run.ink) last.text += run.text;
      else result.push((last = { ...run }));
    }
  }
  return result;
}

/** Words of a paragraph, each with the white space behind it; white space at the beginning is dropped. */
function wordsOf(paragraph: readonly Run[]): readonly Word[] {
  const words: Word[] = [];
  let open: Run[] = [];
  const close = (space: string, run: Run): void => {
    if (open.length === 0) return;
    const width = open.reduce((sum, { text, font }) => sum + textWidth(text, font), 0);
    const [first, last] = [open[0], open.at(-1)];
    const isSpaced = (words.at(-1)?.space ?? 0) > 0;
    words.push({
      runs: space === '' ? open : [...open, { ...run, text: space }],
      width,
      space: space === '' ? 0 : textWidth(space, run.font) + kerning(last?.text.at(-1) ?? '', ' ', run.font),
      lead: first !== undefined && isSpaced ? kerning(' ', first.text.charAt(0), first.font) : 0,
    });
    open = [];
  };
  let last: Run | null = null;
  for (const run of paragraph) {
    for (const [, text = '', space = ''] of run.text.matchAll(/([^ \t\n]*)([ \t\n]*)/g)) {
      for (const piece of piecesOf(text)) {
        if (open.length > 0 && last !== null && mayBreakBetween(open.at(-1)?.text.at(-1) ?? '', piece)) close('', last);
        open.push({ ...run, text: piece });
        last = run;
      }
      if (space !== '') close(space, run);
    }
  }
  if (last !== null) close('', last);
  return words;
}

/** Parts of a text between which a line may be broken without white space. */
function piecesOf(text: string): readonly string[] {
  if (!BREAKS.test(text)) return text === '' ? [] : [text];
  const pieces: string[] = [];
  for (const character of text) {
    const before = pieces.at(-1);
    if (before === undefined || mayBreakBetween(before.at(-1) ?? '', character)) pieces.push(character);
    else pieces[pieces.length - 1] = before + character;
  }
  return pieces;
}

/** What a text has that may be broken within. */
const BREAKS = /[-\u2010?\u200b\u2013\u2014\u2e80-\u2fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/;
const IDEOGRAPH = /[\u2e80-\u2fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]/u;
const CLOSES = /[、。，．！？：；）」』】〕〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ]/u;
const OPENS = /[（「『【〔〈《]/u;

/** Source: Unicode's line breaking (UAX 14), as Chromium applies it: behind hyphens and question marks, around ideographs. */
function mayBreakBetween(before: string, after: string): boolean {
  const [a, b] = [before, after.charAt(0)];
  if (a === '' || b === '' || CLOSES.test(b) || OPENS.test(a)) return false;
  if (IDEOGRAPH.test(a) || IDEOGRAPH.test(b)) return !/[!%),.:;?\]}’”]/.test(b) && !/[([{‘“]/.test(a);
  if (a === '-' || a === '\u2010') return /[\p{L}$(]/u.test(b);
  if (a === '?') return /[\p{L}\p{N}]/u.test(b);
  return a === '\u200b' || a === '—' || a === '–' ? /[\p{L}\p{N}]/u.test(b) : false;
}
