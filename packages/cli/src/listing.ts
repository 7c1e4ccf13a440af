import type { Limits } from '@mxg/codec';
import { ExitCode, Trouble } from './exit-code.ts';
import { expandPaths } from './files.ts';
import { sayProblems, type Problem } from './problems.ts';
import { chooseDiagrams, count, noDiagram, readDiagrams, type FoundDiagram, type ReadFile } from './reading.ts';
import type { Terminal } from './terminal.ts';

/** How a list is asked for at the command line. */
export interface ListOptions {
  readonly format: 'pretty' | 'json';
  readonly diagram?: string;
  readonly limits: Limits;
}

/** What the diagrams of some files have to say, in order. */
export interface Listing<Row> {
  readonly rows: readonly Row[];
  readonly problems: readonly Problem[];
  /** How many files were looked into, and diagrams found. */
  readonly paths: readonly string[];
  readonly diagrams: number;
}

/** How a list is printed. */
export interface Printers<Row> {
  /** The key of the rows in JSON. */
  readonly key: string;
  readonly pretty: (rows: readonly Row[]) => string;
}

/** Makes rows of the diagrams of files, a file at a time. Files without diagrams are passed over. */
export async function list<Row>(
  patterns: readonly string[],
  { diagram: choice, limits }: ListOptions,
  rowsOf: (diagram: FoundDiagram, read: ReadFile) => readonly Row[],
  terminal: Terminal,
): Promise<Listing<Row>> {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  const paths = await expandPaths(patterns, terminal);
  let diagrams = 0;
  for (const path of paths) {
    const read = await readDiagrams(path, limits, terminal);
    for (const problem of read.problems) problems.push(problem);
    if (read.diagrams.length === 0) continue;
    for (const diagram of chooseDiagrams(read, choice)) {
      diagrams++;
      for (const row of rowsOf(diagram, read)) rows.push(row);
    }
  }
  return { rows, problems, paths, diagrams };
}

/** Prints a list and its problems; no diagram at all is trouble. */
export function printList<Row>(
  { rows, problems, paths, diagrams }: Listing<Row>,
  format: ListOptions['format'],
  { key, pretty }: Printers<Row>,
  terminal: Terminal,
): ExitCode {
  if (format === 'json') terminal.print(`${JSON.stringify({ [key]: rows, diagnostics: problems }, null, 2)}\n`);
  else {
    terminal.print(pretty(rows));
    sayProblems(problems, terminal);
  }
  if (problems.some(({ severity }) => severity === 'error')) return ExitCode.trouble;
  if (diagrams > 0) return ExitCode.fine;
  throw paths.length === 1 ? noDiagram(paths[0] ?? '') : new Trouble(`no diagram in ${count(paths.length, 'file')}`);
}
