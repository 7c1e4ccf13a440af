import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { Trouble } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** Endings of files that may hold diagrams, looked for where a folder is named. */
const DIAGRAM_ENDINGS = 'md mdx markdown html htm rst adoc asciidoc erb njk vue drawio dio xml svg png pdf'.split(' ');

/** The paths that patterns name, in order and once each: `-`, files, globs, and folders (all files in them with one of the endings). */
export async function expandPaths(
  patterns: readonly string[],
  { cwd }: Terminal,
  endings: readonly string[] = DIAGRAM_ENDINGS,
): Promise<string[]> {
  const paths = new Set<string>();
  for (const pattern of patterns) for (const path of await expand(pattern, cwd, endings)) paths.add(path);
  return [...paths];
}

async function expand(pattern: string, cwd: string, endings: readonly string[]): Promise<readonly string[]> {
  if (pattern === '-') return ['-'];
  const kind = statSync(resolve(cwd, pattern), { throwIfNoEntry: false });
  if (kind?.isDirectory() === true)
    return await glob(
      endings.map((ending) => `**/*.${ending}`),
      resolve(cwd, pattern),
      cwd,
    );
  if (kind !== undefined || !/[*?[\]{}!]/.test(pattern)) return [pattern];
  const found = await glob([pattern], cwd, cwd);
  if (found.length === 0)
    throw new Trouble(`no file matches \`${pattern}\``, 'check the pattern; in most shells it needs quotes');
  return found;
}

async function glob(patterns: readonly string[], folder: string, cwd: string): Promise<string[]> {
  const { glob: search } = await import('tinyglobby');
  const found = await search([...patterns], {
    cwd: folder,
    absolute: true,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  return found.map((path) => relative(cwd, path).split(sep).join('/')).sort();
}

/** Reads a file or, for `-`, standard input; beyond `most` bytes it is not read on (the codec says so). */
export async function readNamed(path: string, most: number, terminal: Terminal): Promise<Uint8Array> {
  if (path === '-') return await terminal.readInput(most);
  try {
    const absolute = resolve(terminal.cwd, path);
    const { size } = statSync(absolute);
    return size > most ? new Uint8Array(most + 1) : readFileSync(absolute);
  } catch (error) {
    throw new Trouble(`cannot read \`${path}\`: ${reason(error)}`, 'check the path; `-` reads standard input');
  }
}

/** Hands a result to standard output, or to the file that was named for it; `-` is standard output. */
export function deliver(output: string | undefined, result: string | Uint8Array, terminal: Terminal): void {
  if (output === undefined || output === '-') terminal.print(result);
  else writeAtomically(output, typeof result === 'string' ? Buffer.from(result) : result, terminal);
}

/** Makes a folder where there is none. */
export function makeFolder(path: string, { cwd }: Terminal): void {
  try {
    mkdirSync(resolve(cwd, path), { recursive: true });
  } catch (error) {
    throw new Trouble(`cannot make the folder \`${path}\`: ${reason(error)}`, 'name another with `-o FOLDER/`');
  }
}

/** Writes a file whole or not at all: into a new file beside it, which then takes its place. Keeps mode and links. */
function writeAtomically(path: string, bytes: Uint8Array, { cwd }: Terminal): void {
  const target = realPath(resolve(cwd, path));
  const draft = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  let isBegun = false;
  try {
    const mode = statSync(target, { throwIfNoEntry: false })?.mode;
    const file = openSync(draft, 'wx', mode);
    isBegun = true;
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, target);
  } catch (error) {
    if (isBegun) rmSync(draft, { force: true });
    throw new Trouble(
      `cannot write \`${path}\`: ${reason(error)}`,
      'check that the folder is there and may be written to',
    );
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path; // a new file
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'no permission',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is no folder',
  EEXIST: 'it is no folder',
};

const reason = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
};
