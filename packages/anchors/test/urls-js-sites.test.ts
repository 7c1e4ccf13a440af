import { describe, expect, test } from 'vitest';
import type { Config } from '../src/config/config.ts';
import { readStaticJs } from '../src/config/static-js.ts';
import type { Publisher } from '../src/urls/published.ts';
import { publishers } from '../src/urls/registry.ts';
import { treeOf } from './support/tree.ts';

type Files = Readonly<Record<string, string>>;

/** What each source is published as: its files of the built site, joined with ` + `; the sources that are not published are not there. */
function outputs(publisher: string, files: Files, config: Config = {}): Readonly<Record<string, string>> {
  const rows = publish(publisher, files, config).filter(({ outputs: each }) => each.length > 0);
  return Object.fromEntries(rows.map(({ source, outputs: each }) => [source, each.join(' + ')]));
}

function urls(publisher: string, files: Files, config: Config = {}): Readonly<Record<string, string | null>> {
  return Object.fromEntries(publish(publisher, files, config).map(({ source, url }) => [source, url]));
}

const publish = (publisher: string, files: Files, config: Config) =>
  publisherOf(publisher)({ tree: treeOf(files), config }).value;

function publisherOf(name: string): Publisher {
  const found = publishers[name];
  if (found === undefined) throw new Error(`cannot find the publisher \`${name}\``);
  return found;
}

/** Files without text that decides. */
const empty = (...paths: readonly string[]): Files => Object.fromEntries(paths.map((path) => [path, '']));

/** A page with front matter. */
const page = (settings: string): string => `---\n${settings}\n---\n\n# Title\n`;

const sorted = (record: Files): Files => Object.fromEntries(Object.entries(record).sort());

/** Docusaurus's preset with options for its plugins. */
const classic = (options: Config): Config => ({ presets: [['classic', options]] });
const onlyDocs = (docs: Config): Config => classic({ docs, blog: false, pages: false });
const docsFile = (path: string | undefined): string | undefined =>
  path === undefined ? undefined : `docs/${path}/index.html`;

