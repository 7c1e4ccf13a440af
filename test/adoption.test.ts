import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { expandPaths } from '../packages/cli/src/files.ts';
import { run } from '../packages/cli/src/main.ts';
import { readConfig, reporters, rules, suppressionRules, type Placed } from '../packages/lint/src/index.ts';
import { example, hostile, problem, reportOf } from '../packages/lint/test/support/report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

const { version: VERSION } = JSON.parse(textOf('packages/cli/package.json')) as { readonly version: string };

type Texts = Readonly<Record<string, string>>;

const terminal = {
  readInput: async () => new Uint8Array(),
  print: () => {},
  say: () => {},
  colour: false,
  interactive: false,
  env: {},
  cwd: root,
};

async function outputOf(args: readonly string[]) {
  let output = '';
  await run(args, { ...terminal, print: (text) => (output += Buffer.from(text).toString()) });
  return output;
}

const linesOf = (problems: readonly Placed[]) =>
  reporters.compact(reportOf(problems), { colour: false, version: '0' }).trimEnd().split('\n');

const action = parse(textOf('action.yml')) as {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { readonly run: string; readonly shell: string; readonly env: Texts }[];
  };
};
const [step] = action.runs.steps;

describe('the GitHub Action', () => {
  let folder = '';
  const inFolder = (path: string) => join(folder, path);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mxg-action-'));
    for (const name of ['bin', 'temp', 'workspace', 'workspace/my, site']) mkdirSync(inFolder(name));
    put('npx', NPX);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Keeps its arguments, finds a problem as mxg would say it, and answers with what it is told. */
  const NPX = `
    printf '%s\\0' "$@" > "$RECORD"
    for each in "$@"; do case $each in
      github=*) printf '%s\\n' '::error file=a file=b.md,line=1,col=2::no heading' > "\${each#github=}" ;;
    esac; done
    echo '::add-mask::the name of a file'
    exit "\${ANSWER:-0}"`;

  function put(name: string, script: string) {
    writeFileSync(inFolder(`bin/${name}`), `#!/bin/bash\n${script}\n`);
    chmodSync(inFolder(`bin/${name}`), 0o755);
  }

  /** Runs the step as a runner does: inputs take the place of `${{ inputs.name }}`, and nothing else is expanded. */
  function runAction(inputs: Texts = {}, more: Texts = {}) {
    const defaults = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, input.default]));
    const given: Texts = { ...defaults, ...inputs };
    const filled = (text: string) =>
      text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => given[name] ?? '');
    const env = Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, value]) => [name, filled(value)]));
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? ''],
      {
        cwd: join(inFolder('workspace'), given['working-directory'] ?? ''),
        env: {
          ...env,
          ...more,
          PATH: `${inFolder('bin')}:${process.env['PATH']}`,
          RECORD: inFolder('arguments'),
          RUNNER_TEMP: inFolder('temp'),
          GITHUB_WORKSPACE: inFolder('workspace'),
        },
        encoding: 'utf8',
      },
    );
    const record = inFolder('arguments');
    const args = existsSync(record) ? readFileSync(record, 'utf8').split('\0').slice(0, -1) : null;
    return { status, stderr, lines: stdout.trimEnd().split('\n'), args };
  }

  /** Arguments of `mxg lint` without those that all runs have. */
  function lintArguments(inputs: Texts) {
    const { status, stderr, args } = runAction(inputs);
    expect([status, stderr]).toEqual([0, '']);
    const github = (args ?? []).findIndex((each) => each.startsWith('github='));
    expect(args?.slice(github - 3, github)).toEqual(['--format', 'pretty', '--format']);
    return [...(args ?? []).slice(4, github - 3), ...(args ?? []).slice(github + 1)];
  }

  test('takes every input as data: the script has no expression of GitHub', () => {
    expect(action.runs).toMatchObject({ using: 'composite', steps: [{ shell: 'bash' }] });
    expect(step?.run).toMatch(/^set -euo pipefail$/m);
    expect(step?.run).not.toContain('${{');
    const taken = Object.values(step?.env ?? {});
    const names = Object.keys(action.inputs).filter((name) => name !== 'working-directory');
    expect([...taken].sort()).toEqual(names.map((name) => `\${{ inputs.${name} }}`).sort());
  });

  test('runs mxg from npm, apart from packages and settings of the files to check', () => {
    const { args } = runAction({ version: '0.1.0' });
    expect(args?.slice(0, 4)).toEqual(['--yes', expect.stringMatching(/^--prefix=/), 'mxg@0.1.0', 'lint']);
    expect(args?.[1]?.slice('--prefix='.length)).toContain(inFolder('temp/'));
  });

  test.each<readonly [inputs: Texts, expected: readonly string[]]>([
    [{}, ['--', '.']],
    [{ paths: 'docs\nmy pages\n' }, ['--', 'docs', 'my pages']],
    [{ paths: '\r\ndocs\r\n\r\n*.md' }, ['--', 'docs', '*.md']],
    [
      { args: '--max-warnings=0\n--rule\nlink/site-only=warning\n' },
      ['--max-warnings=0', '--rule', 'link/site-only=warning', '--', '.'],
    ],
    [{ config: 'false', args: '--quiet' }, ['--quiet', '--no-config', '--', '.']],
    [{ sarif: 'a b.sarif' }, ['--format', 'sarif=a b.sarif', '--', '.']],
  ])('hands %j on, an argument a line', (inputs, expected) => {
    expect(lintArguments(inputs)).toEqual(expected);
  });

  const HOSTILE = [
    '$(touch ran)',
    '`touch ran`',
    '; touch ran',
    '" && touch ran "',
    "'; touch ran '",
    '--fix',
    '-',
    '~',
    '*',
    '$PATH',
    ' a  b ',
    '\\',
  ];

  test.each(HOSTILE)('hands %j on as it is', (text) => {
    expect(lintArguments({ paths: text })).toEqual(['--', text]);
    expect(lintArguments({ args: text })).toEqual([text, '--', '.']);
    expect(lintArguments({ sarif: text })).toEqual(['--format', `sarif=${text}`, '--', '.']);
    expect(readdirSync(inFolder('workspace'))).toEqual(['my, site']);
  });

  test.each<readonly [inputs: Texts, message: string]>([
    [{ version: '$(touch ran)' }, '`version` is no version'],
    [{ version: '0.1.0 --registry=http://localhost' }, '`version` is no version'],
    [{ version: 'npm:other@1.0.0' }, '`version` is no version'],
    [{ version: '' }, '`version` is no version'],
    [{ config: 'no' }, '`config` is neither `true` nor `false`'],
    [{ paths: '\n' }, '`paths` is empty'],
    [{ sarif: 'mxg.sarif', 'working-directory': 'my, site' }, 'name the folder in `paths`'],
  ])('refuses %j', (inputs, message) => {
    const { status, lines, args } = runAction(inputs);
    expect({ status, args }).toEqual({ status: 2, args: null });
    expect(lines).toEqual([expect.stringMatching(/^::error title=mxg lint::/)]);
    expect(lines[0]).toContain(message);
  });

  test.each([
    ['echo v18.20.4', 'this is v18.20.4'],
    ['echo v20.18.3', 'this is v20.18.3'],
    ['exit 127', 'there is none'],
  ])('says that Node is too old when `node --version` is `%s`', (script, message) => {
    put('node', script);
    const { status, lines, args } = runAction();
    expect({ status, args }).toEqual({ status: 2, args: null });
    expect(lines[0]).toContain(message);
  });

  test.each([0, 1, 2])('answers %i when mxg does', (status) => {
    expect(runAction({}, { ANSWER: String(status) }).status).toBe(status);
  });

  // a file may be called `::stop-commands::x`, and a label may hold `##[error]`
  test('prints what mxg says as text, and annotations after it', () => {
    const { lines } = runAction({}, { ANSWER: '1' });
    const pause = lines[0]?.slice('::stop-commands::'.length) ?? '';
    expect(pause).toMatch(/^[\da-f-]{36}$/);
    expect(lines).toEqual([
      `::stop-commands::${pause}`,
      '::add-mask::the name of a file',
      `::${pause}::`,
      '::error file=a file=b.md,line=1,col=2::no heading',
    ]);
  });

  test('names files in annotations from the root of the repository', () => {
    expect(runAction({ 'working-directory': 'my, site' }).lines.at(-1)).toBe(
      '::error file=my%2C site/a file=b.md,line=1,col=2::no heading',
    );
  });
});

