import type { Published, Publisher } from './published.ts';
import { foldersOf, nameOf } from './file-path.ts';
import { percentEncodePath } from './percent-encode.ts';

/**
 * Files as a repository's web pages show them (GitHub, and any server of plain files): every file at its own path. A folder shows
 * its README, so that the folder's URL, with and without a slash at its end, leads to it too.
 */
export const plain: Publisher = ({ tree }) => {
  const readmes = readmesOf(tree.paths);
  return { value: tree.paths.map((path) => published(path, readmes)), diagnostics: [] };
};

function published(path: string, readmes: ReadonlyMap<string, string>): Published {
  const folder = foldersOf(path).at(-1) ?? '';
  const aliases = readmes.get(folder) === path ? folderUrls(folder) : [];
  return { source: path, outputs: [path], url: `/${percentEncodePath(path)}`, aliases };
}

const folderUrls = (folder: string): readonly string[] =>
  folder === '' ? ['/'] : [`/${percentEncodePath(folder)}/`, `/${percentEncodePath(folder)}`];

/** Endings of a README that GitHub renders, the first one wins (github/markup, README). */
const README =
  /^readme(\.(?:md|mdown|mkdn|markdown|textile|rdoc|org|creole|mediawiki|wiki|rst|asciidoc|adoc|asc|pod))?$/i;

/** The README of each folder that has one. */
function readmesOf(paths: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of paths) {
    const ending = README.exec(nameOf(path));
    const folder = foldersOf(path).at(-1) ?? '';
    const other = found.get(folder);
    if (ending === null || (other !== undefined && isMarkdown(other))) continue;
    if (other === undefined || isMarkdown(path)) found.set(folder, path);
  }
  return found;
}

const isMarkdown = (path: string): boolean => /\.(?:md|markdown)$/i.test(path);
