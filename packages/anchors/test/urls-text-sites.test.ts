import { describe, expect, test } from 'vitest';
import type { Config } from '../src/config/config.ts';
import { publishers } from '../src/urls/registry.ts';
import { treeOf } from './support/tree.ts';

/** The URL of each file that is published. */
function urls(publisher: string, files: Readonly<Record<string, string>>, config: Config = {}) {
  const published = publishers[publisher]?.({ tree: treeOf(files), config }).value ?? [];
  return Object.fromEntries(published.filter(({ url }) => url !== null).map(({ source, url }) => [source, url]));
}

/** Where the file of that path is published, with some front matter. */
const urlOf = (publisher: string, path: string, config: Config = {}, matter = '') =>
  urls(publisher, { [path]: `---\n${matter}\n---\n# A\n` }, config)[path];

describe('Jekyll 4.4', () => {
  test.each<[path: string, config: Config, matter: string, url: string | undefined]>([
    ['a.md', {}, '', '/a.html'],
    ['docs/a.md', {}, '', '/docs/a.html'],
    ['docs/index.md', {}, '', '/docs/'],
    ['a.md', { baseurl: '/x' }, '', '/x/a.html'],
    ['a.md', { permalink: 'pretty' }, '', '/a/'],
    ['docs/a.md', {}, 'permalink: /b/c/', '/b/c/'],
    ['docs/a.md', {}, 'permalink: /:basename/x.html', '/a/x.html'],
    ['_posts/2024-01-02-hello-world.md', {}, '', '/2024/01/02/hello-world.html'],
    ['_posts/2024-01-02-hello.md', {}, 'categories: [A B, c]', '/a%20b/c/2024/01/02/hello.html'],
    ['_posts/2024-01-02-hello.md', { permalink: '/:year/:title/' }, '', '/2024/hello/'],
    ['_posts/2024-01-02-hello.md', { permalink: 'none' }, '', '/hello.html'],
    ['_posts/2024-01-02-hello.md', {}, 'published: false', undefined],
    ['_drafts/a.md', {}, '', undefined],
    ['_guides/a.md', { collections: { guides: { output: true } } }, '', '/guides/a.html'],
    ['_guides/a.md', { collections: { guides: { output: true, permalink: '/g/:name/' } } }, '', '/g/a/'],
    ['_guides/a.md', { collections: { guides: {} } }, '', undefined],
    ['a.md', { exclude: ['a.md'] }, '', undefined],
    ['a.md', { defaults: [{ scope: { path: '' }, values: { permalink: '/d/:basename' } }] }, '', '/d/a'],
  ])('%s with %j and %j is at %s', (path, config, matter, url) => {
    expect(urlOf('jekyll', path, config, matter)).toBe(url);
  });

  test('files without front matter are copied', () => {
    expect(urls('jekyll', { 'a.md': '# A\n', 'b.png': '' })).toEqual({ 'a.md': '/a.md', 'b.png': '/b.png' });
  });
});

describe('Hugo 0.167', () => {
  test.each<[path: string, config: Config, matter: string, url: string | undefined]>([
    ['content/a.md', {}, '', '/a/'],
    ['content/docs/_index.md', {}, '', '/docs/'],
    ['content/docs/a/index.md', {}, '', '/docs/a/'],
    ['content/Docs/A b.md', {}, '', '/docs/a-b/'],
    ['content/docs/a.md', { uglyURLs: true }, '', '/docs/a.html'],
    ['content/docs/a.md', {}, 'slug: b', '/docs/b/'],
    ['content/docs/a.md', {}, 'url: /x/y/', '/x/y/'],
    ['content/docs/a.md', {}, 'draft: true', undefined],
    ['content/docs/a.md', { permalinks: { docs: '/d/:slug/' } }, 'title: The T', '/d/the-t/'],
    ['content/docs/a.md', { baseURL: 'https://example.org/p/' }, '', '/p/docs/a/'],
    ['static/b.png', {}, '', '/b.png'],
  ])('%s with %j and %j is at %s', (path, config, matter, url) => {
    expect(urlOf('hugo', path, config, matter)).toBe(url);
  });
});

describe('Sphinx 9.1', () => {
  test.each<[files: Readonly<Record<string, string>>, config: Config, expected: Readonly<Record<string, string>>]>([
    [{ 'index.rst': '', 'a/b.rst': '' }, {}, { 'a/b.rst': '/a/b.html', 'index.rst': '/' }],
    [{ 'a.md': '' }, {}, {}],
    [{ 'a.md': '' }, { extensions: ['myst_parser'] }, { 'a.md': '/a.html' }],
    [{ 'a.rst': '', 'b/c.rst': '' }, { exclude_patterns: ['b'] }, { 'a.rst': '/a.html' }],
  ])('%j with %j', (files, config, expected) => expect(urls('sphinx', files, config)).toEqual(expected));
});

describe('MkDocs 1.6', () => {
  test.each<[path: string, config: Config, url: string | undefined]>([
    ['docs/index.md', {}, '/'],
    ['docs/a.md', {}, '/a/'],
    ['docs/b/README.md', {}, '/b/'],
    ['docs/a.md', { use_directory_urls: false }, '/a.html'],
    ['docs/a.md', { site_url: 'https://example.org/p/' }, '/p/a/'],
    ['src/a.md', { docs_dir: 'src' }, '/a/'],
    ['docs/a.md', { exclude_docs: 'a.md' }, undefined],
  ])('%s with %j is at %s', (path, config, url) => expect(urlOf('mkdocs', path, config)).toBe(url));
});

describe('mdBook 0.5', () => {
  test('publishes the chapters of its summary', () => {
    const files = {
      'src/SUMMARY.md': '- [A](a.md)\n  - [B](b/README.md)\n',
      'src/a.md': '',
      'src/b/README.md': '',
      'src/c.md': '',
    };
    expect(urls('mdbook', files)).toMatchObject({ 'src/a.md': '/a.html', 'src/b/README.md': '/b/index.html' });
    expect(urls('mdbook', files)).not.toHaveProperty(['src/c.md']);
  });
});
