import type { Config } from '../../config/config.ts';
import { readJson } from '../../config/json.ts';
import type { Tree } from '../../tree.ts';
import { foldersOf, nameOf } from '../file-path.ts';
import { pageSettings } from '../page-settings.ts';
import type { FileName } from './file-name.ts';

/** Tells what is set for a template: its front matter, then its data file, then those of its folders, the innermost first. */
export type TemplateData = (source: string, name: FileName) => Config;

/** Reads data files in JSON, each once. Those in JavaScript, and global data, are not known. Source: documentation, "Data Cascade". */
export function templateData(tree: Tree): TemplateData {
  const known = new Set(tree.paths);
  const cache = new Map<string, Config>();
  const read = (path: string): Config => {
    if (!known.has(path)) return {};
    const data = cache.get(path) ?? readJson(tree.read(path) ?? '').value;
    cache.set(path, data);
    return data;
  };
  const files = (stem: string): Config => ({ ...read(`${stem}.json`), ...read(`${stem}.11tydata.json`) });
  return (source, { stem }) => {
    const folders = foldersOf(source).map((folder) => files(`${folder}/${nameOf(folder)}`));
    const folder = foldersOf(source).at(-1);
    const own = files(folder === undefined ? stem : `${folder}/${stem}`);
    const all = [...folders, own, pageSettings(tree, source)];
    return Object.fromEntries(all.flatMap(Object.entries));
  };
}
