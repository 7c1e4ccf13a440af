import type { Tree } from '@mxg/anchors';
import type { Diagnostic } from '@mxg/model';
import { readFileSync, readdirSync, realpathSync, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';

/** The files of a folder, read when they are asked for. */
export interface FolderTree extends Tree {
  /** What could not be walked. */
  readonly problems: readonly { readonly path: string; readonly diagnostic: Diagnostic }[];
}

/** Folders that hold no source of a site. */
const SKIPPED: ReadonlySet<string> = new Set([
  'node_modules',
  '.git',
  '.hg',
  '.svn',
  '.turbo',
  '.cache',
  '__pycache__',
  '.venv',
]);

/** More files are not looked at. */
const MOST_FILES = 500_000;

/** Lists a folder once; files larger than `most` bytes are not read. Links to folders are followed, but never in circles. */
export function folderTree(root: string, most: number): FolderTree {
  const problems: FolderTree['problems'][number][] = [];
  const paths = walk(root, problems).sort();
  problems.push(...twins(paths));
  const known = new Set(paths);
  return { paths, problems, frozen: true, read: (path) => (known.has(path) ? readText(join(root, path), most) : null) };
}

function readText(path: string, most: number): string | null {
  try {
    return statSync(path).size > most ? null : readFileSync(path, 'utf8');
  } catch {
    return null; // gone, or not allowed
  }
}

interface Folder {
  /** Relative to the root; empty for the root. */
  readonly path: string;
  /** Real paths of the folders that it lies in, itself included. */
  readonly within: readonly string[];
}

function walk(root: string, problems: FolderTree['problems'][number][]): string[] {
  const files: string[] = [];
  const open: Folder[] = [{ path: '', within: [realpathSync(root)] }];
  for (let folder = open.pop(); folder !== undefined && files.length < MOST_FILES; folder = open.pop()) {
    for (const entry of entriesOf(join(root, folder.path))) {
      const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
      const kind = kindOf(entry, join(root, path));
      if (kind === 'file') files.push(path);
      if (kind !== 'folder' || SKIPPED.has(entry.name)) continue;
      const real = entry.isSymbolicLink()
        ? realpathSync(join(root, path))
        : join(folder.within.at(-1) ?? '', entry.name);
      if (folder.within.includes(real)) problems.push({ path, diagnostic: loop(real) });
      else open.push({ path, within: [...folder.within, real] });
    }
  }
  return files;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return []; // gone, or not allowed
  }
}

function kindOf(entry: Dirent, path: string): 'file' | 'folder' | 'other' {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  const target = entry.isSymbolicLink() ? statSync(path, { throwIfNoEntry: false }) : undefined;
  if (target?.isFile() === true) return 'file';
  return target?.isDirectory() === true ? 'folder' : 'other';
}

const wholeFile = { span: null, exact: false } as const;

const loop = (real: string): Diagnostic => ({
  code: 'tree/link-loop',
  severity: 'warning',
  message: `the link leads back to \`${real}\`, a folder that it lies in`,
  hint: 'it is not followed; remove it if no tool needs it',
  ...wholeFile,
});

/** Files that a file system without upper and lower case cannot hold together. */
function twins(paths: readonly string[]): FolderTree['problems'] {
  const seen = new Map<string, string>();
  return paths.flatMap((path) => {
    const other = seen.get(path.toLowerCase());
    seen.set(path.toLowerCase(), path);
    return other === undefined ? [] : [{ path, diagnostic: twin(other) }];
  });
}

const twin = (other: string): Diagnostic => ({
  code: 'tree/case-twins',
  severity: 'warning',
  message: `differs from \`${other}\` by upper and lower case alone`,
  hint: 'rename one: on macOS and Windows only one of them exists',
  ...wholeFile,
});
