import { countCells, countLinks } from '@mxg/model';
import type { ExitCode } from '../exit-code.ts';
import { list, printList, type ListOptions } from '../listing.ts';
import { count, type FoundDiagram } from '../reading.ts';
import type { Terminal } from '../terminal.ts';

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
  options: ListOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const listing = await list(patterns, options, (diagram, { path }) => [rowOf(path, diagram)], terminal);
  return printList(listing, options.format, { key: 'diagrams', pretty }, terminal);
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

const pretty = (rows: readonly Row[]): string => rows.map((row) => `${lineOf(row)}\n`).join('');

function lineOf({ path, line, column, carrier, name, pages, cells, links }: Row): string {
  const counts = `${count(pages, 'page')}, ${count(cells, 'cell')}, ${count(links, 'link')}`;
  return `${path}:${line}:${column}  ${carrier}  ${counts}${name === null ? '' : `  ${JSON.stringify(name)}`}`;
}
