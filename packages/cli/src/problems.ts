import { positions, type Diagnostic } from '@mxg/model';
import { styleText } from 'node:util';
import type { Terminal } from './terminal.ts';

/** A diagnostic with its place for people and scripts. */
export interface Problem {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly message: string;
  readonly hint: string;
  readonly page: string | null;
  readonly cell: string | null;
}

/** The problems of one file. `positionAt` tells line and column in its text; a problem of the file as a whole is at 1:1. */
export function problemsOf(
  path: string,
  positionAt: ReturnType<typeof positions>,
  diagnostics: readonly Diagnostic[],
): Problem[] {
  return diagnostics.map(({ code, severity, message, hint, span, subject }) => ({
    path,
    ...(span === null ? { line: 1, column: 1 } : positionAt(span.start)),
    code,
    severity,
    message,
    hint: hint ?? '',
    page: subject?.page ?? null,
    cell: subject?.cell ?? null,
  }));
}

/** Problems that are printed of one file; nobody reads more of them at once, and `--format json` has them all. */
const MOST = 100;

/** Prints problems to standard error, a line each and the hint below. */
export function sayProblems(problems: readonly Problem[], terminal: Terminal): void {
  for (const problem of problems.slice(0, MOST)) terminal.say(lineOf(problem, terminal.colour));
  if (problems.length > MOST) terminal.say(`… and ${problems.length - MOST} more\n`);
}

function lineOf({ path, line, column, severity, message, code, hint, page, cell }: Problem, colour: boolean): string {
  const where = [page === null ? '' : ` on page \`${page}\``, cell === null ? '' : `, cell \`${cell}\``].join('');
  const word = colour ? styleText(COLOURS[severity], severity) : severity;
  return `${path}:${line}:${column}: ${word}: ${message}${where} [${code}]\n${hint === '' ? '' : `  ${hint}\n`}`;
}

const COLOURS = { error: 'red', warning: 'yellow', info: 'cyan' } as const;
