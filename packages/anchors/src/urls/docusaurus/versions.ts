import type { Config } from '../../config/config.ts';
import { configAt, textAt } from '../../config/plain-data.ts';
import type { Tree } from '../../tree.ts';
import { folderPath } from '../file-path.ts';

/** A version of the documents. */
export interface Version {
  readonly name: string;
  /** Where its documents lie. */
  readonly folder: string;
  /** What stands before their slugs, after the base path of the documents; empty for the version that is shown first. */
  readonly path: string;
}

/** The name of the documents that no version was made of yet. */
export const CURRENT = 'current';

/** The versions of the documents of one plugin, the one that is shown first at the start. Source: `versions/` of `plugin-content-docs` 3.10. */
export function versionsOf(tree: Tree, options: Config): readonly Version[] {
  const only = options['onlyIncludeVersions'];
  const names = allNames(tree, options).filter((name) => !Array.isArray(only) || only.includes(name));
  const last = textAt(options, 'lastVersion') ?? names.find((name) => name !== CURRENT) ?? CURRENT;
  const versions = names.map((name) => ({ name, folder: folderOf(name, options), path: pathOf(name, last, options) }));
  return [...versions.filter(({ path }) => path === ''), ...versions.filter(({ path }) => path !== '')];
}

function allNames(tree: Tree, options: Config): readonly string[] {
  const stored =
    options['disableVersioning'] === true ? [] : storedNames(tree.read(`${filePrefix(options)}versions.json`));
  return options['includeCurrentVersion'] === false || stored.includes(CURRENT) ? stored : [CURRENT, ...stored];
}

function storedNames(json: string | null): readonly string[] {
  try {
    const list: unknown = JSON.parse(json ?? '[]');
    return Array.isArray(list) ? list.filter((each): each is string => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

/** What the files of all plugins but the first begin with. */
function filePrefix(options: Config): string {
  const id = textAt(options, 'id') ?? 'default';
  return id === 'default' ? '' : `${id}_`;
}

const folderOf = (name: string, options: Config): string =>
  name === CURRENT
    ? folderPath(textAt(options, 'path') ?? 'docs')
    : `${filePrefix(options)}versioned_docs/version-${name}`;

function pathOf(name: string, last: string, options: Config): string {
  const usual = name === last ? '' : name === CURRENT ? 'next' : name;
  return textAt(configAt(configAt(options, 'versions'), name), 'path') ?? usual;
}