describe('Docusaurus 3.10', () => {
  test.each([
    ['docs/about.md', 'docs/about/index.html'],
    ['docs/index.md', 'docs/index.html'],
    ['docs/guide/README.mdx', 'docs/guide/index.html'],
    ['docs/guide/Guide.md', 'docs/guide/index.html'],
    ['docs/01-setup/02. first.md', 'docs/setup/first/index.html'],
    ['docs/2024-01-15-news.md', 'docs/2024-01-15-news/index.html'],
    ['docs/1.2-notes.md', 'docs/1.2-notes/index.html'],
    ['docs/07.md', 'docs/07/index.html'],
    ['docs/Big Über.md', 'docs/Big Über/index.html'],
    ['docs/_partial.md', undefined],
    ['docs/_drafts/x.md', undefined],
    ['docs/picture.png', undefined],
    ['src/pages/index.tsx', 'index.html'],
    ['src/pages/team/people.md', 'team/people/index.html'],
    ['src/pages/Big Page.md', undefined],
    ['src/pages/page.test.js', undefined],
    ['blog/2024-02-03-hello.md', 'blog/2024/02/03/hello/index.html'],
    ['blog/2024/02/03/hello.md', 'blog/2024/02/03/hello/index.html'],
    ['blog/2024-02-03-hello/index.mdx', 'blog/2024/02/03/hello/index.html'],
    ['blog/news/2024-02-03-hello.md', 'blog/2024/02/03/news/hello/index.html'],
    ['blog/undated.md', 'blog/undated/index.html'],
    ['static/img/flow.svg', 'img/flow.svg'],
  ])('publishes %s as %s', (path, output) => {
    expect(outputs('docusaurus', empty(path))[path]).toBe(output);
  });

  test.each([
    ['slug: /top', 'docs/top/index.html'],
    ['slug: near', 'docs/a/near/index.html'],
    ['slug: ./near', 'docs/a/near/index.html'],
    ['slug: ../up', 'docs/up/index.html'],
    ['slug: /', 'docs/index.html'],
    ['id: other', 'docs/a/other/index.html'],
    ['parse_number_prefixes: false', 'docs/01-a/02-b/index.html'],
    ['unlisted: true', 'docs/a/b/index.html'],
    ['draft: true', undefined],
  ])('reads the front matter `%s` of a document', (settings, output) => {
    expect(outputs('docusaurus', { 'docs/01-a/02-b.md': page(settings) })['docs/01-a/02-b.md']).toBe(output);
  });

  test.each<[slash: boolean | undefined, output: string, folder: string, url: string]>([
    [undefined, 'docs/a/index.html', 'docs/b/index.html', '/p/docs/b/'],
    [true, 'docs/a/index.html', 'docs/b/index.html', '/p/docs/b/'],
    [false, 'docs/a.html', 'docs/b.html', '/p/docs/b'],
  ])('writes files as trailingSlash %s says', (trailingSlash, output, folder, url) => {
    const config = { baseUrl: '/p/', ...(trailingSlash !== undefined && { trailingSlash }) };
    const files = empty('docs/a.md', 'docs/b/index.md');
    expect(outputs('docusaurus', files, config)).toEqual({ 'docs/a.md': output, 'docs/b/index.md': folder });
    expect(urls('docusaurus', files, config)['docs/b/index.md']).toBe(url);
  });

  test('shows pages before documents where the documents are the whole site', () => {
    const files = empty('docs/about.md', 'docs/index.md', 'docs/more.md', 'src/pages/about.md');
    expect(outputs('docusaurus', files, classic({ docs: { routeBasePath: '/' } }))).toEqual({
      'docs/index.md': 'index.html',
      'docs/more.md': 'more/index.html',
      'src/pages/about.md': 'about/index.html',
    });
  });

  const VERSIONS = {
    ...empty('docs/a.md', 'versioned_docs/version-1.0/a.md', 'versioned_docs/version-2.0/a.md'),
    'versions.json': '["2.0", "1.0"]',
  };
  const OLD = 'versioned_docs/version-1.0/a.md';
  const LAST = 'versioned_docs/version-2.0/a.md';

  test.each<[options: Config, current: string | undefined, old: string | undefined, last: string | undefined]>([
    [{}, 'next/a', '1.0/a', 'a'],
    [{ lastVersion: 'current' }, 'a', '1.0/a', '2.0/a'],
    [{ includeCurrentVersion: false }, undefined, '1.0/a', 'a'],
    [{ onlyIncludeVersions: ['current', '1.0'] }, 'next/a', 'a', undefined],
    [{ versions: { current: { path: 'dev' }, '1.0': { path: 'old' } } }, 'dev/a', 'old/a', 'a'],
    [{ disableVersioning: true }, 'a', undefined, undefined],
  ])('publishes versions as %j says', (options, current, old, last) => {
    const found = outputs('docusaurus', VERSIONS, onlyDocs(options));
    expect([found['docs/a.md'], found[OLD], found[LAST]]).toEqual([current, old, last].map(docsFile));
  });

  test('builds every language, with the translated file where there is one', () => {
    const translated = 'i18n/fr/docusaurus-plugin-content-docs/current/b.md';
    const files = empty('docs/a.md', 'docs/b.md', 'static/x.png', translated);
    expect(outputs('docusaurus', files, { i18n: { defaultLocale: 'en', locales: ['en', 'fr'] } })).toEqual({
      'docs/a.md': 'docs/a/index.html + fr/docs/a/index.html',
      'docs/b.md': 'docs/b/index.html',
      'static/x.png': 'fr/x.png + x.png',
      [translated]: 'fr/docs/b/index.html',
    });
  });

  test('finds the documents of several plugins', () => {
    const plugins = [['@docusaurus/plugin-content-docs', { id: 'api', path: '../api', routeBasePath: 'reference' }]];
    const files = {
      ...empty('../api/x.md', 'docs/a.md', 'api_versioned_docs/version-1/x.md'),
      'api_versions.json': '["1"]',
    };
    expect(outputs('docusaurus', files, { ...onlyDocs({}), plugins })).toEqual({
      '../api/x.md': 'reference/next/x/index.html',
      'api_versioned_docs/version-1/x.md': 'reference/x/index.html',
      'docs/a.md': 'docs/a/index.html',
    });
  });

  test('gives the pages that no file stands for to the last row', () => {
    const files = {
      ...empty('blog/2024-01-02-a.md', 'docs/c/a.md', 'docs/c/b.md'),
      'docs/c/_category_.json': '{ "label": "My Things", "link": { "type": "generated-index" } }',
    };
    const rows = publish('docusaurus', files, {});
    expect(rows.at(-1)).toEqual({
      source: '',
      outputs: ['blog/archive/index.html', 'blog/index.html', 'docs/category/my-things/index.html'],
      url: '/docs/category/my-things',
      aliases: ['/blog', '/blog/archive'],
    });
  });

  test('lists the redirects of a page', () => {
    const plugins = [
      ['@docusaurus/plugin-client-redirects', { redirects: [{ from: ['/old', '/older'], to: '/docs/a' }] }],
    ];
    const [row] = publish('docusaurus', empty('docs/a.md'), { ...onlyDocs({}), plugins, baseUrl: '/p/' });
    expect(row?.aliases).toEqual(['/p/old', '/p/older']);
  });
});

