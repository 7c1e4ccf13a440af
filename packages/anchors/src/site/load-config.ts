import type { Reading } from '@mxg/model';
import type { Config } from '../config/config.ts';
import { isConfig, textAt } from '../config/plain-data.ts';
import type { Tree } from '../tree.ts';
import { foldersOf, joinPath, nameOf, stripEnding } from '../urls/file-path.ts';
import { normalizePath } from '../urls/normalize-path.ts';
import { locate, type Located } from './located.ts';
import { formatOf, type ConfigFormat } from './signs.ts';

/** A site's configuration, with what could not be read of it. */
export interface LoadedConfig {
  readonly config: Config;
  readonly problems: readonly Located[];
}

/** What reads each format; loaded when a site needs it. */
const READERS: Readonly<Record<ConfigFormat, () => Promise<(text: string) => Reading<Config>>>> = {
  yaml: async () => (await import('../config/yaml.ts')).readYaml,
  toml: async () => (await import('../config/toml.ts')).readToml,
  json: async () => (await import('../config/json.ts')).readJson,
  js: async () => (await import('../config/static-js.ts')).readStaticJs,
  rb: async () => (await import('../config/middleman-rb.ts')).readMiddlemanRb,
  py: async () => (await import('../config/conf-py.ts')).readConfPy,
};

/** Reads a configuration file and what it is made of besides: what MkDocs's inherits, the other files of Hugo's folder. Nothing is run. */
export async function loadConfig(path: string | null, tree: Tree): Promise<LoadedConfig> {
  if (path === null) return NOTHING;
  const own = await readFile(path, tree);
  if (path.includes('config/_default/')) return await withSiblings(path, own, tree);
  return await withInherited(path, own, tree);
}

const NOTHING: LoadedConfig = { config: {}, problems: [] };

async function readFile(path: string, tree: Tree): Promise<LoadedConfig> {
  const text = tree.read(path);
  if (text === null) return NOTHING;
  const read = await READERS[formatOf(path)]();
  const { value, diagnostics } = read(text.replace(/^\ufeff/, ''));
  return { config: value, problems: locate(path, diagnostics) };
}

/** Files that inherit from each other are followed no further than this. */
const MOST_PARENTS = 10;

/** MkDocs: `INHERIT: ../base.yml`; what the heir says wins, mappings are merged. */
async function withInherited(path: string, own: LoadedConfig, tree: Tree, depth = 0): Promise<LoadedConfig> {
  const parent = /\.ya?ml$/.test(path) ? textAt(own.config, 'INHERIT') : null;
  if (parent === null || depth === MOST_PARENTS) return own;
  const parentPath = normalizePath(joinPath(foldersOf(path).at(-1) ?? '', parent));
  if (parentPath === null) return own;
  const base = await withInherited(parentPath, await readFile(parentPath, tree), tree, depth + 1);
  return { config: merge(base.config, own.config), problems: [...base.problems, ...own.problems] };
}

function merge(base: Config, heir: Config): Config {
  const merged = Object.entries(heir).map(([key, value]) => {
    const old = base[key];
    return [key, isConfig(old) && isConfig(value) ? merge(old, value) : value] as const;
  });
  return { ...base, ...Object.fromEntries(merged) };
}

/** Hugo: `config/_default/markup.toml` is the key `markup` of the whole. */
async function withSiblings(path: string, own: LoadedConfig, tree: Tree): Promise<LoadedConfig> {
  const folder = foldersOf(path).at(-1) ?? '';
  const siblings = tree.paths.filter(
    (each) =>
      each.startsWith(`${folder}/`) &&
      each !== path &&
      /^[^/]+\.(?:toml|ya?ml|json)$/.test(each.slice(folder.length + 1)),
  );
  let all = own;
  for (const sibling of siblings) {
    const { config, problems } = await readFile(sibling, tree);
    const key = stripEnding(nameOf(sibling));
    all = { config: merge(all.config, { [key]: config }), problems: [...all.problems, ...problems] };
  }
  return all;
}
