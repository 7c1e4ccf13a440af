import { describe, expect, test } from 'vitest';
import { embeddingOf } from '../src/resolve/embedding.ts';
import { resolveLink } from '../src/resolve/resolve.ts';
import { nearest } from '../src/resolve/suggest.ts';
import { openSites } from '../src/site/sites.ts';
import { treeOf } from './support/tree.ts';

const PAGE = '---\n---\n\n## Set up\n\n## Caf\u00e9\n\n<a id="old"></a>\n';

/** Jekyll below a path, with pages whose URLs differ from their paths. */
const JEKYLL = {
  '_config.yml': 'url: https://docs.example.org\nbaseurl: /app\n',
  'index.md': PAGE,
  'guide/start.md': PAGE,
  'guide/moved.md': '---\npermalink: /new/place/\n---\n\n## Here\n',
  'guide/notes.md': '# No front matter: not built\n',
  'img/flow.svg': '<svg/>',
  '_layouts/page.html': '<main id="content">{{ content }}</main><a id="{{ page.id }}"></a>',
};

describe('on a site that is built', async () => {
  const sites = await openSites(treeOf(JEKYLL));
  const from = (page: string, href: string) => resolveLink(sites, href, { page });

  test.each<[href: string, status: string, world: string | null, target: string | null]>([
    // relative to the page's URL
    ['start.html#set-up', 'ok', 'site', 'guide/start.md'],
    ['../index.html', 'ok', 'site', 'index.md'],
    ['../#old', 'ok', 'both', 'index.md'],
    ['../new/place/#here', 'ok', 'site', 'guide/moved.md'],
    ['../img/flow.svg', 'ok', 'both', 'img/flow.svg'],
    // servers find pages without their ending
    ['start', 'ok', 'site', 'guide/start.md'],
    // from the site's root
    ['/app/guide/start.html#caf%C3%A9', 'ok', 'site', 'guide/start.md'],
    ['/app/guide/start.html#café', 'ok', 'site', 'guide/start.md'],
    ['/app/', 'ok', 'site', 'index.md'],
    ['/app', 'ok', 'site', 'index.md'],
    // with its address
    ['https://docs.example.org/app/new/place/', 'ok', null, 'guide/moved.md'],
    ['//docs.example.org/app/guide/start.html#set-up', 'ok', null, 'guide/start.md'],
    ['https://docs.example.org/app/gone.html', 'broken-page', null, null],
    ['https://docs.example.org/other/', 'external', null, null],
    ['https://docs.example.org.evil.example/app/', 'external', null, null],
    // in the source tree alone: nobody rewrites links inside of diagrams
    ['moved.md#here', 'ok', 'source', 'guide/moved.md'],
    ['/guide/start.md', 'ok', 'source', 'guide/start.md'],
    // nowhere
    ['gone.html', 'broken-page', null, null],
    ['/guide/start.html', 'broken-page', null, null],
    ['start.html#gone', 'broken-anchor', 'site', 'guide/start.md'],
    ['#gone', 'broken-anchor', null, 'guide/start.md'],
    // the top of a page
    ['#', 'ok', null, 'guide/start.md'],
    ['#TOP', 'ok', null, 'guide/start.md'],
    ['start.html?x=1#set-up:~:text=set', 'ok', 'site', 'guide/start.md'],
    // no links at all
    ['<b>pasted</b>', 'not-a-link', null, null],
    ['10.0.0.0/16', 'not-a-link', null, null],
    ['mailto:a@example.org', 'external', null, null],
    ['https://example.org/', 'external', null, null],
  ])('`%s` is %s (%s)', (href, status, world, target) => {
    expect(from('guide/start.md', href)).toMatchObject({ status, world, target });
  });

  test('says what is missing, and what was likely meant', () => {
    expect(from('guide/start.md', '#set-upp')).toMatchObject({
      reason: '`guide/start.md` has no id `set-upp`',
      suggestion: 'set-up',
    });
    expect(from('guide/start.md', 'strat.html')).toMatchObject({
      reason: 'the site has no `/app/guide/strat.html` (the page is at `/app/guide/start.html`)',
      suggestion: '/app/guide/start.html',
    });
  });

  test('an id may stand in a template instead of the page', () => {
    expect(from('guide/start.md', '#content')).toMatchObject({
      status: 'ok',
      reason: 'the id stands in the template `_layouts/page.html`',
    });
  });

  test('a fragment that differs by case misses, for browsers tell case apart', () => {
    expect(from('guide/start.md', '#Set-Up')).toMatchObject({ status: 'broken-anchor', suggestion: 'set-up' });
  });

  test('a file that is copied as it is is a page of the source tree', () => {
    expect(from('guide/notes.md', 'start.md#set-up')).toMatchObject({ status: 'ok', world: 'source' });
  });
});