describe('VitePress 1.6', () => {
  test.each([
    ['about.md', 'about.html', '/b/about.html', '/b/about'],
    ['guide/index.md', 'guide/index.html', '/b/guide/', '/b/guide/'],
    ['guide/README.md', 'guide/README.html', '/b/guide/README.html', '/b/guide/README'],
    ['Big Über.md', 'Big Über.html', '/b/Big%20%C3%9Cber.html', '/b/Big%20%C3%9Cber'],
    ['public/x.png', 'x.png', '/b/x.png', '/b/x.png'],
  ])('publishes %s as %s', (path, output, url, clean) => {
    expect(outputs('vitepress', empty(path))).toEqual({ [path]: output });
    expect(urls('vitepress', empty(path), { base: '/b/' })).toEqual({ [path]: url });
    expect(urls('vitepress', empty(path), { base: '/b/', cleanUrls: true })).toEqual({ [path]: clean });
  });

  test('leaves out what `srcExclude` names, dependencies, and what lies outside of `srcDir`', () => {
    const files = empty('README.md', 'docs/a.md', 'docs/b/todo.md', 'docs/node_modules/x.md', 'docs/.hidden/x.md');
    expect(outputs('vitepress', files, { srcDir: './docs', srcExclude: ['**/todo.md'] })).toEqual({
      'docs/a.md': 'a.html',
    });
  });

  test('says which paths have parameters', () => {
    const { value, diagnostics } = publisherOf('vitepress')({ tree: treeOf(empty('[pkg].md')), config: {} });
    expect(value).toEqual([{ source: '[pkg].md', outputs: [], url: null, aliases: [] }]);
    expect(diagnostics).toMatchObject([{ code: 'url/only-when-run', severity: 'info' }]);
  });

  test.each([
    ['en/a/b.md', 'en/:rest*', ':rest*', 'a/b.html'],
    ['packages/x/src/a/b.md', 'packages/:pkg/src/:slug*', ':pkg/:slug*', 'x/a/b.html'],
    ['packages/x/src/a.md', 'packages/:pkg/src/(.*)', ':pkg/index.md', 'x/index.html'],
    ['a.md', ':name.md', 'pages/:name.md', 'pages/a.html'],
    ['A.md', 'a.md', 'b.md', 'b.html'],
    ['v1/a.md', 'v:number(\\d+)/:rest+', ':number/:rest+', '1/a.html'],
    ['vx/a.md', 'v:number(\\d+)/:rest+', ':number/:rest+', 'vx/a.html'],
    ['a/c.md', 'a{/:b}?/c.md', 'x{/:b}?/c.md', 'x/c.html'],
    ['a/b/c.md', 'a{/:b}?/c.md', 'x{/:b}?/c.md', 'x/b/c.html'],
    ['a.md', 'other.md', 'b.md', 'a.html'],
  ])('rewrites %s by %s to %s as %s', (path, from, to, output) => {
    expect(outputs('vitepress', empty(path), { rewrites: { [from]: to } })).toEqual({ [path]: output });
  });

  test('says which rewrites it cannot read', () => {
    const config = { rewrites: { '^(?:a|b)$': 'c.md', ':x((?:a+)+)': 'd.md' } };
    const { diagnostics } = publisherOf('vitepress')({ tree: treeOf(empty('a.md')), config });
    expect(diagnostics.map(({ code }) => code)).toEqual(['url/rewrite-not-read', 'url/rewrite-not-read']);
  });

  test('shows the first of two pages whose names it cannot tell apart', () => {
    expect(outputs('vitepress', empty('a&b.md', 'a+b.md'))).toEqual({ 'a&b.md': 'a&b.html + a+b.html' });
  });
});

