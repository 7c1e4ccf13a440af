import type { Config } from '../../config/config.ts';
import { readJson } from '../../config/json.ts';
import { lowerKeys } from '../../config/plain-data.ts';
import { readToml } from '../../config/toml.ts';
import { readYaml } from '../../config/yaml.ts';
import { frontMatterOf } from '../../front-matter.ts';

/** What a page of Hugo says of itself, in YAML, TOML or JSON; keys in lower case. `{}` for nothing, or what cannot be read. */
export function hugoFrontMatter(text: string): Config {
  const found = frontMatterOf(text);
  if (found?.format === 'yaml') return lowerKeys(readYaml(found.text).value);
  if (found?.format === 'toml') return lowerKeys(readToml(found.text).value);
  return text.startsWith('{') ? lowerKeys(readJson(text.slice(0, endOfObject(text))).value) : {};
}

/** Where the line is that closes the object at the head of a page. */
function endOfObject(text: string): number {
  const close = /\n\}[^\S\n]*(?:\n|$)/.exec(text);
  return close === null ? 0 : close.index + 2;
}