describe('in a tree that nothing is built from', async () => {
  const sites = await openSites(
    treeOf({
      'README.md': '# Top\n',
      'docs/README.md': '# Docs\n',
      'docs/a b.md': '# A\n',
      'src/x.ts': '',
      'pic.svg': '<svg><g id="g"/></svg>',
    }),
  );
  test.each<[href: string, status: string, target: string | null]>([
    ['a%20b.md#a', 'ok', 'docs/a b.md'],
    ['../docs', 'ok', 'docs/README.md'],
    ['../docs/#docs', 'ok', 'docs/README.md'],
    ['/src', 'ok', 'src/'],
    ['/src#x', 'broken-anchor', 'src/'],
    ['../src/x.ts#L10', 'ok', 'src/x.ts'],
    ['../pic.svg#g', 'ok', 'pic.svg'],
    ['../../outside.md', 'broken-page', null],
    ['A%20B.md', 'broken-page', null],
    ['https://github.com/owner/name/blob/main/docs/a%20b.md#a', 'ok', 'docs/a b.md'],
    ['https://github.com/owner/name/tree/main/gone', 'broken-page', null],
    ['https://github.com/owner/name/issues/1', 'external', null],
    ['https://github.com/owner/name-two/blob/main/gone', 'external', null],
  ])('`%s` is %s', (href, status, target) => {
    const place = { page: 'docs/README.md', repositories: ['github.com/owner/name'] };
    expect(resolveLink(sites, href, place)).toMatchObject({ status, target, world: null });
  });
});

test('a picture belongs to the pages that show it, or one that is exported from it', () => {
  const shown = embeddingOf(
    treeOf({
      'docs/a.md': '![flow](img/flow.drawio.svg?raw){width=4}',
      'docs/b.md': '<img src="/assets/my%20net.png">',
      'docs/c.md': 'See `flow.svg`, and other/plan.svg.',
      'docs/img/flow.drawio.svg': '',
      'static/assets/my net.drawio': '',
      'docs/img/lonely.svg': '',
      'other/plan.svg': '',
    }),
  );
  expect(shown('docs/img/flow.drawio.svg')).toEqual(['docs/a.md']);
  expect(shown('static/assets/my net.drawio')).toEqual(['docs/b.md']);
  // a page that only names a picture stands in for one that shows it
  expect(shown('other/plan.svg')).toEqual(['docs/c.md']);
  expect(shown('docs/img/lonely.svg')).toEqual([]);
});

test.each<[wanted: string, candidates: string[], near: string | null]>([
  ['reserch', ['research', 'release'], 'research'],
  ['Set-Up', ['set-op', 'set-up'], 'set-up'],
  ['development-complete', ['dev-complete', 'go-live'], null],
  ['', ['a'], null],
  ['a', [], null],
])('what is nearest to `%s` in %j is %s', (wanted, candidates, near) => {
  expect(nearest(wanted, candidates)).toBe(near);
});

test.each([
  ['mkdocs.yml', 'repo_url: https://github.com/owner/name\n'],
  ['_config.yml', 'repository: owner/name\n'],
  ['docusaurus.config.js', "export default { organizationName: 'owner', projectName: 'name' };\n"],
])('a repository that %s names is the own one', async (path, config) => {
  const sites = await openSites(treeOf({ [path]: config, 'docs/a.md': '# A\n' }));
  const to = (rest: string) =>
    resolveLink(sites, `https://github.com/owner/name/blob/main/${rest}`, { page: 'docs/a.md' });
  expect(to('docs/a.md')).toMatchObject({ status: 'ok', target: 'docs/a.md' });
  expect(to('docs/b.md').status).toBe('broken-page');
  expect(resolveLink(sites, 'https://github.com/owner/other/blob/main/a.md', { page: 'docs/a.md' }).status).toBe(
    'external',
  );
});
