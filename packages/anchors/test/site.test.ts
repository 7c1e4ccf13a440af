import { describe, expect, test } from 'vitest';
import { openSites } from '../src/site/sites.ts';
import { treeOf } from './support/tree.ts';

const idsOf = async (files: Record<string, string>, path: string) => {
  const sites = await openSites(treeOf(files));
  return (
    sites
      .siteOf(path)
      .anchorsOf(path)
      ?.value.map(({ id }) => id) ?? null
  );
};

describe('a file belongs to the site of the innermost folder', () => {
  const files = {
    'README.md': '# Hello, World',
    'docs/mkdocs.yml': 'site_name: x',
    'docs/docs/a.md': '# Hello, World\n\n# Hello, World',
    'docs/docs/plain.html': '<h2 id="q">Q <a name="r"></a></h2>',
    'docs/docs/old/_config.yml': '',
    'docs/docs/old/a.md': '# 1. Hello',
  };

  test.each([
    ['README.md', 'github', ['hello-world']],
    ['docs/docs/a.md', 'mkdocs', ['hello-world', 'hello-world_1']],
    ['docs/docs/plain.html', 'mkdocs', ['q', 'r']],
    ['docs/docs/old/a.md', 'jekyll', ['1-hello']],
  ])('`%s` is read as %s reads it', async (path, generator, ids) => {
    const sites = await openSites(treeOf(files));
    expect(sites.siteOf(path).generator).toBe(generator);
    expect(await idsOf(files, path)).toEqual(ids);
  });
});

test('files that are no pages have no ids', async () => {
  expect(await idsOf({ 'a.png': '', 'b.ts': '# x' }, 'a.png')).toBeNull();
  expect(await idsOf({ 'a.md': '# x' }, 'gone.md')).toBeNull();
});

test('a page that is read again is parsed again only when its text has changed', async () => {
  const files = { 'a.md': '# One' };
  const site = (await openSites({ paths: ['a.md'], read: () => files['a.md'] })).siteOf('a.md');
  const first = site.anchorsOf('a.md');
  expect(site.anchorsOf('a.md')).toBe(first);
  files['a.md'] = '# Two';
  expect(site.anchorsOf('a.md')?.value).toMatchObject([{ id: 'two' }]);
});

test('a page beyond any size that people write is not read, and says so', async () => {
  const sites = await openSites(treeOf({ 'a.md': `# x\n${'y'.repeat(9 << 20)}` }));
  expect(sites.siteOf('a.md').anchorsOf('a.md')).toMatchObject({
    value: [],
    diagnostics: [{ code: 'page/too-large' }],
  });
});

test('a broken configuration is said, and the site is there with what could be read', async () => {
  const files = { 'docusaurus.config.js': 'export default {', 'docs/a.md': '## A\n' };
  const sites = await openSites(treeOf(files));
  expect(sites.problems).toMatchObject([{ path: 'docusaurus.config.js', diagnostic: { severity: 'error' } }]);
  expect(sites.siteOf('docs/a.md').generator).toBe('docusaurus');
  expect(await idsOf(files, 'docs/a.md')).toEqual(['a']);
});

test('MkDocs inherits, Hugo keeps parts in files of their own', async () => {
  const mkdocs = {
    'mkdocs.yml': 'INHERIT: ../base/mkdocs.yml\nmarkdown_extensions: [attr_list]',
    'base/mkdocs.yml': '',
  };
  const inheriting = {
    'a/mkdocs.yml': 'INHERIT: ../base.yml\n',
    'base.yml': 'site_url: https://example.org/a/b/\nINHERIT: base.yml\n',
  };
  expect((await openSites(treeOf(inheriting))).siteOf('a/x').address.origin).toBe('https://example.org');
  expect((await openSites(treeOf(mkdocs))).problems).toEqual([]);
  const hugo = {
    'config/_default/hugo.toml': '',
    'config/_default/markup.toml': '[goldmark.parser]\nautoHeadingIDType = "blackfriday"',
    'content/a.md': '# a...b',
  };
  expect(await idsOf(hugo, 'content/a.md')).toEqual(['a-b']);
});

test('the name of a generator or a variant overrides what is detected, and keeps the configuration of its own sites', async () => {
  const files = { '_config.yml': 'kramdown: {auto_id_prefix: x-}', 'a.md': '# 1. One' };
  const read = async (generator: string) =>
    (await openSites(treeOf(files), { generator }))
      .siteOf('a.md')
      .anchorsOf('a.md')
      ?.value.map(({ id }) => id);
  expect(await read('jekyll')).toEqual(['x-1-one']);
  expect(await read('kramdown')).toEqual(['one']);
  expect(await read('mkdocs-slugs-lower')).toEqual(['1-one']);
});

test('Starlight is told from Astro by its integration', async () => {
  const files = {
    'astro.config.mjs':
      "import starlight from '@astrojs/starlight';\nexport default { integrations: [starlight({ title: 'x' })] };",
    'src/content/docs/a.md': '---\ntitle: T\n---\n## B',
  };
  expect(await idsOf(files, 'src/content/docs/a.md')).toEqual(['_top', 'b']);
});
