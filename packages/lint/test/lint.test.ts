import { deflateRawSync } from 'node:zlib';
import { sourceFromText } from '@mxg/codec';
import { describe, expect, test } from 'vitest';
import { readConfig, resolveConfig } from '../src/config.ts';
import { lint } from '../src/lint.ts';
import { lintText } from './support/lint-text.ts';

const linked = (id: string, label: string, link: string, more = '') =>
  `<UserObject id="${id}" label="${label}" link="${link}"${more}><mxCell style="rounded=1;" vertex="1" parent="1"><mxGeometry width="120" height="60" as="geometry"/></mxCell></UserObject>`;
const model = (...cells: string[]) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;
const page = (xml: string, above = '') => `# Page\n\n## Build\n\nText.\n\n${above}${encodeURIComponent(xml)}\n`;

const said = (problems: Awaited<ReturnType<typeof lintText>>) =>
  problems.map(({ rule, severity }) => `${severity} ${rule}`);

describe('a problem', () => {
  test('has the place of the attribute, page, cell, label and link', async () => {
    const text = page(model(linked('a', 'Build', '#bild')));
    const [problem] = await lintText(text);
    expect(problem).toMatchObject({
      rule: 'link/heading-exists',
      severity: 'error',
      message: 'no heading for `#bild` in `page.md`; did you mean `#build`?',
      diagram: 1,
      page: 0,
      cell: 'a',
      label: 'Build',
      href: '#bild',
      exact: true,
      suggestion: { title: 'link to `#build`' },
    });
    expect(text.slice(problem?.span?.start, problem?.span?.end)).toBe('%23bild');
  });

  test('of a payload that keeps no places has that of the payload', async () => {
    const text = deflateRawSync(encodeURIComponent(model(linked('a', 'Build', 'javascript:x')))).toString('base64');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" content="&lt;mxfile&gt;&lt;diagram id=&quot;p&quot;&gt;${text}&lt;/diagram&gt;&lt;/mxfile&gt;"></svg>`;
    const problems = (await lintText(svg, { path: 'a.svg' })).filter(({ rule }) => rule === 'link/unsafe-scheme');
    expect(problems).toHaveLength(1);
    for (const { exact, span } of problems) {
      expect(exact).toBe(false);
      expect(svg.slice(span?.start, span?.end)).toBe(text);
    }
  });

  test('comes in the order of places', async () => {
    const text = page(model(linked('a', 'B', 'x.md'), linked('b', 'C', '#no'), linked('c', 'D', 'javascript:x')));
    expect((await lintText(text)).filter(({ severity }) => severity === 'error').map(({ cell }) => cell)).toEqual([
      'a',
      'b',
      'c',
    ]);
  });
});

describe('rules about the site', () => {
  const MKDOCS = {
    'mkdocs.yml': 'site_name: A\nsite_url: https://docs.example.org/\n',
    'docs/guide.md': '# Guide\n\n## Build\n',
  };
  const lintDocs = (link: string) =>
    lintText(`# A\n\n${encodeURIComponent(model(linked('a', 'Build', link)))}\n`, {
      files: MKDOCS,
      path: 'docs/start.md',
    });

  test.each([
    ['../guide/#build', 'info link/site-only'],
    ['guide.md#build', 'warning link/source-only'],
    ['https://docs.example.org/guide/#build', 'info link/self-absolute'],
    ['../guid/', 'error link/page-exists'],
    ['../guide/#Build', 'error link/fragment-case'],
    ['../guide/#test', 'error link/heading-exists'],
  ])('say of `%s`: %s', async (link, expected) => {
    expect(said(await lintDocs(link))).toContain(expected);
  });

  test('say nothing of links where no site is known', () => {
    const reading = { value: sourceFromText(page(model(linked('a', 'Build', '#no')))), diagnostics: [] };
    expect(lint(reading, { settings: resolveConfig({}).settingsFor(''), site: null })).toMatchObject({
      problems: [],
      diagrams: 1,
      links: 1,
    });
  });
});

