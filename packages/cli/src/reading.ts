import {
  carrierDescriptions,
  decode,
  find,
  sourceFromBytes,
  type EmbeddedDiagram,
  type Limits,
  type Source,
} from '@mxg/codec';
import { positions, type MxFile, type Page } from '@mxg/model';
import { ExitCode, sayTrouble, Trouble } from './exit-code.ts';
import { expandPaths, readNamed } from './files.ts';
import { problemsOf, sayProblems, type Problem } from './problems.ts';
import type { Terminal } from './terminal.ts';

/** A file that was read, with the diagrams in it. */
export interface ReadFile {
  readonly path: string;
  readonly source: Source;
  readonly diagrams: readonly FoundDiagram[];
  readonly problems: readonly Problem[];
}

/** A diagram of a file, decoded. */
export interface FoundDiagram {
  readonly embedded: EmbeddedDiagram;
  /** In its file, from 1. */
  readonly number: number;
  readonly line: number;
  readonly column: number;
  /** Null when the payload cannot be read. */
  readonly file: MxFile | null;
}

/** Reads a file, finds its diagrams and decodes them. */
export async function readDiagrams(path: string, limits: Limits, terminal: Terminal): Promise<ReadFile> {
  const bytes = await readNamed(path, limits.input, terminal);
  const source = sourceFromBytes(bytes, limits);
  const found = find(source.value, limits);
  // bytes that are no text have no lines
  const positionAt = source.value.charset === 'binary' ? () => ({ line: 1, column: 1 }) : positions(source.value.text);
  const decoded = found.value.map((embedded) => decode(embedded, limits));
  const diagnostics = [source, found, ...decoded].flatMap((reading) => [...reading.diagnostics]);
  const diagrams = found.value.map((embedded, i): FoundDiagram => {
    return { embedded, number: i + 1, ...positionAt(embedded.span.start), file: decoded[i]?.value ?? null };
  });
  return { path, source: source.value, diagrams, problems: problemsOf(path, positionAt, diagnostics) };
}

/** A diagram that was asked for. */
export interface ChosenDiagram extends FoundDiagram {
  readonly path: string;
  readonly source: Source;
  /** Index of the one page that was asked for; null for all. */
  readonly page: number | null;
}

/** How diagrams are asked for at the command line. */
export interface Choice {
  readonly diagram?: string;
  readonly page?: string;
  readonly limits: Limits;
}

/**
 * Reads files and chooses their diagrams, saying what is wrong with each. A file without diagrams is trouble; what can be read
 * is chosen even when something else cannot.
 */
export async function readChosen(
  patterns: readonly string[],
  { diagram: choice, page, limits }: Choice,
  terminal: Terminal,
): Promise<{ readonly chosen: readonly ChosenDiagram[]; readonly code: ExitCode }> {
  let code: ExitCode = ExitCode.fine;
  const chosen: ChosenDiagram[] = [];
  for (const path of await expandPaths(patterns, terminal)) {
    const read = await readDiagrams(path, limits, terminal);
    sayProblems(read.problems, terminal);
    if (read.problems.some(({ severity }) => severity === 'error')) code = ExitCode.trouble;
    else if (read.diagrams.length === 0) {
      sayTrouble(noDiagram(path), terminal);
      code = ExitCode.trouble;
    }
    if (read.diagrams.length === 0) continue;
    for (const diagram of chooseDiagrams(read, choice)) {
      const index = page === undefined ? null : choosePage(diagram.file?.pages ?? [], page);
      chosen.push({ ...diagram, path, source: read.source, page: index });
    }
  }
  return { chosen, code };
}

/** Says that a file holds no diagram, and what was looked for. */
export function noDiagram(path: string): Trouble {
  const last = carrierDescriptions.at(-1) ?? '';
  return new Trouble(`no diagram in \`${path}\``, `looked for ${carrierDescriptions.slice(0, -1).join(', ')}, ${last}`);
}

/** The diagram that `--diagram` means: a number from 1, or the name or id of one of its pages. Null for no choice. */
export function chooseDiagrams(read: ReadFile, choice: string | undefined): readonly FoundDiagram[] {
  if (choice === undefined) return read.diagrams;
  const named = read.diagrams.find(
    ({ file }) => file?.pages.some(({ name, id }) => name === choice || id === choice) === true,
  );
  const chosen = /^\d+$/.test(choice) ? (read.diagrams[Number(choice) - 1] ?? named) : named;
  if (chosen === undefined) {
    throw new Trouble(
      `no diagram \`${choice}\` in \`${read.path}\``,
      `it has ${count(read.diagrams.length, 'diagram')}: \`mxg ls ${read.path}\` lists them`,
    );
  }
  return [chosen];
}

/** Index of the page that `--page` means: a number from 1, or a name or id. */
export function choosePage(pages: readonly Pick<Page, 'name' | 'id'>[], choice: string): number {
  const named = pages.findIndex(({ name, id }) => name === choice || id === choice);
  const index = /^\d+$/.test(choice) && Number(choice) <= pages.length ? Number(choice) - 1 : named;
  if (index < 0) {
    const names = pages.map(({ name, id }, place) => `\`${name ?? id ?? place + 1}\``).join(', ');
    throw new Trouble(
      `no page \`${choice}\``,
      `the diagram has ${count(pages.length, 'page')}${names === '' ? '' : `: ${names}`}`,
    );
  }
  return index;
}

/** `1 page`, `2 pages`. */
export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;
