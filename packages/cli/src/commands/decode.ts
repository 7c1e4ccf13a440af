import { bytesFromText, pagesOf, readableXml, storedPayload, type EmbeddedDiagram, type Limits } from '@mxg/codec';
import type { MxFile } from '@mxg/model';
import { ExitCode, sayTrouble } from '../exit-code.ts';
import { expandPaths, writeAtomically } from '../files.ts';
import { sayProblems } from '../problems.ts';
import { chooseDiagrams, choosePage, noDiagram, readDiagrams, type FoundDiagram, type ReadFile } from '../reading.ts';
import type { Terminal } from '../terminal.ts';

export interface DecodeOptions {
  readonly raw?: boolean;
  readonly json?: boolean;
  readonly diagram?: string;
  readonly page?: string;
  readonly output?: string;
  readonly limits: Limits;
}

/** `mxg decode`: read → find → decode → print. What can be read is printed even when something else cannot. */
export async function decodeCommand(
  patterns: readonly string[],
  options: DecodeOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  let code: ExitCode = ExitCode.fine;
  const chosen: Chosen[] = [];
  for (const path of await expandPaths(patterns, terminal)) {
    const read = await readDiagrams(path, options.limits, terminal);
    sayProblems(read.problems, terminal);
    if (read.problems.some(({ severity }) => severity === 'error')) code = ExitCode.trouble;
    else if (read.diagrams.length === 0) {
      sayTrouble(noDiagram(path), terminal);
      code = ExitCode.trouble;
    }
    if (read.diagrams.length === 0) continue;
    for (const diagram of chooseDiagrams(read, options.diagram)) chosen.push(withPage(read, diagram, options));
  }
  const output =
    options.raw === true
      ? rawBytes(chosen)
      : asBytes(options.json === true ? json(chosen) : xml(chosen, options.limits));
  if (output === null) return ExitCode.trouble;
  if (options.output === undefined || options.output === '-') terminal.print(output);
  else writeAtomically(options.output, output, terminal);
  return code;
}

/** Bytes that were no UTF-8 come out as they were, so that `mxg encode` takes them as unchanged. */
const asBytes = (text: string | null): Uint8Array | null => (text === null ? null : bytesFromText(text, 'utf-8'));

interface Chosen {
  readonly read: ReadFile;
  readonly embedded: EmbeddedDiagram;
  readonly file: MxFile | null;
  /** Index of the one page that is asked for; null for all. */
  readonly page: number | null;
}

function withPage(read: ReadFile, { embedded, file }: FoundDiagram, { page }: DecodeOptions): Chosen {
  return { read, embedded, file, page: page === undefined ? null : choosePage(file?.pages ?? [], page) };
}

function xml(chosen: readonly Chosen[], limits: Limits): string | null {
  const readable = chosen.filter(({ file }) => file !== null);
  if (readable.length === 0) return null;
  const parts = readable.map(({ embedded, page }) => pagesOf([embedded], page, limits).value);
  const only = parts.length === 1 ? parts[0] : undefined;
  return `${readableXml(only ?? { attributes: [], pages: parts.flatMap(({ pages }) => pages), after: [] })}\n`;
}

/** One typed model as an object, several as an array. */
function json(chosen: readonly Chosen[]): string | null {
  const files = chosen.flatMap(({ file, page }) =>
    file === null ? [] : [page === null ? file : { ...file, pages: file.pages.slice(page, page + 1) }],
  );
  return files.length === 0 ? null : `${JSON.stringify(files.length === 1 ? files[0] : files, null, 2)}\n`;
}

function rawBytes(chosen: readonly Chosen[]): Uint8Array | null {
  if (chosen.length === 0) return null;
  return Buffer.concat(
    chosen.flatMap(({ read, embedded }) => [storedPayload(read.source, embedded), Buffer.from('\n')]).slice(0, -1),
  );
}