describe('a suppression', () => {
  const broken = model(linked('a', 'Build', '#no'));
  test.each([
    ['above the diagram', page(broken, '<!-- mxg-disable-next-line link/heading-exists: comes later -->\n'), []],
    [
      'above a fence',
      `# P\n\n<!-- mxg-disable-next-line link/heading-exists: comes later -->\n\`\`\`xml\n${broken}\n\`\`\`\n`,
      [],
    ],
    ['of a group', page(broken, '<!-- mxg-disable-next-line link/*: comes later -->\n'), []],
    ['in MDX', page(broken, '{/* mxg-disable-next-line link/heading-exists: comes later */}\n'), []],
    ['of the file', `<!-- mxg-disable-file link/heading-exists: old page -->\n${page(broken)}`, []],
    ['on the cell', page(model(linked('a', 'Build', '#no', ' mxg-ignore="link/heading-exists: comes later"'))), []],
    [
      'on another line',
      page(broken, '<!-- mxg-disable-next-line link/heading-exists: why -->\n\n'),
      ['warning suppression/unused', 'error link/heading-exists'],
    ],
    [
      'of another rule',
      page(broken, '<!-- mxg-disable-next-line link/page-exists: why -->\n'),
      ['warning suppression/unused', 'error link/heading-exists'],
    ],
    [
      'without a reason',
      page(broken, '<!-- mxg-disable-next-line link/heading-exists -->\n'),
      ['warning suppression/has-reason'],
    ],
    [
      'of a rule that does not exist',
      page(broken, '<!-- mxg-disable-next-line link/heading: why -->\n'),
      ['warning suppression/known-rule', 'error link/heading-exists'],
    ],
    [
      'that suppresses nothing',
      page(model(linked('a', 'Build', '#build')), '<!-- mxg-disable-next-line link/*: why -->\n'),
      ['warning suppression/unused'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(said(await lintText(text, { config: {} }))).toEqual(expected);
  });
});

const on = (config: Parameters<typeof resolveConfig>[0], path = 'a.md') => [...resolveConfig(config).settingsFor(path)];

describe('a configuration', () => {
  test('is that of the recommended rules', () => {
    const ids = on({}).map(([id]) => id);
    expect(ids).toContain('link/heading-exists');
    expect(ids).not.toContain('a11y/contrast');
  });

  test('has presets, each with all rules of the one before', () => {
    const [recommended, strict, all] = ['recommended', 'strict', 'all'].map((preset) => on({ extends: preset }).length);
    expect(recommended).toBeLessThan(strict ?? 0);
    expect(strict).toBeLessThan(all ?? 0);
  });

  test('sets rules by name and by group, the last entry counts', () => {
    const settings = new Map(on({ rules: { 'link/*': 'off', 'link/page-exists': 'info', 'a11y/contrast': 'error' } }));
    expect(settings.get('link/heading-exists')).toBeUndefined();
    expect(settings.get('link/page-exists')).toBe('info');
    expect(settings.get('a11y/contrast')).toBe('error');
  });

  test('may differ for some files', () => {
    const config = { overrides: [{ files: 'old/**', rules: { 'link/*': 'off' as const } }] };
    expect(new Map(on(config, 'old/a/b.md')).has('link/page-exists')).toBe(false);
    expect(new Map(on(config, 'new/b.md')).has('link/page-exists')).toBe(true);
  });

  test('leaves files out', () => {
    const { isIgnored } = resolveConfig({ ignore: ['drafts/**'] });
    expect([isIgnored('drafts/a.md'), isIgnored('a.md')]).toEqual([true, false]);
  });

  test.each([
    [{ rule: {} }, 'unknown key `rule`', 'did you mean `rules`?'],
    [
      { rules: { 'link/heading-exist': 'error' } },
      'unknown rule `link/heading-exist`',
      'did you mean `link/heading-exists`?',
    ],
    [
      { rules: { 'link/page-exists': 'fatal' } },
      '`"fatal"` is no setting of `link/page-exists`',
      'expected `off`, `info`, `warning` or `error`',
    ],
    [
      { ignore: 'a' },
      '`ignore` has a value of the wrong kind',
      'the JSON Schema of `@mxg/lint` tells what is expected',
    ],
    [[], 'the configuration is no object', 'the JSON Schema of `@mxg/lint` tells what is expected'],
  ])('that is wrong is said: %j', (value, message, hint) => {
    expect(readConfig(value).diagnostics).toMatchObject([{ message, hint }]);
  });
});
