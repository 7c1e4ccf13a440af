import {
  embeddingOf,
  generators,
  openSites,
  resolveLink,
  variants,
  type Embedding,
  type Resolution,
  type Sites,
  type Tree,
} from '@mxg/anchors';
import type { SiteView } from '@mxg/lint';
import { positions } from '@mxg/model';
import { statSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { Trouble } from './exit-code.ts';
import { folderTree } from './folder-tree.ts';
import { problemsOf, type Problem } from './problems.ts';
import { repositoriesOf, rootOf } from './repository.ts';
import type { Terminal } from './terminal.ts';

/** The repository that some files lie in, with its sites. Paths of the command line and of the tree differ by `root`. */
export interface Surroundings {
  readonly sites: Sites;
  readonly embedding: Embedding;
  /** Absolute path of the tree's folder. */
  readonly root: string;
  readonly repositories: readonly string[];
  readonly problems: readonly Problem[];
  /** A path of the command line as the tree has it; null for one outside, and for standard input. */
  readonly inTree: (path: string) => string | null;
  /** The reverse. */
  readonly named: (treePath: string) => string;
}

export interface SurroundingsOptions {
  /** In place of what is detected. */
  readonly generator?: string | undefined;
  /** Files with more bytes are not read. */
  readonly most: number;
  /** The page of standard input, which stands in the working directory by the name `-`. */
  readonly input?: string | undefined;
}

/** Opens what surrounds the files. `generator` overrides what is detected. */
export async function openSurroundings(
  paths: readonly string[],
  { generator, most, input }: SurroundingsOptions,
  terminal: Terminal,
): Promise<Surroundings> {
  if (generator !== undefined) checkGenerator(generator);
  const root = rootFor(paths, terminal.cwd);
  const folder = folderTree(root, most);
  const stdin = slashed(relative(root, resolve(terminal.cwd, STDIN)));
  const tree = input === undefined ? folder : withFile(folder, stdin, input);
  const sites = await openSites(tree, generator === undefined ? {} : { generator });
  const named = (path: string) => slashed(relative(terminal.cwd, resolve(root, path)));
  const located = [...folder.problems, ...sites.problems];
  return {
    sites,
    embedding: embeddingOf(tree),
    root,
    repositories: repositoriesOf(root),
    problems: located.flatMap(({ path, diagnostic }) =>
      problemsOf(named(path), positions(tree.read(path) ?? ''), [diagnostic]),
    ),
    inTree: (path) => {
      const inside = path === '-' ? stdin : slashed(relative(root, resolve(terminal.cwd, path)));
      return inside.startsWith('../') ? null : inside;
    },
    named,
  };
}

/** What standard input is called in the tree: its ending tells that it is Markdown. */
const STDIN = '-.md';

const withFile = ({ paths, read, ...rest }: Tree, path: string, text: string): Tree => ({
  ...rest,
  paths: [...paths, path].sort(),
  read: (each) => (each === path ? text : read(each)),
});

const slashed = (path: string): string => path.split(sep).join('/');

/** The innermost folder that holds the roots of all files; of no file at all, the working directory. */
function rootFor(paths: readonly string[], cwd: string): string {
  const folders = new Set(paths.filter((path) => path !== '-').map((path) => folderOf(resolve(cwd, path))));
  const roots = new Set([...folders].map((folder) => rootOf(folder, cwd)));
  const [first = cwd, ...others] = roots;
  return others.reduce(common, first);
}

function folderOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? path : dirname(path);
}

function common(a: string, b: string): string {
  return a === b || `${b}/`.startsWith(`${a}/`) ? a : common(dirname(a), b);
}

function checkGenerator(name: string): void {
  const names = [...generators, ...variants].map((each) => each.name);
  if (!names.includes(name))
    throw new Trouble(`unknown generator \`${name}\``, `expected one of ${names.sort().join(', ')}`);
}

/** Files that hold a diagram and are shown in pages, rather than being pages. */
const PICTURE = /\.(?:drawio|dio|svg|png|xml|pdf)$/i;

/**
 * Where a link of a diagram leads. A picture is read by those who see it in a page: a fragment alone belongs to that page, and the
 * best that happens in any page that shows it counts.
 */
export function resolveFrom(surroundings: Surroundings, path: string, href: string): Resolution {
  const { sites, embedding, repositories, inTree } = surroundings;
  const inside = inTree(path);
  const picture = PICTURE.test(path);
  const pages =
    inside === null
      ? []
      : [...(picture ? embedding(inside) : []), ...(picture && href.startsWith('#') ? [] : [inside])];
  const results = pages.map((page) => resolveLink(sites, href, { page, repositories }));
  return results.find(({ status }) => status === 'ok' || status === 'external') ?? results[0] ?? nowhere;
}

/** What rules may ask of the site around a file. */
export function siteAround(surroundings: Surroundings, path: string): SiteView {
  const { sites, embedding, inTree } = surroundings;
  const inside = inTree(path);
  const known = new Map<string, Resolution>();
  return {
    resolve: (href) => {
      const resolution = known.get(href) ?? resolveFrom(surroundings, path, href);
      known.set(href, resolution);
      return resolution;
    },
    anchorsOf: (target) => sites.siteOf(target).anchorsOf(target)?.value ?? [],
    get page() {
      return inside !== null && PICTURE.test(path) ? (embedding(inside)[0] ?? null) : inside;
    },
  };
}

const nowhere: Resolution = {
  status: 'unchecked',
  target: null,
  anchor: null,
  world: null,
  reason: 'no page shows the picture',
  suggestion: null,
};
