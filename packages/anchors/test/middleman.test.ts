import { describe, expect, test } from 'vitest';
import { detectSites } from '../src/index.ts';
import { readMiddlemanRb } from '../src/config/middleman-rb.ts';
import { openSites } from '../src/site/sites.ts';
import { resolveLink } from '../src/resolve/resolve.ts';
import { idsBy, type Row } from './support/ids.ts';
import { treeOf } from './support/tree.ts';

const CONFIG =
  "require 'govuk_tech_docs'\nGovukTechDocs.configure(self)\nset :http_prefix, '/docs'\n# activate :none\nactivate :directory_indexes\n";

/** Expectations: govuk_tech_docs 5.1 with Redcarpet 3.6; Middleman 4's documentation. */
describe('Middleman', () => {
  test.each<Row>([
    ['makes hyphens of what is no letter of ASCII', '# What is new & old?\n', ['what-is-new-amp-old']],
    ['writes quotes as entities first', "# What's new\n", ['what-39-s-new']],
    [
      'puts the id above before one that is taken, then numbers',
      '# A\n\n## B\n\n# C\n\n## B\n\n## B\n',
      ['a', 'b', 'c', 'c-b', 'c-b-2'],
    ],
    ['leaves ERB out', '---\ntitle: x\n---\n\n<%= partial "a" %>\n\n## B <%= c %>\n', ['b']],
  ])('with the Technical Documentation Template %s', async (_, page, expected) => {
    expect(await idsBy('tech-docs', page, { path: 'source/a.html.md.erb' })).toEqual(expected);
  });

  test('reads with kramdown unless it is told otherwise', async () => {
    const path = 'source/a.html.md';
    expect(await idsBy('middleman', '# 1 A\n', { path })).toEqual(['a']);
    const redcarpet = { markdown_engine: 'redcarpet', withTocData: true };
    expect(await idsBy('middleman', '# 1 A\n', { path, config: redcarpet })).toEqual(['1-a']);
    expect(await idsBy('middleman', '# 1 A\n', { path, config: { markdown_engine: 'redcarpet' } })).toEqual([]);
  });

  test('has a configuration that is read and not run', () => {
    expect(readMiddlemanRb(CONFIG).value).toEqual({
      http_prefix: '/docs',
      activate: ['directory_indexes'],
      techDocs: true,
      withTocData: false,
    });
  });

  test('is told from a config.rb of somebody else', () => {
    const site = { generator: 'middleman', folder: 'docs', configPath: 'docs/config.rb' };
    expect(detectSites(treeOf({ 'docs/config.rb': CONFIG, 'docs/source/index.html.md': '' }))).toEqual([site]);
    expect(detectSites(treeOf({ 'config.rb': 'css_dir = "css"\n', 'source/a.scss': '' }))).toEqual([]);
  });

  test('takes the endings of templates off', async () => {
    const files = {
      'config.rb': CONFIG,
      'source/index.html.md.erb': '# I\n',
      'source/guide.html.md': '# G\n\n## Build\n',
      'source/_part.md': '',
      'source/a.png': '',
    };
    const sites = await openSites(treeOf(files));
    const urls = [...(sites.all[0]?.published() ?? [])].map(([path, { url }]) => [path, url]);
    expect(Object.fromEntries(urls)).toEqual({
      'config.rb': null,
      'source/index.html.md.erb': '/docs/',
      'source/guide.html.md': '/docs/guide/',
      'source/_part.md': null,
      'source/a.png': '/docs/a.png',
    });
    expect(resolveLink(sites, '/docs/guide/#build', { page: 'source/index.html.md.erb' }).status).toBe('ok');
    expect(resolveLink(sites, 'guide/#bild', { page: 'source/index.html.md.erb' })).toMatchObject({
      status: 'broken-anchor',
      suggestion: 'build',
    });
  });
});
