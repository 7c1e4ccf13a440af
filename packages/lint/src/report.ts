import type { Position } from '@mxg/model';
import type { Problem } from './problem.ts';

/** A problem with its place for people, and the file that it stands in. */
export interface Placed extends Problem {
  /** As it is to be printed, `/`-separated, relative to the working directory; `-` for standard input. */
  readonly path: string;
  /** From 1. */
  readonly start: Position;
  /** Behind its last character. */
  readonly end: Position;
}

/** What a run found, in the order of files and places. */
export interface LintReport {
  readonly problems: readonly Placed[];
  readonly summary: Summary;
}

/** How much was looked at and found. */
export interface Summary {
  readonly files: number;
  readonly diagrams: number;
  readonly links: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** How many of the problems `--fix` would fix. */
  readonly fixable: number;
  /** How many more `--unsafe-fixes` would. */
  readonly suggestions: number;
}

/** What a reporter may know of where it prints. */
export interface ReportStyle {
  readonly colour: boolean;
  /** Of mxg, for formats that name the tool. */
  readonly version: string;
}

/** Prints a report; the same report gives the same text. */
export type Reporter = (report: LintReport, style: ReportStyle) => string;
