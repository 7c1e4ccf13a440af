import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as codec from '@mxg/codec';
import { afterAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** A copy of the examples to work in, so that no command changes the project. */
const folder = mkdtempSync(join(tmpdir(), 'mxg-readme-'));
cpSync(join(root, 'examples'), join(folder, 'examples'), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a line as a shell would, standard error included; `mxg` is the built command. */
function output(line: string): string {
  const mxg = `mxg() { node "${join(root, 'packages/cli/bin/mxg.js')}" "$@"; }`;
  const text = execFileSync('bash', ['-c', `${mxg}\n{ ${line}\n} 2>&1 || true`], { cwd: folder, encoding: 'utf8' });
  return text === '' || text.endsWith('\n') ? text : `${text}…\n`;
}

test('the output blocks are what the commands print', async () => {
  const written = readme.replace(/```console\n(.*?)```/gs, (_, block: string) => {
    const lines = block.match(/^\$ .*$/gm) ?? [];
    return `\`\`\`console\n${lines.map((line) => `${line}\n${output(line.slice(2))}`).join('')}\`\`\``;
  });
  expect(written.match(/```console/g)?.length).toBeGreaterThan(3);
  await expect(written).toMatchFileSnapshot('../README.md');
});

test('the library example runs and changes one label', async () => {
  const [, code = ''] = /```js\nimport \{[^}]*\} from '@mxg\/codec';\n(.*?)```/s.exec(readme) ?? [];
  const bytes = readFileSync(join(root, 'examples/jekyll-release-path/release-path.md'));
  const run = new Function(
    'codec',
    'bytes',
    `const { decode, edit, encode, find, sourceFromBytes } = codec;${code}return page;`,
  );
  const page = Buffer.from(run(codec, bytes) as Uint8Array).toString();
  expect(page).toBe(bytes.toString().replace('value%3D%22Bench%22', 'value%3D%22Test%20bench%22'));
});
