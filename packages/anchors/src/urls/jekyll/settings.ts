import type { Config } from '../../config/config.ts';
import { configAt, isConfig, textAt, textsAt } from '../../config/plain-data.ts';
import type { Tree } from '../../tree.ts';
import { basePathOf } from '../base-path.ts';
import { folderPath } from '../file-path.ts';

/** A collection of documents: the files of the folder `_label`. */
export interface Collection {
  readonly label: string;
  /** Whether its documents are written. */
  readonly output: boolean;
  readonly permalink: string | null;
}

/** What `_config.yml` says of URLs, with Jekyll's defaults. */
export interface JekyllSettings {
  /** Folder of the sources; empty for that of the configuration. */
  readonly source: string;
  /** Folder of all collections, posts included; empty for the source itself. */
  readonly collectionsDir: string;
  readonly collections: readonly Collection[];
  /** A style's name or a template. */
  readonly permalink: string;
  readonly baseurl: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Endings with their dot. */
  readonly markdown: ReadonlySet<string>;
  readonly defaults: readonly Config[];
  readonly plugins: ReadonlySet<string>;
  /** Whether documents with a date that is still to come are written. */
  readonly future: boolean;
  readonly drafts: boolean;
  /** Whether `published: false` is passed over. */
  readonly unpublished: boolean;
  readonly timezone: string;
}

/** Jekyll 4.4, `configuration.rb`: always left out. */
const EXCLUDED =
  '.sass-cache .jekyll-cache gemfiles Gemfile Gemfile.lock node_modules vendor/bundle/ vendor/cache/ vendor/gems/ vendor/ruby/'.split(
    ' ',
  );

/** Plugins that the gem `github-pages` turns on, as far as they decide on URLs (github-pages 232). */
const PAGES_PLUGINS = ['jekyll-optional-front-matter', 'jekyll-readme-index'];

/** Reads the settings of a site. */
export function jekyllSettings(config: Config, tree: Tree): JekyllSettings {
  const usesPages = ['Gemfile', 'Gemfile.lock'].some((path) => tree.read(path)?.includes('github-pages') === true);
  return {
    source: folderPath(textAt(config, 'source') ?? ''),
    collectionsDir: folderPath(textAt(config, 'collections_dir') ?? ''),
    collections: collectionsOf(config),
    permalink: textAt(config, 'permalink') ?? 'date',
    baseurl: basePathOf(textAt(config, 'baseurl') ?? ''),
    include: [...textsAt(config, 'include'), '.htaccess'],
    exclude: [...EXCLUDED, ...textsAt(config, 'exclude')],
    markdown: new Set(
      (textAt(config, 'markdown_ext') ?? 'markdown,mkdown,mkdn,mkd,md').split(',').map((each) => `.${each.trim()}`),
    ),
    defaults: Array.isArray(config['defaults']) ? config['defaults'].filter(isConfig) : [],
    plugins: new Set([...textsAt(config, 'plugins'), ...textsAt(config, 'gems'), ...(usesPages ? PAGES_PLUGINS : [])]),
    future: config['future'] === true,
    drafts: config['show_drafts'] === true,
    unpublished: config['unpublished'] === true,
    timezone: textAt(config, 'timezone') ?? 'UTC',
  };
}

/** Posts are a collection, too; it is always written. */
function collectionsOf(config: Config): readonly Collection[] {
  const named = configAt(config, 'collections');
  const labels = [...textsAt(config, 'collections'), ...Object.keys(named)].filter((label) => label !== 'posts');
  const read = (label: string): Collection => {
    const settings = configAt(named, label);
    return { label, output: settings['output'] === true, permalink: textAt(settings, 'permalink') };
  };
  return [...labels.map(read), { ...read('posts'), output: true }];
}
