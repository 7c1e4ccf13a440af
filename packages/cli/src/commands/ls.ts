import type { Limits } from '@mxg/codec';
import { countCells, countLinks } from '@mxg/model';
import { ExitCode, Trouble } from '../exit-code.ts';
import { expandPaths } from '../files.ts';
import { sayProblems, type Problem } from '../problems.ts';
import { chooseDiagrams, count, noDiagram, readDiagrams, type FoundDiagram } from '../reading.ts';
import type { Terminal } from '../terminal.ts';

export interface LsOptions {
  readonly format: 'pretty' | 'json';
  readonly diagram?: string;
  readonly limits: Limits;
}

/** A row of the list; scripts rely on it. */
interface Row {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly carrier: string;
  /** In its file, from 1. */
  readonly diagram: number;
  /** Of its first page, if it has one. */
  readonly name: string | null;
  readonly pages: number;
  readonly cells: number;
  readonly links: number;
}

/** `mxg ls`: read → find → decode → count. Files without diagrams are passed over; none at all is trouble. */
export async function lsCommand(
  patterns: readonly string[],
  options: LsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  const paths = await expandPaths(patterns, terminal);
  for (const path of paths) {
    const read = await readDiagrams(path, options.limits, terminal);
    for (const problem of read.problems) problems.push(problem);
    if (options.diagram === undefined || read.diagrams.length > 0)
      rows.push(...chooseDiagrams(read, options.diagram).map((diagram) => rowOf(path, diagram)));
  }
  const failed = problems.some(({ severity }) => severity === 'error');
  if (options.format === 'json')
    terminal.print(`${JSON.stringify({ diagrams: rows, diagnostics: problems }, null, 2)}\n`);
  else {
    for (const row of rows) terminal.print(`${lineOf(row)}\n`);
    sayProblems(problems, terminal);
  }
  if (rows.length === 0 && !failed)
    throw paths.length === 1 ? noDiagram(paths[0] ?? '') : new Trouble(`no diagram in ${count(paths.length, 'file')}`);
  return failed ? ExitCode.trouble : ExitCode.fine;
}

function rowOf(path: string, { embedded, number, line, column, file }: FoundDiagram): Row {
  return {
    path,
    line,
    column,
    carrier: embedded.carrier,
    diagram: number,
    name: file?.pages[0]?.name ?? null,
    pages: file?.pages.length ?? 0,
    cells: file === null ? 0 : countCells(file),
    links: file === null ? 0 : countLinks(file),
  };
}

function lineOf({ path, line, column, carrier, name, pages, cells, links }: Row): string {
  const counts = `${count(pages, 'page')}, ${count(cells, 'cell')}, ${count(links, 'link')}`;
  return `${path}:${line}:${column}  ${carrier}  ${counts}${name === null ? '' : `  ${JSON.stringify(name)}`}`;
}
