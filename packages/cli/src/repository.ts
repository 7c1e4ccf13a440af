import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that a command takes for the whole: links may lead anywhere in it. */
export function rootOf(folder: string, cwd: string): string {
  const repository = ancestors(folder).find((each) => existsSync(join(each, '.git')));
  return repository ?? (`${folder}/`.startsWith(`${cwd}/`) ? cwd : folder);
}

function ancestors(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...ancestors(parent)];
}

/** The names under which a repository stands on the web, by its remotes and its `package.json`: `github.com/owner/name`. */
export const repositoriesOf = (root: string): readonly string[] => [...remotesOf(root), ...namedInPackage(root)];

/** By `repository`, which is a URL, an object with one, or `owner/name`. */
function namedInPackage(root: string): readonly string[] {
  try {
    const { repository } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly repository?: string | { readonly url?: string };
    };
    const url = typeof repository === 'string' ? repository : (repository?.url ?? '');
    const name = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url)?.[1];
    return name === undefined
      ? [nameOf(url.replace(/^git\+/, ''))].filter((each) => each !== null)
      : [`github.com/${name}`];
  } catch {
    return []; // none, or none that can be read
  }
}

/** Git's settings are read, git is not run. */
function remotesOf(root: string): readonly string[] {
  try {
    const settings = readFileSync(join(root, '.git', 'config'), 'utf8');
    return [...settings.matchAll(/^\s*url\s*=\s*(\S{1,500})$/gm)].flatMap(([, url = '']) => nameOf(url) ?? []);
  } catch {
    return []; // no repository, or one of another shape
  }
}

function nameOf(url: string): string | null {
  const found = /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?([^/:]+)[/:](.+?)(?:\.git)?\/?$/i.exec(url);
  return found === null ? null : `${found[1]}/${found[2]}`;
}
