import type { LinkStatus } from '@mxg/anchors';
import { locate } from '@mxg/codec';
import { positions } from '@mxg/model';
import { extract, type Link } from '@mxg/stage-graph';
import type { ExitCode } from '../exit-code.ts';
import { expandPaths } from '../files.ts';
import { list, printList, type ListOptions } from '../listing.ts';
import { choosePage, count, type FoundDiagram, type ReadFile } from '../reading.ts';
import { openSurroundings, resolveFrom, type Surroundings } from '../site-files.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';

export interface LinksOptions extends ListOptions {
  readonly page?: string;
  readonly generator?: string;
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
  /** Where it works, when that is not everywhere: on the built site alone, or in the source tree alone. */
  readonly only: 'site' | 'source' | null;
  /** Why it is so; empty when there is nothing to say. */
  readonly reason: string;
  /** What was likely meant; null when nothing is near. */
  readonly suggestion: string | null;
}

type Status = LinkStatus | 'unsafe';

type Verdict = Pick<Row, 'resolves' | 'status' | 'only' | 'reason' | 'suggestion'>;

/** `mxg links`: read → find → decode → extract → resolve → print. Files without diagrams are passed over; none at all is trouble. */
export async function linksCommand(
  patterns: readonly string[],
  options: LinksOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const paths = await expandPaths(patterns, terminal);
  const { generator, limits } = options;
  const surroundings = await openSurroundings(paths, { generator, most: limits.input }, terminal);
  const listing = await list(
    patterns,
    options,
    (diagram, read) => rowsOf(diagram, read, { options, surroundings }),
    terminal,
  );
  const code = printList(listing, options.format, { key: 'links', pretty }, terminal);
  if (options.format === 'pretty' && listing.rows.length === 0 && listing.diagrams > 0)
    terminal.say(`no link in ${count(listing.diagrams, 'diagram')}\n`);
  return code;
}

interface Asked {
  readonly options: LinksOptions;
  readonly surroundings: Surroundings;
}

function rowsOf(
  { embedded, file, number, line, column }: FoundDiagram,
  { path, source }: ReadFile,
  { options: { page: choice, limits }, surroundings }: Asked,
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
    return { path, ...place, diagram: number, page, link, ...verdictOf(link, path, surroundings) };
  });
}

const plainly = (status: Status, resolves: string | null = null): Verdict => ({
  resolves,
  status,
  only: null,
  reason: '',
  suggestion: null,
});

/** What the link's own text tells comes first; the rest is the site's matter. */
function verdictOf(link: Link, path: string, surroundings: Surroundings): Verdict {
  if (link.kind === 'diagram-page') return diagramPage(link);
  if (link.kind === 'action') return action(link);
  if (link.kind === 'unsafe') return plainly('unsafe');
  if (link.kind === 'mail') return plainly('external');
  const { status, target, anchor, world, reason, suggestion } = resolveFrom(surroundings, path, link.href);
  const file = target === null ? null : surroundings.named(target);
  const resolves = file === null ? null : `${file}${anchor === null ? '' : `:${anchor.line}`}`;
  return { resolves, status, only: world === 'both' ? null : world, reason, suggestion };
}

function diagramPage({ page }: Link): Verdict {
  if (page === null) return { ...plainly('broken-page'), reason: 'the file has no page with this id' };
  return plainly('ok', `page ${page.index + 1}${page.name === null ? '' : `, ${page.name}`}`);
}

function action({ missing }: Link): Verdict {
  if (missing.length === 0) return plainly('ok');
  return { ...plainly('broken-anchor'), reason: `the page has no cell ${missing.map((id) => `\`${id}\``).join(', ')}` };
}

const pretty = (rows: readonly Row[]): string =>
  table(
    rows.map(({ path, line, column, link, resolves, status, only, reason, suggestion }) => [
      `${path}:${line}:${column}`,
      link.cell,
      link.label,
      link.href,
      resolves ?? link.kind,
      `${status}${only === null ? '' : ` (${only} only)`}${reason === '' ? '' : `: ${reason}`}${suggestion === null ? '' : `; did you mean \`${suggestion}\`?`}`,
    ]),
  );
