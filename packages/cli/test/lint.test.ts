import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../src/main.ts';

const link = (id: string, href: string, label = 'Build') =>
  `<UserObject id="${id}" label="${label}" link="${href}"><mxCell style="rounded=1;" vertex="1" parent="1"><mxGeometry width="120" height="60" as="geometry"/></mxCell></UserObject>`;
const page = (...hrefs: string[]) =>
  `# Page\r\n\r\n## Build\r\n\r\n${encodeURIComponent(`<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${hrefs.map((href, i) => link(`c${i}`, href)).join('')}</root></mxGraphModel>`)}\r\n`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mxg-lint-'));
  mkdirSync(join(folder, '.git'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string | Uint8Array) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

/** Runs `mxg lint` in the folder. */
async function lint(
  args: readonly string[],
  { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {},
) {
  let [output, said] = ['', ''];
  const code = await run(['lint', ...args], {
    readInput: async () => Buffer.from(input),
    print: (text) => (output += Buffer.from(text).toString()),
    say: (text) => (said += text),
    colour: false,
    interactive: false,
    cwd: folder,
    env,
  });
  return { code, output, said };
}

const problemsOf = (output: string) => (JSON.parse(output) as { problems: { rule: string; path: string }[] }).problems;

describe('mxg lint', () => {
  test('looks at the working directory, says what is wrong where, and answers 1', async () => {
    write('docs/a.md', page('#bild'));
    write('docs/b.md', page('#build'));
    const { code, output } = await lint([]);
    expect(code).toBe(1);
    expect(output).toBe(
      [
        'docs/a.md',
        '  docs/a.md:5:172  error    no heading for `#bild` in `docs/a.md`; did you mean `#build`?  link/heading-exists  page 1, cell `c0` "Build"',
        '    `mxg anchors docs/a.md` lists what a link can hit',
        '',
        '1 problem (1 error) in 1 of 2 files, 2 diagrams, 2 links',
        '1 can be fixed with `--unsafe-fixes`',
        '',
      ].join('\n'),
    );
  });

  test('answers 0 where nothing is wrong', async () => {
    write('a.md', page('#build'));
    expect(await lint(['a.md'])).toMatchObject({ code: 0, output: 'no problem in 1 file, 1 diagram, 1 link\n' });
  });

  test.each([
    [[], 0],
    [['--max-warnings', '1'], 0],
    [['--max-warnings', '0'], 1],
    [['--max-warnings', '0', '--quiet'], 0],
    [['--rule', 'stage/label-differs=error'], 1],
    [['--rule', 'stage/label-differs=off', '--max-warnings', '0'], 0],
  ])('with %j warnings answer %i', async (args, code) => {
    write('a.md', page('#page'));
    expect((await lint(['a.md', ...args])).code).toBe(code);
  });

  test.each([
    [['nowhere.md'], 'cannot read `nowhere.md`'],
    [['--format', 'xml'], 'unknown format `xml`'],
    [['--max-warnings', 'many'], '`many` is no number for `--max-warnings`'],
    [['--rule', 'link/page-exist=off'], 'unknown rule `link/page-exist`'],
    [['--config', 'no.json'], 'cannot read'],
    [['--fixx'], "unknown option '--fixx'"],
    [['-', '--fix'], 'cannot fix standard input'],
  ])('%j is trouble: %s', async (args, message) => {
    write('a.md', page('#build'));
    const { code, said } = await lint(args);
    expect(code).toBe(2);
    expect(said).toContain(message);
  });

  test('prints in several formats at once', async () => {
    write('a.md', page('#bild'));
    const { output } = await lint([
      'a.md',
      '--format',
      'compact',
      '--format',
      'sarif=out.sarif',
      '--format',
      'json=out.json',
    ]);
    expect(output).toBe(
      'a.md:5:172: error: no heading for `#bild` in `a.md`; did you mean `#build`? [link/heading-exists]\n',
    );
    expect(JSON.parse(read('out.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(problemsOf(read('out.json'))).toMatchObject([
      {
        rule: 'link/heading-exists',
        path: 'a.md',
        line: 5,
        column: 172,
        page: 0,
        diagram: 1,
        cell: 'c0',
        href: '#bild',
      },
    ]);
  });

  test('adds annotations on GitHub', async () => {
    write('a.md', page('#bild'));
    const env = { GITHUB_ACTIONS: 'true' };
    expect((await lint(['a.md'], { env })).output).toContain('::error file=a.md,line=5');
    const { output, said } = await lint(['a.md', '--format', 'json'], { env });
    expect(problemsOf(output)).toHaveLength(1);
    expect(said).toContain('::error file=a.md');
  });

  test('reads standard input as a page of the working directory', async () => {
    write('guide.md', '# G\n');
    expect((await lint(['-', '--format', 'compact'], { input: page('guide.md', 'gide.md') })).output).toMatch(
      /^-:5:\d+: error: `gide.md` leads nowhere/,
    );
  });

  test('lists its rules', async () => {
    const { code, output } = await lint(['--list-rules']);
    expect(code).toBe(0);
    expect(output).toMatch(/^link\/heading-exists +error +recommended +the fragment/m);
  });
});

describe('mxg lint --fix', () => {
  test('mends what is safe to mend, keeps all other bytes, and tells what is left', async () => {
    write('a.md', page('#Build', '#bild'));
    const { code, output } = await lint(['a.md', '--fix', '--format', 'compact']);
    expect(code).toBe(1);
    expect(output).toMatch(/^a\.md:5:\d+: error: no heading for `#bild`/);
    expect(read('a.md')).toBe(page('#build', '#bild'));
  });

  test('mends what was likely meant when it is told to', async () => {
    write('a.md', page('#Build', '#bild'));
    expect((await lint(['a.md', '--fix', '--unsafe-fixes'])).code).toBe(0);
    expect(read('a.md')).toBe(page('#build', '#build'));
  });

  test('shows a diff and changes nothing', async () => {
    write('a.md', page('#Build'));
    const { code, output } = await lint(['a.md', '--fix-dry-run']);
    expect(code).toBe(1);
    expect(output).toMatch(/^--- a\/a\.md\n?.*\+\+\+ b\/a\.md/ms);
    expect(output).toMatch(/^-.*%23Build/m);
    expect(output).toMatch(/^\+.*%23build/m);
    expect(read('a.md')).toBe(page('#Build'));
  });
});

describe('the configuration of mxg lint', () => {
  beforeEach(() => write('docs/a.md', page('#bild')));
  const OFF = { 'link/*': 'off' };

  test.each([
    ['mxg.config.json', JSON.stringify({ rules: OFF })],
    ['mxg.config.jsonc', `// why\n{ "rules": ${JSON.stringify(OFF)}, }`],
    ['mxg.config.js', `export default { rules: ${JSON.stringify(OFF)} }`],
    ['mxg.config.mjs', `export default { rules: ${JSON.stringify(OFF)} }`],
    ['mxg.config.ts', `const rules: Record<string, string> = ${JSON.stringify(OFF)};\nexport default { rules }`],
    ['package.json', JSON.stringify({ mxg: { rules: OFF } })],
  ])('is found in %s, unless it is not wanted', async (path, text) => {
    write(path, text);
    expect((await lint(['docs'])).code).toBe(0);
    expect((await lint(['docs', '--no-config'])).code).toBe(1);
  });

  test('that is JavaScript of strangers is not run with --no-config', async () => {
    write(
      'mxg.config.js',
      `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(join(folder, 'ran'))}, '');\nexport default {};`,
    );
    await lint(['docs', '--no-config']);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
    await lint(['docs']);
    expect(read('ran')).toBe('');
  });

  test('extends presets and files, and differs for some files', async () => {
    write('base.json', JSON.stringify({ rules: { 'link/heading-exists': 'warning' } }));
    write(
      'mxg.config.json',
      JSON.stringify({ extends: ['strict', './base.json'], overrides: [{ files: 'old/**', rules: OFF }] }),
    );
    write('old/b.md', page('#bild'));
    const { output } = await lint(['.', '--format', 'json']);
    expect(problemsOf(output)).toMatchObject([{ path: 'docs/a.md', severity: 'warning' }]);
  });

  test('in JSON runs nothing, whatever it extends', async () => {
    write(
      'base.js',
      `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(join(folder, 'ran'))}, '');\nexport default {};`,
    );
    write('mxg.config.json', JSON.stringify({ extends: './base.js' }));
    const { code, said } = await lint(['docs']);
    expect([code, said]).toEqual([2, expect.stringContaining('extends `base.js`, which is a program')]);
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  test('may name the generator', async () => {
    write('mxg.config.json', JSON.stringify({ site: { generator: 'nope' } }));
    expect((await lint(['docs'])).said).toContain('unknown generator `nope`');
  });

  test('may name the repository, whose own pages absolute links are followed to', async () => {
    write('docs/a.md', page('https://github.com/owner/name/blob/main/gone.md'));
    expect((await lint(['docs'])).code).toBe(0);
    write('mxg.config.json', JSON.stringify({ site: { repository: 'github.com/owner/name' } }));
    expect((await lint(['docs'])).output).toContain('the repository has no `gone.md`');
  });

  test.each([
    ['{ "rules": ', 'mxg.config.json:1:'],
    ['{ "extends": "./gone.json" }', 'cannot extend `./gone.json`'],
    ['{ "extends": "./mxg.config.json" }', 'extends itself'],
    ['{ "rulse": {} }', 'unknown key `rulse`'],
  ])('that is wrong is trouble: %s', async (text, message) => {
    write('mxg.config.json', text);
    const { code, said } = await lint(['docs']);
    expect([code, said]).toEqual([2, expect.stringContaining(message)]);
  });

  test('and ignore files leave files out, unless they are named', async () => {
    write('mxg.config.json', JSON.stringify({ ignore: ['c/**'] }));
    write('.gitignore', 'b/\n');
    write('docs/.mxgignore', '*.md\n!keep.md\n');
    for (const path of ['b/a.md', 'c/a.md', 'docs/keep.md']) write(path, page('#bild'));
    expect(problemsOf((await lint(['--format', 'json'])).output).map(({ path }) => path)).toEqual(['docs/keep.md']);
    expect(problemsOf((await lint(['b/a.md', '--format', 'json'])).output)).toHaveLength(1);
  });
});

describe('mxg lint --cache', () => {
  test('gives the same again, and looks anew when anything has changed', async () => {
    write('a.md', page('guide.md#build'));
    write('guide.md', '# G\n\n## Build\n');
    expect((await lint(['a.md', '--cache', 'store.mxgcache'])).code).toBe(0);
    const stored = read('store.mxgcache');
    expect((await lint(['a.md', '--cache', 'store.mxgcache'])).code).toBe(0);
    expect(read('store.mxgcache')).toBe(stored);
    write('guide.md', '# G\n\n## Make\n');
    expect((await lint(['a.md', '--cache', 'store.mxgcache'])).code).toBe(1);
    expect((await lint(['a.md', '--cache', 'store.mxgcache', '--rule', 'link/*=off'])).code).toBe(0);
  });

  test('does without a store that is broken', async () => {
    write('a.md', page('#bild'));
    write('.mxgcache', '{');
    expect((await lint(['a.md', '--cache'])).code).toBe(1);
  });
});
