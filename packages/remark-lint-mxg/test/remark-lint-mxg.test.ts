import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified, type Plugin } from 'unified';
import { VFile } from 'vfile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import remarkLintMxg, { type RemarkLintMxgOptions } from '../src/index.ts';

const link = (id: string, href: string) =>
  `<UserObject id="${id}" label="Build" link="${href}"><mxCell style="rounded=1;" vertex="1" parent="1"><mxGeometry width="120" height="60" as="geometry"/></mxCell></UserObject>`;
const page = (...hrefs: string[]) =>
  `# Page\n\n## Build\n\n${encodeURIComponent(`<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${hrefs.map((href, i) => link(`c${i}`, href)).join('')}</root></mxGraphModel>`)}\n`;

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'mxg-remark-'));
  mkdirSync(join(cwd, '.git'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function messagesOf(text: string, options: RemarkLintMxgOptions = {}) {
  writeFileSync(join(cwd, 'page.md'), text);
  const plugin = remarkLintMxg as unknown as Plugin<[RemarkLintMxgOptions]>;
  const file = new VFile({ path: 'page.md', cwd, value: text });
  const processor = unified().use(remarkParse).use(plugin, options);
  await processor.run(processor.parse(file), file);
  return file.messages;
}

describe('remark-lint-mxg', () => {
  test('says what is wrong as messages of the file, with places and hints', async () => {
    expect(await messagesOf(page('#bild'))).toMatchObject([
      {
        reason: 'no heading for `#bild` in `page.md`; did you mean `#build`?',
        ruleId: 'link/heading-exists',
        source: 'mxg',
        fatal: true,
        note: '`mxg anchors page.md` lists what a link can hit',
        line: 5,
      },
    ]);
  });

  test('says nothing of a page that is right, or has no diagram', async () => {
    expect(await messagesOf(page('#build'))).toEqual([]);
    expect(await messagesOf('# Page\n')).toEqual([]);
  });

  test('takes settings of rules', async () => {
    expect(await messagesOf(page('#bild'), { rules: { 'link/heading-exists': 'info' } })).toMatchObject([
      { fatal: undefined },
    ]);
    expect(await messagesOf(page('#bild'), { rules: { 'link/*': 'off' } })).toEqual([]);
  });

  test('follows the configuration of the folder', async () => {
    writeFileSync(join(cwd, 'mxg.config.json'), '{ "rules": { "link/*": "warning" } }');
    expect(await messagesOf(page('#bild'))).toMatchObject([{ fatal: false }]);
    expect(await messagesOf(page('#bild'), { config: false })).toMatchObject([{ fatal: true }]);
  });
});
