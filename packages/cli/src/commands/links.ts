import { locate } from '@mxg/codec';
import { positions } from '@mxg/model';
import { extract, type Link } from '@mxg/stage-graph';
import { ExitCode, Trouble } from '../exit-code.ts';
import { expandPaths } from '../files.ts';
import { sayProblems, type Problem } from '../problems.ts';
import {
  chooseDiagrams,
  choosePage,
  count,
  noDiagram,
  readDiagrams,
  type Choice,
  type FoundDiagram,
  type ReadFile,
} from '../reading.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';

export interface LinksOptions extends Choice {
  readonly format: 'pretty' | 'json';
}

/** A link and what is known of its target. */
interface Row {
  readonly path: string;
  /** Of the link itself where its carrier keeps places, else of the diagram's payload; from 1. */
  readonly line: number;
  readonly column: number;
  /** In its file, from 1. */
  readonly diagram: number;
  /** Index of the page, from 0. */
  readonly page: number;
  readonly link: Link;
  /** Where it leads, for people; null when that is not known. */
  readonly resolves: string | null;
  readonly status: Status;
}

/** `unchecked` is what leads out of the diagram. */
type Status = 'ok' | 'broken' | 'unsafe' | 'unchecked';

/** `mxg links`: read → find → decode → extract → print. Files without diagrams are passed over; none at all is trouble. */
export async function linksCommand(
  patterns: readonly string[],
  options: LinksOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  const paths = await expandPaths(patterns, terminal);
  let found = 0;
  for (const path of paths) {
    const read = await readDiagrams(path, options.limits, terminal);
    for (const problem of read.problems) problems.push(problem);
    if (read.diagrams.length === 0) continue;
    for (const diagram of chooseDiagrams(read, options.diagram)) {
      found++;
      for (const row of rowsOf(read, diagram, options)) rows.push(row);
    }
  }
  const failed = problems.some(({ severity }) => severity === 'error');
  if (options.format === 'json') terminal.print(`${JSON.stringify({ links: rows, diagnostics: problems }, null, 2)}\n`);
  else {
    terminal.print(pretty(rows));
    sayProblems(problems, terminal);
    if (rows.length === 0 && found > 0) terminal.say(`no link in ${count(found, 'diagram')}\n`);
  }
  if (found === 0 && !failed)
    throw paths.length === 1 ? noDiagram(paths[0] ?? '') : new Trouble(`no diagram in ${count(paths.length, 'file')}`);
  return failed ? ExitCode.trouble : ExitCode.fine;
}

function rowsOf(
  { path, source }: ReadFile,
  { embedded, file, number, line, column }: FoundDiagram,
  options: LinksOptions,
): Row[] {
  if (file === null) return [];
  const chosen = options.page === undefined ? null : choosePage(file.pages, options.page);
  const pages = file.pages.filter(({ index }) => chosen === null || index === chosen);
  const links = pages.flatMap(({ index: page }) => extract(file, page).links.map((link) => ({ page, link })));
  const places = links.map(({ page, link }) => {
    const wrapped = file.pages[page]?.model?.cells[link.index]?.wrapper != null;
    const attribute = link.at === 'label' ? (wrapped ? 'label' : 'value') : 'link';
    return { page, cell: link.index, attribute };
  });
  const spans = locate(embedded, places, options.limits);
  const positionAt = source.charset === 'binary' ? () => ({ line, column }) : positions(source.text);
  return links.map(({ page, link }, i): Row => {
    const span = spans[i];
    const place = span == null ? { line, column } : positionAt(span.span.start);
    return { path, ...place, diagram: number, page, link, ...verdict(link) };
  });
}

function verdict({ kind, page }: Link): Pick<Row, 'resolves' | 'status'> {
  if (kind === 'unsafe') return { resolves: null, status: 'unsafe' };
  if (kind !== 'diagram-page') return { resolves: null, status: 'unchecked' };
  if (page === null) return { resolves: null, status: 'broken' };
  return { resolves: `page ${page.index + 1}${page.name === null ? '' : `, ${page.name}`}`, status: 'ok' };
}

const pretty = (rows: readonly Row[]): string =>
  table(
    rows.map(({ path, line, column, link, resolves, status }) => [
      `${path}:${line}:${column}`,
      link.cell,
      link.label,
      link.href,
      resolves ?? link.kind,
      status,
    ]),
  );
