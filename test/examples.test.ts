import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode, find, sourceFromBytes } from '@mxg/codec';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { run } from '../packages/cli/src/main.ts';
import { faultsOf } from './support/scan-picture.ts';

const examples = fileURLToPath(new URL('../examples', import.meta.url));

/** A page of an example, and where its picture lies. */
interface Pictured {
  readonly path: string;
  readonly diagram: number;
  readonly page: number;
  readonly picture: string;
}

const pictured: readonly Pictured[] = globSync('*/**/*.{md,html,svg,drawio}', {
  cwd: examples,
  ignore: ['*/expected/**', '*/README.md'],
})
  .sort()
  .flatMap(picturesOf);

/** `flow.svg` for the first page of the first diagram, `flow.p2.svg` for the second, `flow.2.svg` for the second diagram. */
function picturesOf(path: string): readonly Pictured[] {
  const found = find(sourceFromBytes(readFileSync(join(examples, path))).value).value;
  const name = basename(path).replace(/\..*$/, '');
  return found.flatMap((embedded, i) =>
    (decode(embedded).value?.pages ?? []).map((_, page) => ({
      path,
      diagram: i + 1,
      page: page + 1,
      picture: `${path.split('/')[0]}/expected/${name}${i === 0 ? '' : `.${i + 1}`}${page === 0 ? '' : `.p${page + 1}`}.svg`,
    })),
  );
}

describe('the examples', () => {
  // `npx vitest run test/examples.test.ts -u` draws them anew
  test.each(pictured)('$path is drawn as $picture', async ({ path, diagram, page, picture }) => {
    let drawn = '';
    let said = '';
    const code = await run(['render', basename(path), '--diagram', `${diagram}`, '--page', `${page}`], {
      readInput: async () => new Uint8Array(),
      print: (text) => (drawn += Buffer.from(text).toString()),
      say: (text) => (said += text),
      colour: false,
      interactive: false,
      env: {},
      cwd: join(examples, dirname(path)),
    });
    expect([code, said.includes('error')]).toEqual([0, false]);
    expect(faultsOf(drawn)).toEqual([]);
    await expect(drawn).toMatchFileSnapshot(join(examples, picture));
  });

  test('all have a picture of their own', () => {
    expect(pictured.length).toBeGreaterThan(6);
    expect(new Set(pictured.map(({ picture }) => picture)).size).toBe(pictured.length);
    const lying = globSync('*/expected/*', { cwd: examples }).filter((path) => path.endsWith('.svg'));
    expect(lying.sort()).toEqual(pictured.map(({ picture }) => picture).toSorted());
  });
});
