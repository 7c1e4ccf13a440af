import type { Diagnostic } from '@mxg/model';
import type { Config } from '../config/config.ts';
import { isConfig, textAt } from '../config/plain-data.ts';
import { slugifier, type Slugify } from './slugs.ts';

/** How pages are read: what `mkdocs.yml` says of Markdown. */
export interface PythonMarkdownOptions {
  /** Names of extensions, without `markdown.extensions.`. */
  readonly extensions: ReadonlySet<string>;
  readonly slugify: Slugify;
  /** Between the words of an id. */
  readonly separator: string;
  /** Whether all inputs of tabs stand before their contents (pymdownx.tabbed, `alternate_style`). */
  readonly tabsFirst: boolean;
}

/** MkDocs 1.6 always has these. */
const BUILT_IN = ['toc', 'tables', 'fenced_code'];

/** `extra` stands for several (Python-Markdown 3.10, pymdownx 11). */
const BUNDLES: Readonly<Record<string, readonly string[]>> = {
  extra: ['fenced_code', 'footnotes', 'attr_list', 'def_list', 'tables', 'abbr', 'md_in_html'],
  'pymdownx.extra': ['pymdownx.superfences', 'footnotes', 'attr_list', 'def_list', 'tables', 'abbr', 'md_in_html'],
};

/** The options of a site, with what could not be understood of them. */
export function pythonMarkdownOptions(config: Config): {
  readonly options: PythonMarkdownOptions;
  readonly diagnostics: readonly Diagnostic[];
} {
  const entries = entriesOf(config['markdown_extensions']);
  const names = [...BUILT_IN, ...entries.keys()].flatMap((name) => BUNDLES[name] ?? [name]);
  const toc = entries.get('toc') ?? {};
  const { slugify, diagnostics } = slugifier(toc['slugify']);
  return {
    options: {
      extensions: new Set(names),
      slugify,
      separator: textAt(toc, 'separator') ?? '-',
      tabsFirst: (entries.get('pymdownx.tabbed') ?? {})['alternate_style'] === true,
    },
    diagnostics,
  };
}

/** A list of names and of `{name: options}`, or a mapping of both. */
function entriesOf(value: unknown): ReadonlyMap<string, Config> {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const pairs = list.flatMap((each): (readonly [string, unknown])[] => {
    if (typeof each === 'string') return [[each, {}]];
    return isConfig(each) ? Object.entries(each) : [];
  });
  return new Map(pairs.map(([name, options]) => [shortName(name), isConfig(options) ? options : {}]));
}

const shortName = (name: string): string => name.replace(/^markdown\.extensions\./, '').replace(/:.*$/, '');