describe('the hook of pre-commit', () => {
  const [hook] = parse(textOf('.pre-commit-hooks.yaml')) as readonly {
    readonly files: string;
    readonly entry: string;
    readonly args: readonly string[];
    readonly language: string;
    readonly additional_dependencies: readonly string[];
  }[];
  const files = new RegExp(hook?.files ?? '');

  test('installs the mxg of this release, and passes file names behind `--`', () => {
    expect(hook).toMatchObject({ language: 'node', entry: 'mxg lint', args: ['--'] });
    expect(hook?.additional_dependencies).toEqual([`mxg@${VERSION}`]);
  });

  test('looks at what `mxg lint` looks for in a folder, and at nothing else', async () => {
    const endings = 'ts txt json yml css js tsx jpg gif md.bak mdxx svgz htmlx'.split(' ');
    const meant = 'md mdx markdown html htm rst adoc asciidoc erb njk vue drawio dio xml svg png pdf drawio.svg'.split(
      ' ',
    );
    const folder = mkdtempSync(join(tmpdir(), 'mxg-hook-'));
    const names = [...endings, ...meant].map((ending) => `my flow.${ending}`);
    for (const name of names) writeFileSync(join(folder, name), '');
    const found = await expandPaths(['.'], { ...terminal, cwd: folder });
    rmSync(folder, { recursive: true });
    expect(names.filter((name) => files.test(name)).sort()).toEqual(found);
    expect(found).toHaveLength(meant.length);
  });

  test.each(['md', 'amd', 'docs.md/a.txt'])('does not look at %s', (path) => {
    expect(files.test(path)).toBe(false);
  });
});