describe('Astro 5.18', () => {
  test.each([
    ['index.md', 'index.html', 'index.html', 'index.html'],
    ['a.astro', 'a/index.html', 'a.html', 'a.html'],
    ['b/index.md', 'b/index.html', 'b.html', 'b/index.html'],
    ['b/README.md', 'b/README/index.html', 'b/README.html', 'b/README.html'],
    ['404.md', '404.html', '404.html', '404.html'],
    ['feed.xml.ts', 'feed.xml', 'feed.xml', 'feed.xml'],
    ['_draft.md', undefined, undefined, undefined],
    ['_parts/x.md', undefined, undefined, undefined],
    ['c.mdx', undefined, undefined, undefined],
    ['[slug].astro', undefined, undefined, undefined],
  ])('publishes src/pages/%s as %s, as a file as %s, preserved as %s', (path, ...expected) => {
    const source = `src/pages/${path}`;
    const found = [{}, { build: { format: 'file' } }, { build: { format: 'preserve' } }].map(
      (config) => outputs('astro', empty(source), config)[source],
    );
    expect(found).toEqual(expected);
  });

  test('reads folders, base, redirects and integrations', () => {
    const config = {
      base: '/p',
      srcDir: './app',
      publicDir: './files',
      redirects: { '/old': '/a', '/older': { status: 301, destination: '/a' } },
      integrations: [{ call: 'mdx', arguments: [] }],
    };
    expect(publish('astro', empty('app/pages/a.mdx', 'files/x.png'), config)).toEqual([
      { source: 'app/pages/a.mdx', outputs: ['a/index.html'], url: '/p/a/', aliases: ['/p/a', '/p/old', '/p/older'] },
      { source: 'files/x.png', outputs: ['x.png'], url: '/p/x.png', aliases: [] },
    ]);
  });
});

const integration = (options: Config): Config => ({ integrations: [{ call: 'starlight', arguments: [options] }] });

