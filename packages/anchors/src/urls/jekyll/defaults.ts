import type { Config } from '../../config/config.ts';
import { configAt, textAt } from '../../config/plain-data.ts';
import { foldersOf, folderPath } from '../file-path.ts';
import { globOf, PATH_GLOB } from '../glob.ts';

/** Tells the front matter that a file has by default: `type` is `pages`, `posts`, `drafts` or a collection's label. */
export type Defaults = (path: string, type: string) => Config;

interface Scope {
  readonly path: string;
  readonly type: string | null;
  readonly values: Config;
  readonly applies: (path: string) => boolean;
}

/** Reads the key `defaults` (Jekyll 4.4, `frontmatter_defaults.rb`): of several scopes the one with the longer path wins, then the later. */
export function defaultsOf(sets: readonly Config[]): Defaults {
  const scopes = sets.map(scopeOf);
  return (path, type) => {
    let result: Config = {};
    let winner: Scope | null = null;
    for (const scope of scopes) {
      if (!scope.applies(path) || (scope.type !== null && scope.type !== type)) continue;
      const wins = winner === null || hasPrecedence(winner, scope);
      result = wins ? { ...result, ...scope.values } : { ...scope.values, ...result };
      if (wins) winner = scope;
    }
    return result;
  };
}

function hasPrecedence(old: Scope, scope: Scope): boolean {
  if (scope.path.length !== old.path.length) return scope.path.length > old.path.length;
  return scope.type !== null || old.type === null;
}

function scopeOf(set: Config): Scope {
  const scope = configAt(set, 'scope');
  const path = folderPath(textAt(scope, 'path') ?? '');
  const isGlob = path.includes('*');
  const match = globOf(path, PATH_GLOB);
  return {
    path,
    type: textAt(scope, 'type'),
    values: configAt(set, 'values'),
    applies: (file) => (isGlob ? [...foldersOf(file), file].some(match) : file.startsWith(path)),
  };
}
