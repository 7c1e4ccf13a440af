import type { Severity } from '@mxg/model';

/** Gives a text its looks in a terminal. */
export type Paint = (text: string) => string;

/** What is told apart by looks. */
export interface Palette {
  readonly severity: Readonly<Record<Severity, Paint>>;
  /** For what is read last: rule ids, hints. */
  readonly dim: Paint;
  /** For the path above the problems of a file. */
  readonly underline: Paint;
}

/** ANSI codes (SGR, ECMA-48 8.3.117), or nothing. */
export const paletteOf = (colour: boolean): Palette => (colour ? ANSI : PLAIN);

const sgr =
  (on: number, off: number): Paint =>
  (text) =>
    `\u001b[${on}m${text}\u001b[${off}m`;

const same: Paint = (text) => text;

const PLAIN: Palette = { severity: { error: same, warning: same, info: same }, dim: same, underline: same };

const ANSI: Palette = {
  severity: { error: sgr(31, 39), warning: sgr(33, 39), info: sgr(36, 39) },
  dim: sgr(2, 22),
  underline: sgr(4, 24),
};
