import type { Anchor } from '@mxg/anchors';
import { defaultLimits } from '@mxg/codec';
import { positions } from '@mxg/model';
import { ExitCode, Trouble } from '../exit-code.ts';
import { expandPaths } from '../files.ts';
import { problemsOf, sayProblems, type Problem } from '../problems.ts';
import { count } from '../reading.ts';
import { openSurroundings, type Surroundings } from '../site-files.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';

export interface AnchorsOptions {
  readonly format: 'pretty' | 'json';
  readonly generator?: string;
}

/** A page and what a link to it can hit; scripts rely on it. */
interface PageRow {
  readonly path: string;
  readonly generator: string;
  /** Absolute path on the site; null when the page is not published. */
  readonly url: string | null;
  /** In document order. */
  readonly anchors: readonly Anchor[];
}

/** Endings of pages, looked for where a folder is named. */
const PAGE_ENDINGS = ['md', 'mdx', 'markdown', 'html', 'htm', 'rst', 'adoc', 'asciidoc'];

/** `mxg anchors`: read the tree → find its sites → publish → read ids → print. */
export async function anchorsCommand(
  patterns: readonly string[],
  options: AnchorsOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const paths = await expandPaths(patterns, terminal, PAGE_ENDINGS);
  const most = defaultLimits.input;
  const input = paths.includes('-') ? Buffer.from(await terminal.readInput(most)).toString() : undefined;
  const surroundings = await openSurroundings(paths, { generator: options.generator, most, input }, terminal);
  const read = paths.map((path) => readPage(path, surroundings));
  const pages = read.map(({ page }) => page);
  const problems = [...surroundings.problems, ...read.flatMap((each) => each.problems)];
  if (options.format === 'json') terminal.print(`${JSON.stringify({ pages, diagnostics: problems }, null, 2)}\n`);
  else {
    terminal.print(pages.map(pretty).join('\n'));
    sayProblems(problems, terminal);
  }
  if (pages.length === 0)
    throw new Trouble(`no page in \`${patterns.join(' ')}\``, `looked for files ending in ${PAGE_ENDINGS.join(', ')}`);
  return problems.some(({ severity }) => severity === 'error') ? ExitCode.trouble : ExitCode.fine;
}

function readPage(path: string, { sites, inTree }: Surroundings): { page: PageRow; problems: readonly Problem[] } {
  const inside = inTree(path);
  const text = inside === null ? null : sites.tree.read(inside);
  if (inside === null || text === null)
    throw new Trouble(`cannot read \`${path}\``, 'check the path; ids are read from files');
  const site = sites.siteOf(inside);
  const reading = site.anchorsOf(inside);
  if (reading === null)
    throw new Trouble(`\`${path}\` is no page`, 'give a Markdown, HTML, reStructuredText or AsciiDoc file');
  const published = path === '-' ? null : (site.published().get(inside)?.url ?? null);
  const page = {
    path,
    generator: site.generator,
    url: published === null ? null : site.address.mount + published,
    anchors: reading.value,
  };
  return { page, problems: problemsOf(path, positions(text), reading.diagnostics) };
}

function pretty({ path, generator, url, anchors }: PageRow): string {
  const rows = anchors.map(({ id, text, level, line }) => [
    `${path}:${line}`,
    `#${id}`,
    level === null ? '' : `${'#'.repeat(level)} ${text}`,
  ]);
  return `${path}  ${url ?? 'not published'}  ${generator}, ${count(anchors.length, 'id')}\n${table(rows)}`;
}
