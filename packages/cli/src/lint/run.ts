import { sourceFromBytes, type Limits } from '@mxg/codec';
import { lint, type LintReport, type Placed } from '@mxg/lint';
import { positions } from '@mxg/model';
import { readNamed } from '../files.ts';
import { siteAround, type Surroundings } from '../site-files.ts';
import type { Terminal } from '../terminal.ts';
import { asConfigured, type LoadedConfig } from './config-file.ts';
import { progressOn } from './progress.ts';

/** What files are looked at with. */
export interface LintRun {
  readonly loaded: LoadedConfig;
  readonly surroundings: Surroundings;
  readonly limits: Limits;
  /** Only errors are told. */
  readonly quiet: boolean;
}

/** What was found in one file. */
export interface FileResult {
  readonly path: string;
  readonly problems: readonly Placed[];
  readonly diagrams: number;
  readonly links: number;
}

/** Looks for problems in files, one after the other: none is kept longer than it takes. */
export async function lintFiles(
  paths: readonly string[],
  run: LintRun,
  terminal: Terminal,
): Promise<readonly FileResult[]> {
  const progress = progressOn(terminal, paths.length);
  const results: FileResult[] = [];
  for (const path of paths) {
    progress.step(path);
    results.push(await lintFile(path, run, terminal));
  }
  progress.end();
  return results;
}

/** Looks for problems in a file as it is now. */
export async function lintFile(path: string, run: LintRun, terminal: Terminal): Promise<FileResult> {
  return lintBytes(path, await readNamed(path, run.limits.input, terminal), run, terminal.cwd);
}

/** The same for content that is at hand; `path` is relative to the working directory. */
export function lintBytes(
  path: string,
  bytes: Uint8Array,
  { loaded, surroundings, limits, quiet }: LintRun,
  cwd: string,
): FileResult {
  const reading = sourceFromBytes(bytes, limits);
  const settings = loaded.config.settingsFor(asConfigured(loaded, path, cwd));
  const { problems, diagrams, links } = lint(reading, { settings, site: siteAround(surroundings, path), limits });
  const { text, charset } = reading.value;
  // bytes that are no text have no lines
  const positionAt = charset === 'binary' ? () => ({ line: 1, column: 1 }) : positions(text);
  const placed = problems.map((problem): Placed => {
    const { start, end } = problem.span ?? { start: 0, end: 0 };
    return { ...problem, path, start: positionAt(start), end: positionAt(end) };
  });
  return { path, problems: quiet ? placed.filter(({ severity }) => severity === 'error') : placed, diagrams, links };
}

/** All results in one. */
export function reportOf(results: readonly FileResult[]): LintReport {
  const problems = results.flatMap((result) => result.problems);
  const count = (isMeant: (problem: Placed) => boolean): number => problems.filter(isMeant).length;
  const sum = (key: 'diagrams' | 'links'): number => results.reduce((total, result) => total + result[key], 0);
  return {
    problems,
    summary: {
      files: results.length,
      diagrams: sum('diagrams'),
      links: sum('links'),
      errors: count(({ severity }) => severity === 'error'),
      warnings: count(({ severity }) => severity === 'warning'),
      infos: count(({ severity }) => severity === 'info'),
      fixable: count(({ fix }) => fix !== null),
      suggestions: count(({ fix, suggestion }) => fix === null && suggestion !== null),
    },
  };
}
