import { bytesFromText, sourceFromBytes } from '@mxg/codec';
import { fix } from '@mxg/lint';
import { createTwoFilesPatch } from 'diff';
import { deliver, readNamed } from '../files.ts';
import type { Terminal } from '../terminal.ts';
import { lintFile, type FileResult, type LintRun } from './run.ts';

/** A fix may lay another problem open; more rounds than this are a circle. */
const MOST_ROUNDS = 5;

export interface FixOptions {
  readonly unsafe: boolean;
  /** The change is shown, not made. */
  readonly dryRun: boolean;
}

/** Fixes what can be fixed in the files of results, and looks at them again. */
export async function fixFiles(
  results: readonly FileResult[],
  run: LintRun,
  options: FixOptions,
  terminal: Terminal,
): Promise<readonly FileResult[]> {
  const fixed: FileResult[] = [];
  for (const result of results) fixed.push(await fixFile(result, run, options, terminal));
  return fixed;
}

async function fixFile(
  result: FileResult,
  run: LintRun,
  { unsafe, dryRun }: FixOptions,
  terminal: Terminal,
): Promise<FileResult> {
  let current = result;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (!current.problems.some((problem) => problem.fix !== null || (unsafe && problem.suggestion !== null)))
      return current;
    const { value: source } = sourceFromBytes(await readNamed(current.path, run.limits.input, terminal), run.limits);
    const { text } = fix(source, current.problems, { unsafe, limits: run.limits });
    if (text === source.text) return current;
    if (dryRun) {
      terminal.print(createTwoFilesPatch(`a/${current.path}`, `b/${current.path}`, source.text, text));
      return current;
    }
    deliver(current.path, bytesFromText(text, source.charset), terminal);
    current = await lintFile(current.path, run, terminal);
  }
  return current;
}
