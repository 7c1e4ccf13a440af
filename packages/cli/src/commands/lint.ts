import {
  presetNames,
  reporters,
  rules,
  suppressionRules,
  type FormatName,
  type LintConfig,
  type LintReport,
} from '@mxg/lint';
import type { Limits } from '@mxg/codec';
import { watch } from 'node:fs';
import { resolve } from 'node:path';
import { ExitCode, Trouble } from '../exit-code.ts';
import { deliver, expandPaths } from '../files.ts';
import { lintCache } from '../lint/cache.ts';
import { asConfigured, loadLintConfig, type LoadedConfig } from '../lint/config-file.ts';
import { fixFiles } from '../lint/fixing.ts';
import { ignoredBelow } from '../lint/ignore-files.ts';
import { lintFiles, reportOf, type FileResult, type LintRun } from '../lint/run.ts';
import { sayProblems } from '../problems.ts';
import { openSurroundings, type Surroundings } from '../site-files.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';
import manifest from '../../package.json' with { type: 'json' };

export interface LintCommandOptions {
  /** Each a format, or `format=file`. */
  readonly format: readonly Output[];
  readonly fix?: boolean;
  readonly fixDryRun?: boolean;
  readonly unsafeFixes?: boolean;
  readonly maxWarnings?: number;
  readonly quiet?: boolean;
  /** False for `--no-config`. */
  readonly config?: string | boolean;
  readonly rule: readonly string[];
  readonly generator?: string;
  readonly cache?: string | boolean;
  readonly watch?: boolean;
  readonly listRules?: boolean;
  readonly limits: Limits;
}

/** A format and the file that it goes to; null for standard output. */
export interface Output {
  readonly format: FormatName;
  readonly file: string | null;
}

/** `mxg lint`: configuration → files → site → problems → fixes → reports. */
export async function lintCommand(
  patterns: readonly string[],
  options: LintCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (options.listRules === true) return printRules(terminal);
  const asked = patterns.length === 0 ? ['.'] : patterns;
  if (asked.includes('-') && (options.fix === true || options.fixDryRun === true))
    throw new Trouble('cannot fix standard input', 'name the file, or leave out `--fix`');
  if (options.watch !== true) return await once(asked, options, terminal);
  return await again(asked, options, terminal);
}

async function once(patterns: readonly string[], options: LintCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const { config, limits, quiet = false, fix = false, fixDryRun = false, unsafeFixes = false } = options;
  const loaded = await loadLintConfig(
    typeof config === 'string' ? config : undefined,
    { none: config === false, rules: readRules(options.rule) },
    terminal,
  );
  const generator = options.generator ?? loaded.config.site.generator;
  const paths = await pathsOf(patterns, loaded, terminal);
  const surroundings = await openSurroundings(
    paths.length === 0 ? ['.'] : paths,
    { generator, most: limits.input },
    terminal,
  );
  if (!quiet)
    sayProblems(
      surroundings.problems.filter(({ severity }) => severity !== 'info'),
      terminal,
    );
  const run: LintRun = { loaded, surroundings: withRepository(surroundings, loaded), limits, quiet };
  const found = await lintCached(paths, run, options, terminal);
  const results =
    fix || fixDryRun ? await fixFiles(found, run, { unsafe: unsafeFixes, dryRun: fixDryRun }, terminal) : found;
  const report = reportOf(results);
  print(report, fixDryRun ? options.format.filter(({ file }) => file !== null) : options.format, terminal);
  return codeOf(report, options);
}

async function lintCached(
  paths: readonly string[],
  run: LintRun,
  options: LintCommandOptions,
  terminal: Terminal,
): Promise<readonly FileResult[]> {
  const { cache } = options;
  if (cache === undefined || cache === false || paths.includes('-')) return await lintFiles(paths, run, terminal);
  const { root, sites, inTree } = run.surroundings;
  const settings = JSON.stringify([
    options.rule,
    options.quiet,
    options.generator,
    paths,
    [...new Set(paths.map((path) => asConfigured(run.loaded, path, terminal.cwd)))].map((path) =>
      [...run.loaded.config.settingsFor(path)].join(),
    ),
  ]);
  const asked = paths.map((path) => inTree(path) ?? path);
  const store = lintCache(resolve(terminal.cwd, cache === true ? '.mxgcache' : cache), root, sites.tree, {
    version: manifest.version,
    paths: asked,
    settings,
  });
  const before = store.get();
  if (before !== null) return before;
  const results = await lintFiles(paths, run, terminal);
  store.put(results);
  return results;
}

