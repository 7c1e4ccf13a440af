import { defaultLimits, type Limits } from '@mxg/codec';
import type { LintConfig, Placed } from '@mxg/lint';
import { loadLintConfig } from './lint/config-file.ts';
import { lintBytes, type LintRun } from './lint/run.ts';
import { openSurroundings } from './site-files.ts';
import { processTerminal } from './terminal.ts';

export type { LintConfig, Placed } from '@mxg/lint';

/** How files are to be looked at. */
export interface LinterOptions {
  /** What paths are relative to; its repository is the site. Default: the process's. */
  readonly cwd?: string;
  /** A configuration file, or `false` for none: then nothing that came with the files is run. Default: the nearest one. */
  readonly config?: string | false;
  /** Settings on top of the configuration's. */
  readonly rules?: NonNullable<LintConfig['rules']>;
  /** In place of the generator that is detected, or that the configuration names. */
  readonly generator?: string;
  readonly limits?: Limits;
}

/** Looks for problems in files whose content is at hand, as `mxg lint` does. */
export interface Linter {
  /** Problems of a file, in order of their places. `path` is relative to `cwd`. */
  readonly lint: (path: string, content: string | Uint8Array) => readonly Placed[];
}

/** Loads configuration and site once. Throws where the configuration is wrong, with what is wrong as message. */
export async function openLinter({
  cwd,
  config,
  rules = {},
  generator,
  limits = defaultLimits,
}: LinterOptions = {}): Promise<Linter> {
  const terminal = { ...processTerminal(), ...(cwd === undefined ? {} : { cwd }), say: () => {} };
  const loaded = await loadLintConfig(
    config === false ? undefined : config,
    { none: config === false, rules },
    terminal,
  );
  const surroundings = await openSurroundings(
    ['.'],
    { generator: generator ?? loaded.config.site.generator, most: limits.input },
    terminal,
  );
  const run: LintRun = { loaded, surroundings, limits, quiet: false };
  return {
    lint: (path, content) => {
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      return lintBytes(path, bytes, run, terminal.cwd).problems;
    },
  };
}
