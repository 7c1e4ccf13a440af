import type { Config } from '../../config/config.ts';
import { configAt, isConfig } from '../../config/plain-data.ts';
import { isCall } from '../../config/static-js/value.ts';

/** A plugin that makes pages, or moves them. */
export interface Plugin {
  /** Without the name of its package: `content-docs`. */
  readonly name: string;
  readonly options: Config;
}

/** What the preset `classic` is made of. Source: `docusaurus-preset-classic/src/index.ts` 3.10. */
const CLASSIC: Readonly<Record<string, string>> = {
  docs: 'content-docs',
  blog: 'content-blog',
  pages: 'content-pages',
};

/** The plugins of a site, those of its presets first. A configuration that tells of neither has what the starter has. */
export function pluginsOf(config: Config): readonly Plugin[] {
  if (config['presets'] === undefined && config['plugins'] === undefined) return classicPlugins({});
  const presets = entriesOf(config['presets'], 'preset').filter(
    ({ name, options }) => name === 'classic' || (name === '' && 'docs' in options),
  );
  return [...presets.flatMap(({ options }) => classicPlugins(options)), ...entriesOf(config['plugins'], 'plugin')];
}

function classicPlugins(options: Config): readonly Plugin[] {
  return Object.entries(CLASSIC).flatMap(([key, name]) =>
    options[key] === false ? [] : [{ name, options: configAt(options, key) }],
  );
}

/** A list of `'name'` and `['name', {…}]`; the name of one that is not written out is empty. */
function entriesOf(list: unknown, kind: string): readonly Plugin[] {
  const each: readonly unknown[] = Array.isArray(list) ? list : [];
  return each.flatMap((entry) => {
    if (entry === null || entry === false) return [];
    const [module, options]: readonly unknown[] = Array.isArray(entry) ? entry : [entry];
    return [{ name: shortName(module, kind), options: isConfig(options) ? options : {} }];
  });
}

/** `@docusaurus/plugin-content-docs`, or `require.resolve` of it, is `content-docs`. */
function shortName(module: unknown, kind: string): string {
  const text = isCall(module) ? module.arguments[0] : module;
  if (typeof text !== 'string') return '';
  return text.replace(/^@docusaurus\//, '').replace(new RegExp(`^(?:docusaurus-)?${kind}-`), '');
}