describe('Starlight 0.37', () => {
  test.each([
    ['index.mdx', '', 'index.html'],
    ['Big Page/v1.2 Notes.md', '', 'big-page/v12-notes/index.html'],
    ['guide/index.md', '', 'guide/index.html'],
    ['guide/README.md', '', 'guide/readme/index.html'],
    ['a.md', 'slug: Other Place', 'Other Place/index.html'],
    ['a.md', 'slug: x/index', 'x/index.html'],
    ['a.md', 'draft: true', undefined],
    ['404.md', '', '404.html'],
    ['_part.md', '', undefined],
    ['_folder/a.md', '', '_folder/a/index.html'],
  ])('publishes %s with `%s` as %s', (path, settings, output) => {
    const source = `src/content/docs/${path}`;
    expect(outputs('starlight', { [source]: page(`title: T\n${settings}`) })[source]).toBe(output);
  });

  const DOCS = 'src/content/docs/';
  const TREE = empty(`${DOCS}a.md`, `${DOCS}fr/a.md`, `${DOCS}b.md`, `${DOCS}en/c.md`, `${DOCS}fr/index.md`);

  test.each<[what: string, options: Config, expected: Files]>([
    ['no language', {}, { 'a.md': 'a', 'b.md': 'b', 'en/c.md': 'en/c', 'fr/a.md': 'fr/a', 'fr/index.md': 'fr' }],
    [
      'a root language',
      { locales: { root: {}, fr: {} } },
      { 'a.md': 'a', 'b.md': 'b fr/b', 'en/c.md': 'en/c fr/en/c', 'fr/a.md': 'fr/a', 'fr/index.md': 'fr' },
    ],
    [
      'folders only',
      { defaultLocale: 'en', locales: { en: {}, fr: {} } },
      { 'a.md': 'a', 'b.md': 'b', 'en/c.md': 'en/c fr/c', 'fr/a.md': 'fr/a', 'fr/index.md': 'fr' },
    ],
    [
      'a default that is not the root',
      { defaultLocale: 'fr', locales: { root: {}, fr: {} } },
      { 'a.md': 'a', 'b.md': 'b', 'en/c.md': 'en/c', 'fr/a.md': 'fr/a', 'fr/index.md': ' fr' },
    ],
  ])('with %s, a language shows the default one where it has no page', (_, options, expected) => {
    const found = outputs('starlight', TREE, integration(options));
    const paths = Object.entries(expected).map(([source, routes]) => {
      const files = routes.split(' ').map((route) => (route === '' ? 'index.html' : `${route}/index.html`));
      return [DOCS + source, files.sort().join(' + ')] as const;
    });
    expect(sorted(found)).toEqual(sorted(Object.fromEntries(paths)));
  });

  test('puts its pages below the base, and its own pages after those of Astro', () => {
    const files = empty(`${DOCS}a.md`, `${DOCS}b.md`, 'src/pages/b.astro');
    expect(urls('starlight', files, { base: '/p' })).toEqual({
      [`${DOCS}a.md`]: '/p/a/',
      [`${DOCS}b.md`]: null,
      'src/pages/b.astro': '/p/b/',
    });
  });
});

describe('Eleventy 3.1', () => {
  test.each([
    ['a.md', '', 'a/index.html'],
    ['index.njk', '', 'index.html'],
    ['b/b.md', '', 'b/index.html'],
    ['2024-02-03-c.md', '', '2024-02-03-c/index.html'],
    ['README.md', '', 'README/index.html'],
    ['_part.md', '', '_part/index.html'],
    ['page.11ty.js', '', 'page/index.html'],
    ['a.txt', '', undefined],
    ['_includes/a.md', '', undefined],
    ['_data/a.md', '', undefined],
    ['_site/a.html', '', undefined],
    ['node_modules/x/a.md', '', undefined],
    ['a.md', 'permalink: /x/y/', 'x/y/index.html'],
    ['a.md', 'permalink: x.html', 'x.html'],
    ['a.md', 'permalink: false', undefined],
    ['p/2024-02-03-c.md', 'permalink: "/blog/{{ page.fileSlug }}/"', 'blog/c/index.html'],
    ['p/2024-02-03-c.md', 'permalink: "{{ page.filePathStem }}.html"', 'p/c.html'],
    ['p/index.md', 'permalink: "/{{page.fileSlug}}.html"', 'p.html'],
    ['a.md', 'permalink: "/{{ title | slugify }}/"', undefined],
    ['a.md', 'permalink:\n  build: /x/', 'x/index.html'],
  ])('publishes %s with `%s` as %s', (path, settings, output) => {
    expect(outputs('eleventy', { [path]: page(settings) })[path]).toBe(output);
  });

  test('reads data files of folders and templates', () => {
    const files = {
      ...empty('posts/a.md', 'posts/b.md', 'posts/deep/c.md'),
      'posts/posts.json': '{ "permalink": "/blog/{{ page.fileSlug }}/" }',
      'posts/b.11tydata.json': '{ "permalink": "/b.html" }',
    };
    expect(outputs('eleventy', files)).toEqual({
      'posts/a.md': 'blog/a/index.html',
      'posts/b.md': 'b.html',
      'posts/deep/c.md': 'blog/c/index.html',
    });
  });

  test('reads its configuration as it is written', () => {
    const { value: config } = readStaticJs(`module.exports = function (eleventyConfig) {
      eleventyConfig.addPassthroughCopy('src/img').addPassthroughCopy({ 'node_modules/x/x.css': 'css/' });
      eleventyConfig.addPassthroughCopy('src/**/*.pdf');
      eleventyConfig.ignores.add('src/drafts/**');
      return { dir: { input: 'src', includes: '../parts' }, pathPrefix: '/p/', templateFormats: ['md'] };
    };`);
    const files = {
      ...empty(
        'README.md',
        'src/a.md',
        'src/b.njk',
        'src/img/x.png',
        'src/c/d.pdf',
        'src/drafts/x.md',
        'src/old.md',
        'parts/x.md',
      ),
      ...empty('node_modules/x/x.css'),
      '.gitignore': '/src/old.md\n',
    };
    const published = Object.entries(urls('eleventy', files, config)).filter(([, url]) => url !== null);
    expect(Object.fromEntries(published)).toEqual({
      'node_modules/x/x.css': '/p/css/x.css',
      'src/a.md': '/p/a/',
      'src/c/d.pdf': '/p/c/d.pdf',
      'src/img/x.png': '/p/img/x.png',
    });
  });
});

