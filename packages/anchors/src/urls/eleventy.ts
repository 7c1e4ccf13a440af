import type { Diagnostic } from '@mxg/model';
import type { Config } from '../config/config.ts';
import { textAt, textsAt } from '../config/plain-data.ts';
import type { Tree } from '../tree.ts';
import { basePathOf } from './base-path.ts';
import { rowsOf, type Claim } from './claims.ts';
import { templateData } from './eleventy/data.ts';
import { callsOf, directoriesOf, type Directories } from './eleventy/directories.ts';
import { fileName, usualOutput } from './eleventy/file-name.ts';
import { copiedBy } from './eleventy/passthrough.ts';
import { permalinkTarget } from './eleventy/permalink.ts';
import { joinPath, pathBelow } from './file-path.ts';
import { ignoredBy } from './ignore-patterns.ts';
import { onlyWhenRun } from './only-when-run.ts';
import { percentEncodePath } from './percent-encode.ts';
import type { Publisher } from './published.ts';

/**
 * Eleventy 3.1. Templates of the input folder, and what `addPassthroughCopy` names. A permalink that is a template is known only
 * when it asks for no more than the path; pages of a `pagination` only as the first of them.
 */
export const eleventy: Publisher = ({ tree, config }) => {
  const directories = directoriesOf(config);
  const copied = copiedBy(config, directories);
  const isIgnored = ignoredIn(tree, config, directories);
  const formats = formatsOf(config);
  const dataOf = templateData(tree);
  const base = basePathOf(textAt(config, 'pathPrefix') ?? '');
  const claims: Claim[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const source of tree.paths) {
    const copy = copied(source);
    if (copy !== null) claims.push(claimOf(source, copy, base));
    const path = pathBelow(directories.input, source);
    const name = path === null || isIgnored(source) ? null : fileName(source);
    if (path === null || name === null || !formats.has(name.ending)) continue;
    const target = permalinkTarget(dataOf(source, name), path, name.stem);
    if (target === 'unread') diagnostics.push(onlyWhenRun(source, 'its permalink is a template'));
    else if (target === 'usual') claims.push(claimOf(source, usualOutput(path, name.stem), base));
    else if (target.output !== null) claims.push(claimOf(source, target.output, base));
  }
  return { value: rowsOf(tree.paths, claims), diagnostics };
};

/** What is a template when nothing is said. Source: `src/UserConfig` and `src/defaultConfig.js` of Eleventy 3.1. */
const FORMATS: readonly string[] = ['liquid', 'md', 'njk', 'html', '11ty.js', '11ty.cjs', '11ty.mjs'];

function formatsOf(config: Config): ReadonlySet<string> {
  const set = [...textsAt(config, 'templateFormats'), ...formatsCalled(config, 'setTemplateFormats')];
  const own = set.flatMap((each) => each.split(',')).map((each) => each.trim());
  const named =
    own.length === 0 || own.includes('*')
      ? FORMATS
      : own.flatMap((each) => (each === '11ty.js' ? ['11ty.js', '11ty.cjs', '11ty.mjs'] : [each]));
  return new Set([...named, ...formatsCalled(config, 'addTemplateFormats')]);
}

const formatsCalled = (config: Config, name: string): readonly string[] =>
  callsOf(config, name).flatMap(({ arguments: [value] }) => textsAt({ value }, 'value'));

/** Dependencies, what the built site holds, includes and data, and what the ignore files and the configuration name. */
function ignoredIn(tree: Tree, config: Config, { input, output, hidden }: Directories): (path: string) => boolean {
  const git = callsOf(config, 'setUseGitIgnore').some(({ arguments: [value] }) => value === false);
  const files = [...(git ? [] : ['.gitignore']), '.eleventyignore', joinPath(input, '.eleventyignore')];
  const lines = files.flatMap((path) => (tree.paths.includes(path) ? (tree.read(path) ?? '').split('\n') : []));
  const added = callsOf(config, 'ignores.add').flatMap(({ arguments: [value] }) =>
    typeof value === 'string' ? [value] : [],
  );
  const matches = ignoredBy([...lines, ...added]);
  const folders = [output, ...hidden].filter((each) => each !== '');
  return (path) =>
    /(?:^|\/)node_modules\//.test(path) || folders.some((folder) => pathBelow(folder, path) !== null) || matches(path);
}

function claimOf(source: string, output: string, base: string): Claim {
  return { source, output, url: `${base}/${percentEncodePath(output.replace(/(^|\/)index\.html$/, '$1'))}` };
}
