import type { Tree } from '../tree.ts';
import { nameOf } from '../urls/file-path.ts';
import { PACKAGES, SIGNS } from './signs.ts';

/** A site that a tree holds, as its files tell. */
export interface Detected {
  readonly generator: string;
  /** Path of the folder, without a slash at its end; empty for the tree's root. */
  readonly folder: string;
  /** Path of the configuration file; null when only a `package.json` tells. */
  readonly configPath: string | null;
}

/** The sites of a tree, at most one a folder, in order of their folders. Nothing is run; a configuration file's name tells, or a dependency. */
export function detectSites(tree: Tree): readonly Detected[] {
  const paths = tree.paths.filter((path) => !HIDDEN.test(path));
  const found = new Map<string, Detected>();
  for (const { generator, file } of SIGNS) {
    for (const path of paths) {
      const at = file.exec(path)?.index;
      if (at === undefined) continue;
      const folder = path.slice(0, at);
      if (found.has(folder) || !confirmed(generator, folder, path, tree)) continue;
      found.set(folder, { generator, folder, configPath: path });
    }
  }
  for (const { folder, ...rest } of byPackages(tree, paths)) {
    const known = [...found.keys()].some(
      (other) => other === folder || other.startsWith(folder === '' ? '' : `${folder}/`),
    );
    if (!known) found.set(folder, { folder, ...rest });
  }
  return [...found.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/** Folders whose files are not the site's own. */
const HIDDEN = /(?:^|\/)(?:node_modules|\.git|vendor\/bundle)\//;

/** `config.toml` may be anybody's: it is Hugo's beside a folder that only Hugo has. `conf.py` is Sphinx's when it names extensions or a project. */
function confirmed(generator: string, folder: string, path: string, tree: Tree): boolean {
  if (generator === 'sphinx') return /^\s*(?:project|extensions|master_doc|root_doc)\s*=/m.test(tree.read(path) ?? '');
  if (generator === 'middleman') return isMiddleman(folder, tree.read(path) ?? '', tree);
  if (generator !== 'hugo' || path.includes('config/_default/') || !nameOf(path).startsWith('config.')) return true;
  const start = folder === '' ? '' : `${folder}/`;
  return tree.paths.some((each) => each.startsWith(`${start}content/`) || each.startsWith(`${start}archetypes/`));
}

/** Compass and others have a `config.rb`, too. */
const isMiddleman = (folder: string, text: string, { paths }: Tree): boolean =>
  /^\s*(?:activate|GovukTechDocs|set|page|configure)\b/m.test(text) &&
  paths.some((path) => path.startsWith(`${folder === '' ? '' : `${folder}/`}source/`));

function byPackages(tree: Tree, paths: readonly string[]): readonly Detected[] {
  return paths.flatMap((path) => {
    if (path !== 'package.json' && !path.endsWith('/package.json')) return [];
    const text = tree.read(path) ?? '';
    const generator = Object.entries(PACKAGES).find(([name]) => dependsOn(text, name))?.[1];
    return generator === undefined
      ? []
      : [{ generator, folder: path.slice(0, -'/package.json'.length), configPath: null }];
  });
}

/** Whether a `package.json` names a package with a version; what else it says does not matter. */
const dependsOn = (text: string, name: string): boolean =>
  new RegExp(`"${name.replace('/', '\\/')}"\\s*:\\s*"[^"]*\\d`).test(text);
