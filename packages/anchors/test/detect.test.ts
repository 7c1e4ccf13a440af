import { expect, test } from 'vitest';
import { detectSites } from '../src/site/detect.ts';
import { treeOf } from './support/tree.ts';

test.each<[file: string, generator: string, folder: string]>([
  ['_config.yml', 'jekyll', ''],
  ['docs/_config.toml', 'jekyll', 'docs'],
  ['website/docusaurus.config.ts', 'docusaurus', 'website'],
  ['mkdocs.yaml', 'mkdocs', ''],
  ['site/hugo.toml', 'hugo', 'site'],
  ['config/_default/config.yaml', 'hugo', ''],
  ['docs/.vitepress/config.mts', 'vitepress', 'docs'],
  ['docs/.vitepress/config/index.ts', 'vitepress', 'docs'],
  ['astro.config.mjs', 'astro', ''],
  ['.eleventy.js', 'eleventy', ''],
  ['eleventy.config.cjs', 'eleventy', ''],
  ['gatsby-config.js', 'gatsby', ''],
  ['book/book.toml', 'mdbook', 'book'],
])('`%s` tells %s in the folder `%s`', (file, generator, folder) => {
  expect(detectSites(treeOf({ [file]: '' }))).toEqual([{ generator, folder, configPath: file }]);
});

test.each<[what: string, files: Record<string, string>]>([
  ['a `config.toml` of something else', { 'config.toml': 'baseURL = "/"' }],
  ['a `conf.py` without the settings of Sphinx', { 'src/conf.py': 'DEBUG = True' }],
  ['what a package brings along', { 'node_modules/x/docs/mkdocs.yml': '', 'node_modules/x/package.json': '{}' }],
  ['a file whose name only ends so', { 'my_config.yml': '', 'old-mkdocs.yml': '', 'mkdocs.yml.bak': '' }],
  ['a package that only talks of one', { 'package.json': '{"description": "works with vitepress 1"}' }],
])('%s tells nothing', (_, files) => {
  expect(detectSites(treeOf(files))).toEqual([]);
});

test.each<[name: string, generator: string]>([
  ['vitepress', 'vitepress'],
  ['@docusaurus/core', 'docusaurus'],
  ['@11ty/eleventy', 'eleventy'],
])('a dependency on %s tells %s where no configuration file does', (name, generator) => {
  const files = { 'docs/package.json': `{"devDependencies": {"${name}": "^1.0.0"}}` };
  expect(detectSites(treeOf(files))).toEqual([{ generator, folder: 'docs', configPath: null }]);
});

test('a repository may hold several sites; one folder has one', () => {
  const files = {
    'conf.py': 'project = "x"',
    'docs/.vitepress/config.js': '',
    'docs/_config.yml': '',
    'old/config.toml': '',
    'old/content/_index.md': '',
    'package.json': '{"devDependencies": {"vitepress": "1.6.4"}}',
  };
  expect(detectSites(treeOf(files)).map(({ generator, folder }) => [folder, generator])).toEqual([
    ['', 'sphinx'],
    ['docs', 'vitepress'],
    ['old', 'hugo'],
  ]);
});