describe('the problem matcher', () => {
  interface Matcher {
    readonly owner: string;
    readonly severity?: string;
    readonly pattern: readonly [{ readonly regexp: string } & Readonly<Record<string, number>>];
  }
  const { problemMatcher } = JSON.parse(textOf('packages/cli/mxg-problem-matcher.json')) as {
    readonly problemMatcher: readonly Matcher[];
  };

  /** As actions/runner reads a line (`IssueMatcher`, `OutputManager.ConvertToIssue`): a severity that it does not know makes no annotation. */
  function annotationOf(line: string) {
    for (const { severity, pattern } of problemMatcher) {
      const { regexp, ...groups } = pattern[0];
      const found = new RegExp(regexp).exec(line);
      if (found === null) continue;
      const read = Object.fromEntries(Object.entries(groups).map(([name, group]) => [name, found[group]]));
      const issue = { severity, ...read };
      if (['error', 'warning', 'notice'].includes(issue.severity ?? '')) return issue;
    }
    return null;
  }

  test('has owners of their own, so that each can be removed', () => {
    expect(problemMatcher.map(({ owner }) => owner)).toEqual(['mxg', 'mxg-info']);
  });

  test('reads what `--format compact` prints; GitHub calls an info a notice', () => {
    const odd = problem({ path: 'docs/a: b [c].md', message: 'no `x:1:2: error: y [z/z]` in it [1]' });
    const problems = [...example.problems, odd];
    expect(linesOf(problems).map(annotationOf)).toEqual(
      problems.map(({ path, start, severity, message, rule }) => ({
        file: path,
        line: String(start.line),
        column: String(start.column),
        severity: severity === 'info' ? 'notice' : severity,
        message: `${message} [${rule}]`,
        code: rule,
      })),
    );
  });

  test('reads a line of every rule, and of a hostile file', () => {
    const all = [...rules, ...suppressionRules].map(({ id, severity }) => problem({ rule: id, severity }));
    for (const line of linesOf([...all, hostile])) expect(annotationOf(line)).not.toBeNull();
  });

  test('reads nothing else', () => {
    const pretty = reporters.pretty(example, { colour: false, version: '0' }).split('\n');
    const others = [
      'mxg: cannot read `a.md`: there is no such file',
      'a.c:1:2: error: expected `;`',
      'a.md:1: error: x [a/b]',
    ];
    for (const line of [...pretty, ...others]) expect(annotationOf(line)).toBeNull();
  });
});

