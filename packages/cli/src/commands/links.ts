import { locate } from '@mxg/codec';
import { positions } from '@mxg/model';
import { extract, type Link } from '@mxg/stage-graph';
import type { ExitCode } from '../exit-code.ts';
import { list, printList, type ListOptions } from '../listing.ts';
import { choosePage, count, type FoundDiagram, type ReadFile } from '../reading.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';

export interface LinksOptions extends ListOptions {
  readonly page?: string;
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
  const listing = await list(patterns, options, (diagram, read) => rowsOf(diagram, read, options), terminal);
  const code = printList(listing, options.format, { key: 'links', pretty }, terminal);
  if (options.format === 'pretty' && listing.rows.length === 0 && listing.diagrams > 0)
    terminal.say(`no link in ${count(listing.diagrams, 'diagram')}\n`);
  return code;
}

function rowsOf(
  { embedded, file, number, line, column }: FoundDiagram,
  { path, source }: ReadFile,
  { page: choice, limits }: LinksOptions,
): Row[] {
  if (file === null) return [];
  const chosen = choice === undefined ? null : choosePage(file.pages, choice);
  const pages = file.pages.filter(({ index }) => chosen === null || index === chosen);
  const links = pages.flatMap(({ index: page }) => extract(file, page).links.map((link) => ({ page, link })));
  const places = links.map(({ page, link: { at, index } }) => {
    return { page, cell: index, attribute: at === 'label' ? 'label' : 'link' };
  });
  const spans = locate(embedded, places, limits);
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
