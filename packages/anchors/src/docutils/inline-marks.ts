/** What markup may stand behind, and what may stand behind it. Source: docutils 0.23, `punctuation_chars`: ASCII characters by hand, others by category. */
const OPENERS = /["'(<[{\p{Ps}\p{Pi}\p{Pf}]/u;
const BEFORE = /[\s"'(<[{\p{Ps}\p{Pi}\p{Pf}/:-]|(?![\0-\x7f])[\p{Pd}\p{Po}]/u;
const BEHIND = String.raw`(?:$|(?=[\s\0\\.,;!?/:"')>\]}\p{Pe}\p{Pi}\p{Pf}-]|(?![\0-\x7f])[\p{Pd}\p{Po}]))`;

/** What closes what opens; more than one where languages differ. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["'", "'"],
  ['(', ')'],
  ['<', '>'],
  ['[', ']'],
  ['{', '}'],
  ['«', '»'],
  ['»', '«»'],
  ['‘', '’‚'],
  ['’', '‘’'],
  ['‚', '‘’'],
  ['‛', '’'],
  ['“', '”„'],
  ['”', '“”'],
  ['„', '“”'],
  ['‟', '”'],
  ['‹', '›'],
  ['›', '‹›'],
  ['（', '）'],
  ['「', '」'],
  ['『', '』'],
  ['【', '】'],
  ['《', '》'],
  ['〈', '〉'],
]);

/** Whether markup may begin behind a character. */
export const mayBeginBehind = (before: string): boolean => BEFORE.test(before);

/** Whether a mark stands alone in quotes or brackets (`"*"`), so that it is none. */
export const isQuoted = (before: string, behind: string): boolean =>
  OPENERS.test(before) && (PAIRS.get(before)?.includes(behind) ?? false);

/** A simple reference name: letters and digits, and single marks between them. */
export const SIMPLE_NAME = String.raw`[\p{L}\p{N}]+(?:[-._+:][\p{L}\p{N}]+)*`;

const ending = (mark: string): RegExp => new RegExp(mark + BEHIND, 'gu');

/** What ends each kind of inline markup; group 1 is the mark. `\0` stands for the backslash of an escaped character. */
export const ENDINGS = {
  emphasis: ending(String.raw`(?<![\s\0])(\*)`),
  strong: ending(String.raw`(?<![\s\0])(\*\*)`),
  literal: ending('(?<!\\s)(``)'),
  target: ending('(?<![\\s\\0])(`)'),
  substitution: ending(String.raw`(?<![\s\0])(\|_{0,2})`),
  interpreted: ending(`(?<!(?<!\\0)[\\s\\0])(\`(?::${SIMPLE_NAME}:)?_{0,2})`),
} as const;

/** The kinds of inline markup that have a mark at their end. */
export type Ended = keyof typeof ENDINGS;

/** A reference to a footnote or citation: group 1 is the label. */
export const NOTE_REFERENCE = new RegExp(
  String.raw`\[([0-9]+|#(?:${SIMPLE_NAME})?|\*|${SIMPLE_NAME})\]_` + BEHIND,
  'yu',
);

/** The end of a reference by name: one underscore, or two. */
export const REFERENCE_END = new RegExp('__?' + BEHIND, 'yu');

/** Backslashes as `\0`; none is before a character that has none. */
export const escaped = (text: string): string => (text.includes('\\') ? text.replace(/\\([\s\S]|$)/g, '\0$1') : text);

/** The text that is meant: escaped white space is nothing. */
export const unescaped = (text: string): string => (text.includes('\0') ? text.replace(/\0[ \n]?/g, '') : text);