describe('the how-tos', () => {
  const FOLDER = 'packages/cli/docs';
  const pages = readdirSync(join(root, FOLDER)).map((name) => [name, textOf(`${FOLDER}/${name}`)] as const);
  const ruleIds = [...rules, ...suppressionRules].map(({ id }) => id);

  /** The blocks of a language. */
  const blocksOf = (language: string) =>
    pages.flatMap(([name, text]) =>
      [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(
        ([, block = '']) => [name, block] as const,
      ),
    );

  /** What stands behind `mxg`, up to the end of the line, of the code or of the command: `mxg@0.1.0 lint docs | …`. */
  const commands = pages.flatMap(([name, text]) =>
    [...text.matchAll(/(?<![\w/-])mxg(?:@[\d.]+)? ([a-z]+)\b([^\n`|]*)/g)].map(
      ([all, command = '', rest = '']) => [name, all, command, rest] as const,
    ),
  );
  const lines = commands.filter(([, , command]) => ['lint', 'anchors', 'links'].includes(command));

  test('name commands, and this version', () => {
    expect(lines.length).toBeGreaterThan(10);
    const versions = pages.flatMap(([, text]) => text.match(/(?<=\bmxg@v?|\bversion: |\brev: v)[\d.]+/g) ?? []);
    expect(new Set(versions)).toEqual(new Set([VERSION]));
  });

  test.each(lines)('%s: `%s` has options that exist', async (_, __, command, rest) => {
    const known = new Set((await outputOf([command, '--help'])).match(/(?<=^ {2}(?:-\w, )?)--[a-z-]+/gm));
    for (const [option] of rest.matchAll(/(?<=^| )--[a-z-]+/g)) expect(known).toContain(option);
    for (const [, format = ''] of rest.matchAll(/--format ([a-z]+)/g)) expect(Object.keys(reporters)).toContain(format);
    for (const [, rule] of rest.matchAll(/--rule[ =]([a-z0-9/-]+)=/g)) expect(ruleIds).toContain(rule);
  });

  test.each(blocksOf('json'))('%s: the configuration is one', (_, block) => {
    expect(readConfig(JSON.parse(block)).diagnostics).toEqual([]);
  });

  test.each(pages)('%s: suppressions have a known rule and a reason', (_, text) => {
    const said = [...text.matchAll(/(?:mxg-disable-[a-z-]+ |with the value `)([^\n`]*)/g)].map(([, each = '']) => each);
    for (const each of said) {
      expect(each).toMatch(/^[a-z0-9]+\/[a-z-]+: \w/);
      expect(ruleIds).toContain(each.split(':')[0]);
    }
  });

  /** Every object in data, outer ones first. */
  const objectsIn = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
    typeof value !== 'object' || value === null
      ? []
      : [value as Readonly<Record<string, unknown>>, ...Object.values(value).flatMap((each) => objectsIn(each))];

  test.each(blocksOf('yaml'))('%s: the YAML is right, and gives the action inputs that it has', async (_, block) => {
    const objects = objectsIn(parse(block));
    for (const { uses, with: inputs } of objects) {
      if (!String(uses).startsWith('OWNER/mxg@')) continue;
      const given = inputs as Texts;
      for (const name of Object.keys(given)) expect(Object.keys(action.inputs)).toContain(name);
      const known = await outputOf(['lint', '--help']);
      for (const [option] of (given['args'] ?? '').matchAll(/^--[a-z-]+/gm)) expect(known).toContain(`${option} `);
    }
  });

  test('the hook of their own is that of the repository, but for its arguments', () => {
    const hooks = blocksOf('yaml')
      .flatMap(([, block]) => objectsIn(parse(block)))
      .filter(({ id }) => id === 'mxg-lint');
    const [own] = parse(textOf('.pre-commit-hooks.yaml')) as readonly Readonly<Record<string, unknown>>[];
    expect(hooks).toHaveLength(2);
    for (const { args, ...hook } of hooks) {
      expect(own).toMatchObject(hook);
      expect((args as readonly string[]).at(-1)).toBe('--');
    }
  });

  test.each(pages)('%s: links lead to files', (_, text) => {
    for (const [, path = ''] of text.matchAll(/\[[^\]]+\]\(([^):#]+)\)/g))
      expect(existsSync(join(root, FOLDER, path))).toBe(true);
  });
});
