import type { Config } from '../config/config.ts';
import type { Generator } from '../generators/generator.ts';
import { generators, variants } from '../generators/registry.ts';
import type { PageReader } from '../page.ts';
import type { Tree } from '../tree.ts';
import { publishers } from '../urls/registry.ts';
import { addressOf } from './address.ts';
import { detectSites, type Detected } from './detect.ts';
import { loadConfig } from './load-config.ts';
import type { Located } from './located.ts';
import { siteOf, type Site } from './site.ts';

/** The sites of a tree; each of its files belongs to one. */
export interface Sites {
  readonly tree: Tree;
  /** In order of their folders, the outermost first. */
  readonly all: readonly Site[];
  /** The site of a file: that of the innermost folder. */
  readonly siteOf: (path: string) => Site;
  /** What could not be read of configurations. */
  readonly problems: readonly Located[];
}

/** How sites are to be understood, where their files do not tell. */
export interface SitesOptions {
  /** Name of a generator or a variant, or one of your own, in place of those that are detected. */
  readonly generator?: string | Generator;
}

/** A generator with the settings that a name stands for. */
interface Named {
  readonly name: string;
  readonly generator: Generator;
  readonly config: Config;
}

/** Finds the sites of a tree and loads what reads them. A file outside of any is read as GitHub shows it, or GitLab where its settings lie; as Jekyll's where a page has a permalink. */
export async function openSites(tree: Tree, { generator }: SitesOptions = {}): Promise<Sites> {
  const wanted = generator === undefined ? null : named(generator);
  const detected = detectSites(tree).filter((each) => wanted === null || sameGenerator(each, wanted));
  const outer = detected.some(({ folder }) => folder === '') ? [] : [rootSite(tree, wanted, detected)];
  const opened = await Promise.all([...outer, ...detected].map((each) => open(each, tree, wanted)));
  const all = opened.map(({ site }) => site);
  return {
    tree,
    all,
    siteOf: (path) => all.findLast(({ folder }) => folder === '' || path.startsWith(`${folder}/`)) ?? fail(),
    problems: opened.flatMap(({ problems }) => problems),
  };
}

/** There is always a site at the root. */
const fail = (): never => {
  throw new Error('cannot find the site of a file, expected one at the root');
};

/** What is known by a name; undefined for no such name. */
export function generatorNamed(name: string): Named | undefined {
  const variant = variants.find((each) => each.name === name);
  const generator = generators.find((each) => each.name === (variant?.generator ?? name));
  return generator && { name, generator, config: variant?.config ?? {} };
}

function named(generator: string | Generator): Named {
  if (typeof generator !== 'string') return { name: generator.name, generator, config: {} };
  const found = generatorNamed(generator);
  if (found === undefined)
    throw new Error(`cannot find the generator \`${generator}\`, expected one of \`generators\``);
  return found;
}

/** Starlight is told from Astro only when its configuration is read. */
const sameGenerator = (detected: Detected, { generator }: Named): boolean =>
  generator.name === detected.generator || (generator.name === 'starlight' && detected.generator === 'astro');

function rootSite(tree: Tree, wanted: Named | null, detected: readonly Detected[]): Detected {
  const generator = wanted?.generator.name ?? plainGenerator(tree, detected);
  return { generator, folder: '', configPath: null };
}

/** GitHub builds pages with Jekyll that have no configuration at all: then a page that says where it is published tells. */
function plainGenerator(tree: Tree, detected: readonly Detected[]): string {
  if (tree.paths.includes('.gitlab-ci.yml')) return 'gitlab';
  const folders = detected.map(({ folder }) => `${folder}/`);
  const pages = tree.paths.filter((path) => path.endsWith('.md') && !folders.some((folder) => path.startsWith(folder)));
  return pages.slice(0, MOST_ASKED).some((path) => PERMALINK.test(tree.read(path)?.slice(0, 2000) ?? ''))
    ? 'jekyll'
    : 'github';
}

/** No more pages are asked: those of a site without a configuration are few. */
const MOST_ASKED = 300;

const PERMALINK = /^---[ \t\r]*\n(?:[^\n-][^\n]{0,500}\n){0,40}?permalink:/;

async function open(
  detected: Detected,
  tree: Tree,
  wanted: Named | null,
): Promise<{ site: Site; problems: readonly Located[] }> {
  const { folder, configPath } = detected;
  const { config: read, problems } = await loadConfig(configPath, tree);
  const own = { ...read, ...wanted?.config };
  const name = wanted?.name ?? refined(detected.generator, own);
  const { generator, config: preset } = wanted ?? named(name);
  const config = { ...preset, ...own };
  const domain = tree.read(folder === '' ? 'CNAME' : `${folder}/CNAME`)?.trim() ?? null;
  const reader = await generator.reader(config);
  const site = siteOf({
    folder,
    generator: name,
    configPath,
    config,
    tree,
    address: addressOf(generator.name, config, domain),
    publishedBy: generator.name,
    publisher: publishers[generator.name] ?? publishers['github'] ?? fail(),
    reader,
    otherReaders: new Map([
      ...(await otherReaders(tree)),
      ...(OWN_ENDINGS[generator.name] ?? []).map((ending) => [ending, reader] as const),
    ]),
  });
  return { site, problems };
}

/** Starlight is Astro with an integration. */
function refined(generator: string, config: Config): string {
  if (generator !== 'astro') return generator;
  return JSON.stringify(config['integrations'] ?? null).includes('"call":"starlight"') ? 'starlight' : 'astro';
}

/** Markup that GitHub and the generators show besides Markdown, and what reads it. */
const OTHERS: Readonly<Record<string, string>> = {
  '.rst': 'sphinx',
  '.adoc': 'asciidoctor-github',
  '.asciidoc': 'asciidoctor-github',
};

/** Endings besides Markdown's that a generator reads by itself. */
const OWN_ENDINGS: Readonly<Record<string, readonly string[]>> = {
  middleman: ['.erb'],
  sphinx: ['.rst'],
  asciidoctor: ['.adoc', '.asciidoc'],
};

async function otherReaders({ paths }: Tree): Promise<ReadonlyMap<string, PageReader>> {
  const readers = new Map<string, PageReader>();
  for (const [ending, name] of Object.entries(OTHERS)) {
    const other = generatorNamed(name);
    if (other === undefined || !paths.some((path) => path.endsWith(ending))) continue;
    readers.set(ending, await other.generator.reader(other.config));
  }
  return readers;
}
