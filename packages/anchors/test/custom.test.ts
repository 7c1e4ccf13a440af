import { describe, expect, test } from 'vitest';
import { customGenerator, openSites, type CustomSlug } from '../src/index.ts';
import { treeOf } from './support/tree.ts';

const page = '---\na: b\n---\n\n# The `x`\n\n## No\n\n# The `x`\n\n<a id="raw"></a>\n';

async function read(slug: CustomSlug) {
  const sites = await openSites(treeOf({ 'docs/a.md': page }), { generator: customGenerator(slug) });
  return sites.siteOf('docs/a.md').anchorsOf('docs/a.md');
}

describe('a function of your own', () => {
  test('gets what a reader sees, and makes ids that are numbered', async () => {
    const ids = await read(({ text, level, path }) => (level === 1 ? `${path}!${text}` : null));
    expect(ids?.value).toEqual([
      { id: 'docs/a.md!The x', text: 'The x', level: 1, line: 5 },
      { id: 'docs/a.md!The x-1', text: 'The x', level: 1, line: 9 },
      { id: 'raw', text: '', level: null, line: 11 },
    ]);
  });

  test('that fails is said once, and the rest goes on', async () => {
    const ids = await read(() => {
      throw new Error('nope');
    });
    expect(ids?.value.map(({ id }) => id)).toEqual(['raw']);
    expect(ids?.diagnostics).toMatchObject([{ code: 'page/custom-slug-failed', severity: 'error' }]);
  });
});
