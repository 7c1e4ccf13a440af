import { foldersOf, joinPath, nameOf } from '../file-path.ts';

/** A template's file name, taken apart. */
export interface FileName {
  /** Without the ending that tells the language. */
  readonly stem: string;
  /** The ending without its first dot: `md`, `11ty.js`. */
  readonly ending: string;
}

/** The endings of an 11ty file are several words. */
const SCRIPT = /\.(11ty\.[cm]?[jt]s)$/;

/** Takes the name of a file apart; null for one without ending. */
export function fileName(path: string): FileName | null {
  const name = nameOf(path);
  const ending = (SCRIPT.exec(name) ?? /\.([^.]+)$/.exec(name))?.[1];
  return ending === undefined ? null : { stem: name.slice(0, -ending.length - 1), ending };
}

/** `page.fileSlug` and `page.filePathStem`: without a date at the start of the name; for an `index`, the folder's name. */
export function pageNames(path: string, stem: string): { readonly fileSlug: string; readonly filePathStem: string } {
  const folder = foldersOf(path).at(-1) ?? '';
  const bare = withoutDate(stem);
  const fileSlug = bare === 'index' ? withoutDate(nameOf(folder)) : bare;
  return { fileSlug, filePathStem: `/${joinPath(folder, bare)}` };
}

const withoutDate = (name: string): string => name.replace(/^\d{4}-\d{2}-\d{2}-(?=.)/, '');

/** Where a template goes without a permalink: `a/b.md` to `a/b/index.html`; `a/index.md` and `a/a.md` to `a/index.html`. */
export function usualOutput(path: string, stem: string): string {
  const folder = foldersOf(path).at(-1) ?? '';
  const isIndex = stem === 'index' || stem === nameOf(folder);
  return joinPath(folder, isIndex ? '' : stem, 'index.html');
}
