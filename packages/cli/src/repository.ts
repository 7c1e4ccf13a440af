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

/** The names under which a repository stands on the web, by its remotes: `github.com/owner/name`. Git's settings are read, git is not run. */
export function repositoriesOf(root: string): readonly string[] {
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
