import { nodeGlob, type PathMatch } from './node-glob.ts';

interface Rule {
  readonly ignores: boolean;
  readonly match: PathMatch;
}

/**
 * Tells which paths the lines of a `.gitignore` name. A pattern without a slash inside holds at any depth; the last one that
 * matches decides, `!` takes back. Source: gitignore(5). Unlike Git, a file below an ignored folder can be taken back.
 */
export function ignoredBy(lines: readonly string[]): PathMatch {
  const rules = lines.flatMap(ruleOf);
  return (path) => rules.findLast(({ match }) => match(path))?.ignores ?? false;
}

function ruleOf(line: string): readonly Rule[] {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return [];
  const ignores = !text.startsWith('!');
  const pattern = ignores ? text : text.slice(1);
  const folder = pattern.endsWith('/');
  const name = pattern.replace(/^\/+/, '').replace(/(?<!\/)\/+$/, '');
  const anchored = pattern.startsWith('/') || name.includes('/');
  const globs = [...(folder ? [] : [name]), `${name}/**/*`].map((each) => nodeGlob(anchored ? each : `**/${each}`));
  return [{ ignores, match: (path) => globs.some((match) => match(path)) }];
}
