import {
  extended,
  isPreset,
  listOf,
  presetNames,
  readConfig,
  resolveConfig,
  type LintConfig,
  type ResolvedConfig,
} from '@mxg/lint';
import type { Diagnostic } from '@mxg/model';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { Trouble } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';

/** The configuration that counts for a run. */
export interface LoadedConfig {
  /** Absolute path of the folder that its globs are relative to. */
  readonly folder: string;
  readonly config: ResolvedConfig;
  /** Absolute path of its file; null for the defaults. */
  readonly path: string | null;
}

/** In the order in which they are looked for in a folder. */
const NAMES = [
  'mxg.config.json',
  'mxg.config.jsonc',
  'mxg.config.js',
  'mxg.config.mjs',
  'mxg.config.ts',
  'package.json',
];

/** Loads the file that was named, else the nearest one above the working directory; `none` gives the defaults, and runs nothing. */
export async function loadLintConfig(
  named: string | undefined,
  { none, rules }: { readonly none: boolean; readonly rules: NonNullable<LintConfig['rules']> },
  { cwd }: Terminal,
): Promise<LoadedConfig> {
  if (named !== undefined && none) throw new Trouble('`--config` and `--no-config` exclude each other');
  const path = none ? null : named === undefined ? nearestConfig(cwd) : resolve(cwd, named);
  const own = path === null ? {} : await withExtended(path, []);
  const config = checked({ ...own, rules: { ...own.rules, ...rules } }, path ?? 'the command line');
  return { folder: path === null ? cwd : dirname(path), config: resolveConfig(config), path };
}

function nearestConfig(folder: string): string | null {
  for (const name of NAMES) {
    const path = resolve(folder, name);
    if (existsSync(path) && (name !== 'package.json' || hasOwnKey(path))) return path;
  }
  const above = dirname(folder);
  return above === folder || existsSync(resolve(folder, '.git')) ? null : nearestConfig(above);
}

function hasOwnKey(path: string): boolean {
  try {
    return 'mxg' in (JSON.parse(readFileSync(path, 'utf8')) as object);
  } catch {
    return false; // somebody else's matter
  }
}

/** Reads a configuration with what it extends, the outer ones last. */
async function withExtended(path: string, within: readonly string[]): Promise<LintConfig> {
  if (within.includes(path)) throw new Trouble(`\`${path}\` extends itself`, 'remove the circle from `extends`');
  const own = checked(await read(path), path);
  const files = listOf(own.extends ?? []).filter((name) => !isPreset(name));
  const paths = files.map((name) => fileOf(name, path));
  const program = isJson(path) ? paths.find((base) => !isJson(base)) : undefined;
  if (program !== undefined)
    throw new Trouble(
      `\`${basename(path)}\` extends \`${basename(program)}\`, which is a program`,
      'a configuration in JSON never runs anything: extend it from `mxg.config.js`',
    );
  const bases = await Promise.all(paths.map((base) => withExtended(base, [...within, path])));
  return bases.length === 0
    ? own
    : extended(
        bases.reduce((all, base) => extended(all, base), {}),
        own,
      );
}

/** Whether reading a file runs nothing. */
const isJson = (path: string): boolean => /\.jsonc?$/.test(path);

function fileOf(name: string, from: string): string {
  const path = resolve(dirname(from), name);
  if (existsSync(path)) return path;
  throw new Trouble(
    `cannot extend \`${name}\` in \`${basename(from)}\``,
    `expected a file, or one of ${presetNames.join(', ')}`,
  );
}

function checked(value: unknown, from: string): LintConfig {
  const { value: config, diagnostics } = readConfig(value);
  const [first] = diagnostics;
  if (first !== undefined) throw new Trouble(`${basename(from)}: ${allOf(diagnostics)}`, first.hint ?? null);
  return config;
}

const allOf = (diagnostics: readonly Diagnostic[]): string => diagnostics.map(({ message }) => message).join('; ');

async function read(path: string): Promise<unknown> {
  if (isJson(path)) {
    const value = readJson(path);
    return basename(path) === 'package.json' ? (value as { readonly mxg?: unknown }).mxg : value;
  }
  try {
    const { createJiti } = await import('jiti');
    return await createJiti(path, { interopDefault: true, moduleCache: false }).import(path, { default: true });
  } catch (error) {
    throw new Trouble(
      `cannot load \`${path}\`: ${error instanceof Error ? error.message : String(error)}`,
      'export the configuration as default',
    );
  }
}

function readJson(path: string): unknown {
  const errors: ParseError[] = [];
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new Trouble(`cannot read \`${path}\``, 'check the path of `--config`');
  }
  const value: unknown = parse(text.replace(/^\ufeff/, ''), errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first === undefined) return value;
  const before = text.slice(0, first.offset).split('\n');
  throw new Trouble(
    `${basename(path)}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}: ${printParseErrorCode(first.error)}`,
    'the configuration is JSON, with comments if you like',
  );
}

/** A path of the command line as the configuration sees it. */
export const asConfigured = ({ folder }: LoadedConfig, path: string, cwd: string): string =>
  relative(folder, resolve(cwd, path)).split(sep).join('/');
