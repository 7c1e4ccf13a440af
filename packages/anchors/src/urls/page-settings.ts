import type { Config } from '../config/config.ts';
import { readYaml } from '../config/yaml.ts';
import { frontMatterOf } from '../front-matter.ts';
import type { Tree } from '../tree.ts';

/** What the front matter of a file says; `{}` when there is none, or it cannot be read. Other formats than YAML count as none. */
export function pageSettings(tree: Tree, path: string): Config {
  const text = tree.read(path);
  const found = text === null ? null : frontMatterOf(text);
  return found?.format === 'yaml' ? readYaml(found.text).value : {};
}
