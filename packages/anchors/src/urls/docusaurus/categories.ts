import GithubSlugger from 'github-slugger';
import type { Config } from '../../config/config.ts';
import { readJson } from '../../config/json.ts';
import { configAt, textAt } from '../../config/plain-data.ts';
import { readYaml } from '../../config/yaml.ts';
import { foldersOf, nameOf } from '../file-path.ts';
import type { Doc, PluginRun } from './plugin-run.ts';
import { namesOf } from './number-prefix.ts';
import type { Version } from './versions.ts';

/** A page that lists those of a folder. */
export interface GeneratedIndex {
  /** The page that it lists, when that is the only one; else empty: it has no source of its own. */
  readonly source: string;
  readonly slug: string;
}

/** The generated indexes of a version: of each folder whose `_category_.json` or `.yml` wants one. Those of `sidebars.js` are not known. */
export function generatedIndexes(
  docs: readonly Doc[],
  version: Version,
  { options, content }: PluginRun,
): readonly GeneratedIndex[] {
  if (options['sidebarPath'] === false) return [];
  const slugger = new GithubSlugger();
  const name = namesOf(options);
  return content.filesOf(version.folder, isCategory).flatMap((path) => {
    const folder = foldersOf(path).at(-1) ?? '';
    const category = readCategory(path, content.tree.read(`${version.folder}/${path}`) ?? '');
    const link = configAt(category, 'link');
    if (link['type'] !== 'generated-index' || !docs.some((doc) => doc.path.startsWith(`${folder}/`))) return [];
    const label = textAt(category, 'label') ?? name(nameOf(folder));
    const slug = textAt(link, 'slug') ?? `/category/${slugger.slug(label)}`;
    return [{ source: soleSource(docs, folder), slug }];
  });
}

const isCategory = (path: string): boolean => /(?:^|\/)_category_\.(?:json|ya?ml)$/.test(path);

const readCategory = (path: string, text: string): Config =>
  (path.endsWith('.json') ? readJson(text) : readYaml(text)).value;

function soleSource(docs: readonly Doc[], folder: string): string {
  const listed = docs.filter(({ path, unlisted }) => !unlisted && foldersOf(path).at(-1) === folder);
  return listed.length === 1 && listed[0] !== undefined ? listed[0].source : '';
}
