/** Path segments as one path, without empty ones; no slash at either end. */
export function joinPath(...parts: readonly string[]): string {
  return parts
    .flatMap((part) => part.split('/'))
    .filter((part) => part !== '')
    .join('/');
}

/** The last segment of a path. */
export const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The folders of a path, the outermost first: `a/b/c.md` has `a` and `a/b`. */
export function foldersOf(path: string): readonly string[] {
  const folders: string[] = [];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}

/** A file name's ending with its dot; empty when there is none, or when its only dot is the first character. */
export function endingOf(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') + 1 ? path.slice(dot) : '';
}

/** A path without its ending. */
export function stripEnding(path: string): string {
  return path.slice(0, path.length - endingOf(path).length);
}

/** What remains of a path below a folder; null when it is not below it. The empty folder holds everything. */
export function pathBelow(folder: string, path: string): string | null {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : null;
}

/** A folder as configurations give it (`./docs/`, `docs`, `/docs`), without its slashes at both ends; empty for `.`. */
export function folderPath(text: string): string {
  return joinPath(
    ...text
      .trim()
      .split('/')
      .filter((part) => part !== '.'),
  );
}