describe('MkDocs 1.6', () => {
  test.each([
    ['index.md', 'index.html', 'index.html'],
    ['a.md', 'a/index.html', 'a.html'],
    ['b/README.md', 'b/index.html', 'b/index.html'],
    ['b/c.markdown', 'b/c/index.html', 'b/c.html'],
    ['x.png', 'x.png', 'x.png'],
    ['.hidden.md', undefined, undefined],
    ['templates/a.md', undefined, undefined],
    ['b/templates/a.md', 'b/templates/a/index.html', 'b/templates/a.html'],
  ])('publishes docs/%s as %s, without folders as %s', (path, ...expected) => {
    const source = `docs/${path}`;
    expect(
      [{}, { use_directory_urls: false }].map((config) => outputs('mkdocs', empty(source), config)[source]),
    ).toEqual(expected);
  });

  test('reads folders, excluded files and redirects', () => {
    const config = {
      docs_dir: 'src',
      site_url: 'https://example.org/p/',
      exclude_docs: 'old/\n!old/keep.md\n*.tmp\n',
      draft_docs: 'draft.md',
      plugins: ['search', { redirects: { redirect_maps: { 'was.md': 'a+b.md' } } }],
    };
    const rows = publish(
      'mkdocs',
      empty('src/a+b.md', 'src/draft.md', 'src/old/keep.md', 'src/old/x.md', 'src/x.tmp'),
      config,
    );
    expect(rows.flatMap(({ url, aliases }) => (url === null ? [] : [[url, ...aliases]]))).toEqual([
      ['/p/a%2Bb/', '/p/was/'],
      ['/p/old/keep/'],
    ]);
  });

  test('prefers the index to a README beside it', () => {
    expect(outputs('mkdocs', empty('docs/README.md', 'docs/index.md'))).toEqual({ 'docs/index.md': 'index.html' });
  });
});

describe('Gatsby 5', () => {
  test.each([
    ['src/pages/index.js', 'index.html', '/p/'],
    ['src/pages/a/b.tsx', 'a/b/index.html', '/p/a/b/'],
    ['src/pages/404.js', '404.html + 404/index.html', '/p/404/'],
    ['src/pages/{Thing.id}.js', undefined, null],
    ['src/pages/_part.js', undefined, null],
    ['src/pages/a.md', undefined, null],
    ['static/x.png', 'x.png', '/p/x.png'],
  ])('publishes %s as %s', (path, output, url) => {
    expect(outputs('gatsby', empty(path))[path]).toBe(output);
    expect(urls('gatsby', empty(path), { pathPrefix: '/p' })[path]).toBe(url);
  });
});

