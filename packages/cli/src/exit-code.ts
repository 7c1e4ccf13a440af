import type { Terminal } from './terminal.ts';

/** What the command answers with: scripts depend on it. */
export const ExitCode = {
  fine: 0,
  /** Findings, or a check that differs. */
  findings: 1,
  /** Usage, unreadable or undecodable input. */
  trouble: 2,
  /** A mistake of mxg itself. */
  bug: 3,
} as const;
export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

/** Ends a command with a message to the person at the terminal; not a mistake of mxg. */
export class Trouble extends Error {
  readonly hint: string | null;
  constructor(message: string, hint: string | null = null) {
    super(message);
    this.hint = hint;
  }
}

/** Says what is the trouble, and what to do about it. */
export function sayTrouble({ message, hint }: Trouble, { say }: Terminal): void {
  say(`mxg: ${message}\n${hint === null ? '' : `  ${hint}\n`}`);
}
