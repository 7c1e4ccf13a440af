import { generatorNamed } from '../../src/site/sites.ts';
import type { Config } from '../../src/config/config.ts';
import type { PageReader } from '../../src/page.ts';

/** The reader of a generator or variant, with settings in the words of its configuration file. */
export async function readerOf(name: string, config: Config = {}): Promise<PageReader> {
  const named = generatorNamed(name);
  if (named === undefined) throw new Error(`cannot find the generator \`${name}\``);
  return named.generator.reader({ ...named.config, ...config });
}

/** The ids of a page by a generator or variant. */
export async function idsBy(name: string, text: string, { path = 'page.md', config = {} } = {}): Promise<string[]> {
  const read = await readerOf(name, config);
  return read({ path, text }).value.map(({ id }) => id);
}

/** Input beside the ids that the real generator gives. */
export type Row = readonly [what: string, page: string, ids: readonly string[]];