describe('mdBook 0.5', () => {
  const SUMMARY = '# Summary\n\n[Preface](README.md)\n\n- [A](./a.md)\n  - [B](b/README.md)\n- [Draft]()\n';

  test('publishes the chapters of the summary, the first one also as the start page', () => {
    const files = {
      ...empty('src/README.md', 'src/a.md', 'src/b/README.md', 'src/loose.md', 'src/x.png'),
      'src/SUMMARY.md': SUMMARY,
    };
    expect(outputs('mdbook', files)).toEqual({
      'src/README.md': 'index.html',
      'src/a.md': 'a.html',
      'src/b/README.md': 'b/index.html',
      'src/x.png': 'x.png',
    });
    const other = { ...empty('text/a.md', 'text/b.md'), 'text/SUMMARY.md': '- [A](a.md)\n- [B](b.md)\n' };
    expect(outputs('mdbook', other, { book: { src: 'text' } })).toEqual({
      'text/a.md': 'a.html + index.html',
      'text/b.md': 'b.html',
    });
  });
});

/** What configurations and trees must not be able to do. */
describe('hostile sites', () => {
  const MANY = 100_000;
  const PATHS = [
    `docs/${'a/'.repeat(5000)}x.md`,
    `docs/${'01-'.repeat(MANY)}.md`,
    `blog/${'2024-01-01'.repeat(5000)}.md`,
    `src/pages/${'-'.repeat(MANY)}.md`,
    `src/content/docs/${'A'.repeat(MANY)}.md`,
    'docs/\0.md',
    'docs/\ud800.md',
    `${'['.repeat(MANY)}.md`,
    `${'.'.repeat(MANY)}md`,
  ];
  const FILES = {
    ...empty(...PATHS),
    'versions.json': `[${'['.repeat(MANY)}`,
    'docs/_category_.json': '{ "link": { "type": "generated-index", "slug": 1 } }',
    'docs/a.md': `---\n${'a: [\n'.repeat(1000)}---\n`,
    'docs/b.md': '---\nslug: [1]\nid: { a: 1 }\ndraft: "x"\npermalink: [1]\n---\n',
    'docs/c.md': `---\nslug: ${'../'.repeat(5000)}x\n---\n`,
    'docs/d.md': `---\npermalink: "${'{{ page.'.repeat(5000)}"\n---\n`,
    'src/SUMMARY.md': '[]('.repeat(MANY),
  };
  const STARS = `${'*a'.repeat(30)}b`;
  const CONFIGS: readonly Config[] = [
    {},
    {
      presets: 'x',
      plugins: [[[]], null, 1, { a: 1 }],
      i18n: { locales: 1, defaultLocale: [] },
      baseUrl: {},
      staticDirectories: 'static',
    },
    {
      srcDir: '../../..',
      rewrites: {
        [':a*'.repeat(30)]: ':a*',
        ':a:b:c:d:e:f:g': 'x',
        [`${'('.repeat(MANY)}`]: 'x',
        [':a'.repeat(MANY)]: 'x',
        a: 1,
      },
    },
    {
      srcExclude: [STARS, '{'.repeat(1000), '{a,b}'.repeat(30)],
      exclude_docs: STARS,
      docs_dir: '',
      integrations: [{ call: 'starlight', arguments: [] }],
    },
    {
      dir: { input: '..', includes: '../../../..' },
      calls: [
        { call: 'addPassthroughCopy', arguments: [STARS] },
        { call: 'ignores.add', arguments: [] },
      ],
    },
  ];
  const NAMES = ['docusaurus', 'vitepress', 'astro', 'starlight', 'eleventy', 'mkdocs', 'gatsby', 'mdbook'];

  test.each(NAMES)('end, and do not throw, for %s', (name) => {
    for (const config of CONFIGS) {
      const { value } = publisherOf(name)({ tree: treeOf(FILES), config });
      expect(value.filter(({ source }) => source !== '').map(({ source }) => source)).toEqual(treeOf(FILES).paths);
    }
  });
});
