import type { Config } from '../../config/config.ts';
import { textAt } from '../../config/plain-data.ts';
import { foldersOf, nameOf, stripEnding } from '../file-path.ts';
import type { NameMaker } from './number-prefix.ts';

/** What a document is known by. */
export interface DocName {
  /** Decides on the order of documents. */
  readonly id: string;
  /** With a slash at its start; with one at its end for a folder's own page. */
  readonly slug: string;
}

/** The name of a document, of its path in the folder of documents and its front matter. Source: `docs.ts` and `slug.ts` of `plugin-content-docs` 3.10. */
export function docName(path: string, front: Config, strip: NameMaker): DocName {
  const make: NameMaker = front['parse_number_prefixes'] === false ? (name) => name : strip;
  const rawFolder = foldersOf(path).at(-1) ?? '';
  const folder = rawFolder.split('/').map(make).join('/');
  const name = stripEnding(nameOf(path));
  const base = textAt(front, 'id') ?? make(name);
  const from = folder === '' ? '/' : `/${folder}/`;
  const told = textAt(front, 'slug') ?? '';
  const slug = told === '' && isIndex(name, rawFolder) ? from : resolved(told === '' ? base : told, from);
  return { id: folder === '' ? base : `${folder}/${base}`, slug };
}

/** `isCategoryIndex`: `index`, `README`, and the page that is called as its folder. */
const isIndex = (name: string, folder: string): boolean =>
  ['index', 'readme', nameOf(folder).toLowerCase()].includes(name.toLowerCase());

/** A path relative to another, as the package `resolve-pathname` has it. */
function resolved(to: string, from: string): string {
  if (to.startsWith('/')) return to;
  const parts: string[] = [];
  const all = `${from}${to}`.split('/');
  for (const part of all) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  const last = all.at(-1);
  const isFolder = last === '' || last === '.' || last === '..';
  return parts.length === 0 ? '/' : `/${parts.join('/')}${isFolder ? '/' : ''}`;
}
