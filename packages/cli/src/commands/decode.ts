import { bytesFromText, pagesOf, readableXml, storedPayload, type Limits } from '@mxg/codec';
import { ExitCode } from '../exit-code.ts';
import { deliver } from '../files.ts';
import { readChosen, type Choice, type ChosenDiagram } from '../reading.ts';
import type { Terminal } from '../terminal.ts';

export interface DecodeOptions extends Choice {
  readonly raw?: boolean;
  readonly json?: boolean;
  readonly output?: string;
}

/** `mxg decode`: read → find → decode → print. */
export async function decodeCommand(
  patterns: readonly string[],
  options: DecodeOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { chosen, code } = await readChosen(patterns, options, terminal);
  const output =
    options.raw === true
      ? rawBytes(chosen)
      : asBytes(options.json === true ? json(chosen) : xml(chosen, options.limits));
  if (output === null) return ExitCode.trouble;
  deliver(options.output, output, terminal);
  return code;
}

/** Bytes that were no UTF-8 come out as they were, so that `mxg encode` takes them as unchanged. */
const asBytes = (text: string | null): Uint8Array | null => (text === null ? null : bytesFromText(text, 'utf-8'));

function xml(chosen: readonly ChosenDiagram[], limits: Limits): string | null {
  const readable = chosen.filter(({ file }) => file !== null);
  if (readable.length === 0) return null;
  const parts = readable.map(({ embedded, page }) => pagesOf([embedded], page, limits).value);
  const only = parts.length === 1 ? parts[0] : undefined;
  return `${readableXml(only ?? { attributes: [], pages: parts.flatMap(({ pages }) => pages), after: [] })}\n`;
}

/** One typed model as an object, several as an array. */
function json(chosen: readonly ChosenDiagram[]): string | null {
  const files = chosen.flatMap(({ file, page }) =>
    file === null ? [] : [page === null ? file : { ...file, pages: file.pages.slice(page, page + 1) }],
  );
  return files.length === 0 ? null : `${JSON.stringify(files.length === 1 ? files[0] : files, null, 2)}\n`;
}

function rawBytes(chosen: readonly ChosenDiagram[]): Uint8Array | null {
  if (chosen.length === 0) return null;
  return Buffer.concat(
    chosen.flatMap(({ source, embedded }) => [storedPayload(source, embedded), Buffer.from('\n')]).slice(0, -1),
  );
}
