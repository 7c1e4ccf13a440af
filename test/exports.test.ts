import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const packages = fileURLToPath(new URL('../packages/', import.meta.url));
const libraries = readdirSync(packages).filter((name) => existsSync(`${packages}${name}/src/index.ts`));

/** What a package exports, by the only place that says so: `export { … } from` in its index. */
function exportsOf(name: string): string[] {
  const index = readFileSync(`${packages}${name}/src/index.ts`, 'utf8');
  const lists = [...index.matchAll(/export (type )?\{([^}]*)\}/g)];
  const names = lists.flatMap(([, type = '', list = '']) =>
    list
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== '')
      .map((entry) => (entry.startsWith('type ') ? entry : `${type}${entry}`)),
  );
  return names.sort();
}

test.each(libraries)('what @mxg/%s exports changes only on purpose', async (name) => {
  expect(readFileSync(`${packages}${name}/src/index.ts`, 'utf8')).not.toMatch(/export \*/);
  await expect(`${exportsOf(name).join('\n')}\n`).toMatchFileSnapshot(`__snapshots__/exports-${name}.txt`);
});
