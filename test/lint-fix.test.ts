import { describe, expect, test } from 'vitest';
import { bytesFromText, find, sourceFromBytes, type Source } from '../packages/codec/src/index.ts';
import { fix, lint, resolveConfig, rules, type SiteView } from '../packages/lint/src/index.ts';
import { siteOf } from '../packages/lint/test/support/site.ts';
import { builtCarriers } from './support/carriers.ts';

/** A model with each problem that can be fixed, in a cell of its own. */
const MODEL = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${[
  ['link/heading-exists', 'One', 'guide.md#buil'],
  ['link/fragment-case', 'Two', 'guide.md#Build'],
  ['link/diagram-page-exists', 'Three', 'data:page/id,gone'],
  [
    'link/action-valid',
    'Four',
    'data:action/json,{&quot;actions&quot;:[{&quot;toggle&quot;:{&quot;cells&quot;:[&quot;gone&quot;]}}]}',
  ],
  ['link/unsafe-scheme', 'Five', 'javascript:alert(1)'],
  ['security/label-script', 'Six&lt;script&gt;x&lt;/script&gt; é', 'https://example.org/'],
  ['security/event-attribute', '&lt;b onclick=&quot;x&quot;&gt;Seven&lt;/b&gt;', 'https://example.org/'],
]
  .map(
    ([id, label, link], i) =>
      `<UserObject id="${id}" label="${label}" link="${link}"><mxCell style="rounded=1;html=1;" vertex="1" parent="1"><mxGeometry x="${i * 200}" width="120" height="60" as="geometry"/></mxCell></UserObject>`,
  )
  .join('')}</root></mxGraphModel>`;

const GUIDE = '# Guide\n\n## Build\n\nText.\n';
const FIXABLE = [...MODEL.matchAll(/<UserObject id="([^"]+)"/g)].map(([, id]) => id ?? '');

const problemsOf = (source: Source, site: SiteView) =>
  lint(
    { value: source, diagnostics: [] },
    { settings: resolveConfig({ extends: 'all' }).settingsFor('a'), site },
  ).problems.filter(({ rule, cell }) => rule === cell);

describe.each(builtCarriers.filter(({ writable }) => writable))('fixes in $name', ({ build }) => {
  const source = sourceFromBytes(build(MODEL)).value;

  test('mend what rules find, and leave the rest of the page alone', async () => {
    const site = await siteOf({ 'guide.md': GUIDE, 'page.md': '' }, 'page.md');
    const problems = problemsOf(source, site);
    expect(problems.map(({ rule }) => rule).sort()).toEqual([...FIXABLE].sort());
    const { text, applied } = fix(source, problems, { unsafe: true });
    expect(applied).toHaveLength(problems.length);
    const mended = sourceFromBytes(bytesFromText(text, source.charset)).value;
    expect(problemsOf(mended, site)).toEqual([]);
    const [before, after] = [find(source).value[0]!.span, find(mended).value[0]!.span];
    expect(mended.text.slice(0, after.start)).toBe(source.text.slice(0, before.start));
    // behind a chunk of a PNG stands its checksum
    if (source.charset !== 'binary') expect(mended.text.slice(after.end)).toBe(source.text.slice(before.end));
  });

  test('that are safe leave what people wrote', async () => {
    const site = await siteOf({ 'guide.md': GUIDE, 'page.md': '' }, 'page.md');
    const { applied } = fix(source, problemsOf(source, site));
    expect(applied.map(({ rule }) => rule).sort()).toEqual([
      'link/fragment-case',
      'security/event-attribute',
      'security/label-script',
    ]);
  });
});

test('every rule that mends something is among them', () => {
  expect(FIXABLE.filter((id) => !rules.some((rule) => rule.id === id))).toEqual([]);
});