const withRepository = (surroundings: Surroundings, { config: { site } }: LoadedConfig): Surroundings =>
  site.repository === undefined
    ? surroundings
    : { ...surroundings, repositories: [...surroundings.repositories, site.repository] };

/** Files that ignore files and the configuration leave; one that is named itself is looked at all the same. */
async function pathsOf(
  patterns: readonly string[],
  loaded: LoadedConfig,
  terminal: Terminal,
): Promise<readonly string[]> {
  const named = new Set(patterns);
  const isIgnored = ignoredBelow(terminal.cwd);
  return (await expandPaths(patterns, terminal)).filter(
    (path) =>
      named.has(path) ||
      (!isIgnored(resolve(terminal.cwd, path)) && !loaded.config.isIgnored(asConfigured(loaded, path, terminal.cwd))),
  );
}

/** `--rule link/page-exists=off`. */
const readRules = (settings: readonly string[]): NonNullable<LintConfig['rules']> =>
  Object.fromEntries(
    settings.map((each) => {
      const equals = each.indexOf('=');
      return equals < 0 ? [each, 'error'] : [each.slice(0, equals), each.slice(equals + 1)];
    }),
  ) as NonNullable<LintConfig['rules']>;

/** On GitHub the pull request shows problems where they are, whatever else is printed. */
function print(report: LintReport, outputs: readonly Output[], terminal: Terminal): void {
  const style = { colour: terminal.colour, version: manifest.version };
  for (const { format, file } of outputs)
    deliver(
      file ?? undefined,
      reporters[format](report, file === null ? style : { ...style, colour: false }),
      terminal,
    );
  if (terminal.env['GITHUB_ACTIONS'] === 'true' && !outputs.some(({ format }) => format === 'github')) {
    const isForPeople = outputs.some(({ format, file }) => file === null && format === 'pretty');
    const annotations = reporters.github(report, style);
    // workflow commands are read from both streams: what a script reads stays clean
    if (isForPeople) terminal.print(annotations);
    else terminal.say(annotations);
  }
}

function codeOf({ summary: { errors, warnings } }: LintReport, { maxWarnings }: LintCommandOptions): ExitCode {
  return errors > 0 || (maxWarnings !== undefined && warnings > maxWarnings) ? ExitCode.findings : ExitCode.fine;
}

/** ms that pass between a change and a run: editors write in several steps. */
const SETTLED = 150;

/** Changes that are nobody's edit: Git's own, those of installs, and what mxg writes. */
const NO_INPUT = /(?:^|[\\/])(?:\.git|node_modules)[\\/]|\.mxgcache$|\.tmp$/;

/** Runs at once and after every change, until it is interrupted. */
async function again(patterns: readonly string[], options: LintCommandOptions, terminal: Terminal): Promise<ExitCode> {
  const run = async (): Promise<void> => {
    try {
      await once(patterns, options, terminal);
    } catch (error) {
      if (!(error instanceof Trouble)) throw error;
      terminal.say(`mxg: ${error.message}\n`);
    }
    terminal.say('waiting for changes (Ctrl+C ends)\n');
  };
  await run();
  let timer: NodeJS.Timeout | undefined;
  let busy = Promise.resolve();
  watch(terminal.cwd, { recursive: true }, (_, name) => {
    if (name === null || NO_INPUT.test(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => (busy = busy.then(run)), SETTLED);
  });
  return await new Promise<never>(() => {});
}

function printRules(terminal: Terminal): ExitCode {
  const rows = [...rules, ...suppressionRules].map(({ id, severity, preset, wants }) => [
    id,
    severity,
    preset ?? '',
    wants,
  ]);
  terminal.print(`${table(rows)}\npresets, each with all of the one before: ${presetNames.join(', ')}\n`);
  return ExitCode.fine;
}
