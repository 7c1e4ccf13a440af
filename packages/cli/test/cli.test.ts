import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../src/main.ts';

const cell = (id: string, rest = '') => `<mxCell id="${id}" value="${id}" vertex="1" parent="1"${rest}/>`;
const model = (...cells: string[]) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;
const box = (id: string, label: string, x: number) =>
  `<mxCell id="${id}" value="${label}" style="rounded=1;html=1;" vertex="1" parent="1"><mxGeometry x="${x}" y="0" width="100" height="60" as="geometry"/></mxCell>`;
const edge = (id: string, from: string, to: string) =>
  `<mxCell id="${id}" edge="1" parent="1" source="${from}" target="${to}"><mxGeometry relative="1" as="geometry"/></mxCell>`;
const linked = (id: string, label: string, link: string) =>
  `<UserObject id="${id}" label="${label}" link="${link}"><mxCell style="html=1;" vertex="1" parent="1"/></UserObject>`;
const url = (xml: string) => encodeURIComponent(xml);

const PAGE = `# One\n\n${url(model(cell('a')))}\n\n# Two\r\n\r\n- ${url(model(cell('b'), cell('c')))}\n`;
const FILE = `<mxfile host="x"><diagram name="First" id="f1">${model(cell('a'))}</diagram><diagram name="Second" id="f2">${model(cell('b'))}</diagram></mxfile>`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mxg-'));
  write('page.md', PAGE);
  write('two.drawio', FILE);
  write('plain.md', '# Nothing here\n\nOnly `<mxGraphModel>` in prose.\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, text: string | Uint8Array) => writeFileSync(join(folder, path), text);
const read = (path: string) => readFileSync(join(folder, path), 'utf8');

/** Runs the command in the folder. */
async function mxg(args: readonly string[], input = '') {
  const output: Uint8Array[] = [];
  let said = '';
  const code = await run(args, {
    readInput: async () => Buffer.from(input),
    print: (text) => void output.push(Buffer.from(text)),
    say: (text) => (said += text),
    colour: false,
    interactive: false,
    env: {},
    cwd: folder,
  });
  return { code, output: Buffer.concat(output).toString(), said };
}

const indented = (...cells: string[]) =>
  `<mxGraphModel>\n  <root>\n${['<mxCell id="0"/>', '<mxCell id="1" parent="0"/>', ...cells].map((each) => `    ${each}\n`).join('')}  </root>\n</mxGraphModel>\n`;

describe('mxg decode', () => {
  test('prints one model as <mxGraphModel>, indented', async () => {
    expect(await mxg(['decode', 'page.md', '--diagram', '1'])).toEqual({
      code: 0,
      output: indented(cell('a')),
      said: '',
    });
  });

  test('prints several as one <mxfile>', async () => {
    const { code, output } = await mxg(['decode', 'page.md']);
    expect([code, output.match(/<diagram>/g)?.length, output.startsWith('<mxfile>')]).toEqual([0, 2, true]);
  });

  test.each([
    ['--page', '2'],
    ['--page', 'Second'],
    ['--page', 'f2'],
  ])('takes one page by %s %s', async (...args) => {
    expect((await mxg(['decode', 'two.drawio', ...args])).output).toBe(indented(cell('b')));
  });

  test.each([
    ['--diagram', '2', 'page.md'],
    ['--diagram', 'Second', 'two.drawio'],
  ])('takes one diagram by %s %s', async (...args) => {
    const { code, output } = await mxg(['decode', ...args]);
    expect([code, output.includes('value="b"')]).toEqual([0, true]);
  });

  test('gives the stored bytes with --raw', async () => {
    expect((await mxg(['decode', 'page.md', '--raw', '--diagram', '2'])).output).toBe(url(model(cell('b'), cell('c'))));
  });

  test('gives the typed model with --json, an array for several', async () => {
    const one = JSON.parse((await mxg(['decode', '--json', 'two.drawio'])).output) as { pages: unknown[] };
    const several = JSON.parse((await mxg(['decode', '--json', 'page.md'])).output) as unknown[];
    expect([one.pages.length, several.length]).toEqual([2, 2]);
  });

  test('reads standard input and writes where -o says', async () => {
    const { code, output } = await mxg(['decode', '-', '-o', 'out.xml'], PAGE.slice(0, PAGE.indexOf('# Two')));
    expect([code, output, read('out.xml')]).toEqual([0, '', indented(cell('a'))]);
  });

  test('says what was looked for when a page has no diagram', async () => {
    const { code, output, said } = await mxg(['decode', 'plain.md']);
    expect([code, output]).toEqual([2, '']);
    expect(said).toMatch(/^mxg: no diagram in `plain\.md`\n {2}looked for .*PNG.*data-mxgraph.*%3CmxGraphModel/);
  });

  test('of several files goes on behind one without a diagram', async () => {
    const { code, output, said } = await mxg(['decode', 'plain.md', 'two.drawio']);
    expect([code, output.match(/<diagram /g)?.length, said.startsWith('mxg: no diagram in `plain.md`')]).toEqual([
      2,
      2,
      true,
    ]);
  });

  test('says where a payload in the middle of a page is broken, and still prints the others', async () => {
    write('broken.md', PAGE.replace('%22b%22', '%22%ZZ%22'));
    const { code, output, said } = await mxg(['decode', 'broken.md']);
    const column = PAGE.split('\n').at(6)!.indexOf('%22b%22') + 4;
    expect([code, output]).toEqual([2, indented(cell('a'))]);
    expect(said).toMatch(
      new RegExp(`^broken\\.md:7:${column}: error: \`%ZZ[^\`]*\` is no URL escape .*\\[payload/escape\\]\n {2}\\S`),
    );
  });
});

describe('mxg encode --into', () => {
  test('changes nothing when the model is the same, however it is laid out', async () => {
    write('model.xml', (await mxg(['decode', 'page.md', '--diagram', '2'])).output);
    const { code, said } = await mxg(['encode', 'model.xml', '--into', 'page.md', '--diagram', '2']);
    expect([code, said, read('page.md')]).toEqual([0, 'page.md: nothing to change\n', PAGE]);
  });

  test('changes only what differs, and keeps line endings', async () => {
    write('model.xml', indented(cell('b'), cell('c').replace('value="c"', 'value="C"')));
    const { code, said } = await mxg(['encode', 'model.xml', '--into', 'page.md', '--diagram', '2']);
    expect([code, read('page.md')]).toEqual([0, PAGE.replace('value%3D%22c', 'value%3D%22C')]);
    expect(said).toBe(`page.md: 1 byte became 1 byte, the other ${Buffer.byteLength(PAGE) - 1} are the same\n`);
  });

  test('asks which diagram when there are several', async () => {
    write('model.xml', model(cell('z')));
    const { code, said } = await mxg(['encode', 'model.xml', '--into', 'page.md']);
    expect([code, said, read('page.md')]).toEqual([
      2,
      'mxg: `page.md` has 2 diagrams\n  say which to replace: `--diagram N`, N from 1\n',
      PAGE,
    ]);
  });

  test('asks which page when there are several, and takes it', async () => {
    write('model.xml', model(cell('z')));
    expect(await mxg(['encode', 'model.xml', '--into', 'two.drawio'])).toMatchObject({
      code: 2,
      said: expect.stringContaining('--page') as string,
    });
    expect((await mxg(['encode', 'model.xml', '--into', 'two.drawio', '--page', 'Second'])).code).toBe(0);
    expect(read('two.drawio')).toBe(FILE.replace(cell('b'), cell('z')));
  });

  test('writes elsewhere with -o, to standard output with -o -, nowhere with --dry-run', async () => {
    write('model.xml', model(cell('z')));
    const changed = PAGE.replace(url(cell('a')), url(cell('z')));
    const args = ['encode', 'model.xml', '--into', 'page.md', '--diagram', '1'];
    expect((await mxg([...args, '-o', '-'])).output).toBe(changed);
    expect((await mxg([...args, '-o', 'new.md'])).code).toBe(0);
    expect((await mxg([...args, '--dry-run'])).output).toBe('');
    expect([read('new.md'), read('page.md')]).toEqual([changed, PAGE]);
  });

  test('writes the page through a link, and leaves no draft behind', async () => {
    mkdirSync(join(folder, 'sub'));
    symlinkSync(join(folder, 'page.md'), join(folder, 'sub', 'link.md'));
    write('model.xml', model(cell('z')));
    await mxg(['encode', 'model.xml', '--into', 'sub/link.md', '--diagram', '1']);
    expect(read('page.md')).toContain(url(cell('z')));
    expect([readdirSync(folder).filter((name) => name.includes('.tmp')), readdirSync(join(folder, 'sub'))]).toEqual([
      [],
      ['link.md'],
    ]);
  });
});

describe('mxg encode --as', () => {
  test.each(['url', 'drawio', 'compressed', 'svg', 'png', 'html', 'markdown'])(
    '%s can be decoded again',
    async (form) => {
      write('model.xml', model(cell('ä &lt;b&gt;&quot;&#10;')));
      const { code } = await mxg(['encode', 'model.xml', '--as', form, '-o', 'out']);
      const before = await mxg(['decode', 'model.xml']);
      const after = await mxg(['decode', 'out']);
      expect([code, after.code, after.output]).toEqual([0, 0, before.output]);
    },
  );

  test('svg and png take the picture that is given, and give its diagram up', async () => {
    write(
      'picture.svg',
      '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" content="old"><g id="kept"/></svg>',
    );
    await mxg(['encode', 'page.md', '--as', 'svg', '--picture', 'picture.svg', '-o', 'out.svg']);
    expect(read('out.svg')).toMatch(
      /^<\?xml version="1.0"\?>\n<svg xmlns="[^"]*" content="&lt;mxfile[^"]*"><g id="kept"\/><\/svg>$/,
    );
    await mxg(['encode', 'page.md', '--as', 'png', '-o', 'a.png']);
    await mxg(['encode', 'two.drawio', '--as', 'png', '--picture', 'a.png', '-o', 'b.png']);
    expect((await mxg(['ls', 'b.png'])).output).toContain('"First"');
    expect(await mxg(['encode', 'page.md', '--as', 'png', '--picture', 'picture.svg'])).toMatchObject({
      code: 2,
      output: '',
    });
  });

  test('takes one page with --page', async () => {
    const { output } = await mxg(['encode', 'two.drawio', '--as', 'url', '--page', 'Second']);
    expect(output).toBe(`${url(model(cell('b')))}\n`);
  });
});

describe('mxg ls', () => {
  test('prints a line a diagram', async () => {
    expect(await mxg(['ls', 'page.md', 'two.drawio', 'plain.md'])).toEqual({
      code: 0,
      output:
        'page.md:3:1  url  1 page, 3 cells, 0 links\npage.md:7:3  url  1 page, 4 cells, 0 links\ntwo.drawio:1:1  drawio  2 pages, 6 cells, 0 links  "First"\n',
      said: '',
    });
  });

  test('prints the JSON that scripts rely on', async () => {
    const { output } = await mxg(['ls', '--format', 'json', 'two.drawio']);
    expect(JSON.parse(output)).toEqual({
      diagrams: [
        {
          path: 'two.drawio',
          line: 1,
          column: 1,
          carrier: 'drawio',
          diagram: 1,
          name: 'First',
          pages: 2,
          cells: 6,
          links: 0,
        },
      ],
      diagnostics: [],
    });
  });

  test('takes folders and globs, each file once', async () => {
    const { output } = await mxg(['ls', '.', '*.drawio', 'page.md']);
    expect(output.match(/^\S+/gm)).toEqual(['page.md:3:1', 'page.md:7:3', 'two.drawio:1:1']);
  });

  test('says the first hundred of many problems', async () => {
    write('many.drawio', model(cell('a').repeat(200_000)));
    const { code, said } = await mxg(['ls', 'many.drawio']);
    expect([code, said.match(/model\/duplicate-id/g)?.length, said.endsWith('… and 199899 more\n')]).toEqual([
      0,
      100,
      true,
    ]);
  });

  test('lists a broken diagram and says what is wrong', async () => {
    write('broken.md', url(model(cell('a'))).slice(0, -10));
    const { code, output } = await mxg(['ls', '--format', 'json', 'broken.md']);
    expect([code, JSON.parse(output)]).toMatchObject([
      2,
      { diagrams: [{ pages: 0 }], diagnostics: [{ path: 'broken.md', line: 1, code: 'payload/truncated' }] },
    ]);
  });
});

describe('mxg graph', () => {
  const FLOW = model(box('a', 'Build', 0), box('b', 'Test', 200), edge('e', 'a', 'b'));

  test('prints one stage graph as an object, with the place it comes from', async () => {
    write('flow.md', `# Flow\n\n${url(FLOW)}\n`);
    const { code, output, said } = await mxg(['graph', 'flow.md']);
    expect([code, said]).toEqual([0, '']);
    expect(JSON.parse(output)).toMatchObject({
      path: 'flow.md',
      line: 3,
      column: 1,
      diagram: 1,
      schemaVersion: 1,
      page: { index: 0, id: null, name: null },
      stages: [
        { id: 'a', label: 'Build', bounds: { x: 0, y: 0, width: 100, height: 60 }, order: 0 },
        { id: 'b', label: 'Test', order: 1 },
      ],
      flows: [{ from: 'a', to: 'b', via: 'edge', heads: 'to', ends: ['stored', 'stored'], evidence: ['e'] }],
      milestones: [],
      links: [],
    });
  });

  test('prints several as an array: diagrams in order, each with its pages', async () => {
    const { output } = await mxg(['graph', 'page.md', 'two.drawio']);
    const graphs = JSON.parse(output) as { path: string; diagram: number; page: { index: number } }[];
    expect(graphs.map(({ path, diagram, page }) => [path, diagram, page.index])).toEqual([
      ['page.md', 1, 0],
      ['page.md', 2, 0],
      ['two.drawio', 1, 0],
      ['two.drawio', 1, 1],
    ]);
    const second = JSON.parse((await mxg(['graph', 'two.drawio', '--page', 'Second'])).output) as object;
    expect(second).toMatchObject({ page: { index: 1, name: 'Second' } });
  });

  test.each([
    ['mermaid', 'flowchart LR\n  n1["Build"]\n  n2["Test"]\n  n1 --> n2\n'],
    ['outline', '# Page 1: 2 stages\n\n- 1. Build\n  - then 2. Test\n- 2. Test\n'],
    [
      'dot',
      'digraph {\n  rankdir=LR\n  node [shape=box]\n  "a" [label="Build"]\n  "b" [label="Test"]\n  "a" -> "b"\n}\n',
    ],
  ])('prints %s', async (format, expected) => {
    write('flow.md', url(FLOW));
    expect(await mxg(['graph', 'flow.md', '--format', format])).toEqual({ code: 0, output: expected, said: '' });
  });

  test('says why with --explain: a line a cell, stages first', async () => {
    write('flow.md', url(FLOW));
    const { output } = await mxg(['graph', 'flow.md', '--explain']);
    expect(output.split('\n').map((line) => line.slice(0, 24).trimEnd())).toEqual([
      'flow.md:1:1',
      'a  stage  Build  stage-t',
      'b  stage  Test   stage-t',
      'e  flow   a → b  flow-ed',
      '',
    ]);
  });

  test('writes to a file, and takes standard input', async () => {
    expect(await mxg(['graph', '-', '--format', 'outline', '-o', 'out.md'], FLOW)).toMatchObject({
      code: 0,
      output: '',
    });
    expect(read('out.md')).toBe('# Page 1: 2 stages\n\n- 1. Build\n  - then 2. Test\n- 2. Test\n');
  });
});

describe('mxg links', () => {
  const LINKS = `<mxfile><diagram name="First" id="f1">${model(
    linked('a', 'Build', 'docs/ci.md#build'),
    linked('b', 'More', 'data:page/id,f2'),
    linked('c', 'Gone', 'data:page/id,f9'),
    linked('d', 'Bad', 'java&#x09;script:alert(1)'),
    linked('e', '&lt;a href=&quot;https://example.org/&quot;&gt;here&lt;/a&gt;', '#top'),
  )}</diagram><diagram name="Second" id="f2">${model()}</diagram></mxfile>`;

  test('prints an aligned table: place, cell, label, target, where it leads, status', async () => {
    write('links.drawio', LINKS);
    const { code, output, said } = await mxg(['links', 'links.drawio']);
    expect([code, said]).toEqual([0, '']);
    expect(output.replace(/^links\.drawio:1:(\d+) +/gm, '')).toBe(
      [
        'a  Build  docs/ci.md#build      anchor          broken-page: there is no `docs/ci.md`',
        'b  More   data:page/id,f2       page 2, Second  ok',
        'c  Gone   data:page/id,f9       diagram-page    broken-page: the file has no page with this id',
        'd  Bad    java script:alert(1)  unsafe          unsafe',
        'e  here   #top                  anchor          unchecked: no page shows the picture',
        'e  here   https://example.org/  external        external',
        '',
      ].join('\n'),
    );
  });

  test('the place is that of the link itself where the carrier keeps places', async () => {
    write('links.drawio', LINKS);
    const { output } = await mxg(['links', 'links.drawio', '--format', 'json']);
    const { links } = JSON.parse(output) as { links: { column: number }[] };
    const written = ['docs/ci.md#build', 'data:page/id,f2', 'data:page/id,f9', 'java&#x09;', '#top', '&lt;a href'];
    expect(links.map(({ column }, i) => LINKS.slice(column - 1).startsWith(written[i] ?? ''))).toEqual(
      written.map(() => true),
    );
  });

  test('checks fragments against the ids of the page that shows the picture', async () => {
    const first = linked('a', 'Build', '#build-it');
    write('flow.drawio', `<mxfile><diagram>${model(first, linked('b', 'Ship', '#shipp'))}</diagram></mxfile>`);
    write('shows.md', '# All\n\n![flow](flow.drawio)\n\n## Build it!\n\n## Build it\n\n## Ship\n');
    const { output } = await mxg(['links', 'flow.drawio']);
    expect(output.split('\n').map((line) => line.replace(/^\S+ +/, ''))).toEqual([
      'a  Build  #build-it  shows.md:5  ok',
      'b  Ship   #shipp     shows.md    broken-anchor: `shows.md` has no id `shipp`; did you mean `ship`?',
      '',
    ]);
  });

  test('says of a custom action which cells are gone', async () => {
    const toggle = '{&quot;actions&quot;:[{&quot;toggle&quot;:{&quot;cells&quot;:[&quot;a&quot;,&quot;x&quot;]}}]}';
    write('a.drawio', `<mxfile><diagram>${model(linked('a', 'A', `data:action/json,${toggle}`))}</diagram></mxfile>`);
    const { links } = JSON.parse((await mxg(['links', 'a.drawio', '--format', 'json'])).output) as { links: unknown[] };
    expect(links).toMatchObject([{ status: 'broken-anchor', reason: 'the page has no cell `x`' }]);
  });

  test('passes over files without diagrams, says so when there is no link, and is troubled when there is no diagram', async () => {
    expect(await mxg(['links', 'plain.md', 'page.md'])).toEqual({
      code: 0,
      output: '',
      said: 'no link in 2 diagrams\n',
    });
    expect((await mxg(['links', 'plain.md'])).code).toBe(2);
  });
});

describe('mxg anchors', () => {
  const GUIDE = '---\ntitle: x\n---\n\n# Guide\n\n## Set up\n\n<a name="old"></a>Text\n\n## Set up\n';

  test('prints the page with its URL, and a line an id: place, id, heading', async () => {
    write('guide.md', GUIDE);
    expect(await mxg(['anchors', 'guide.md'])).toEqual({
      code: 0,
      output: [
        'guide.md  /guide.md  github, 4 ids',
        'guide.md:5   #guide     # Guide',
        'guide.md:7   #set-up    ## Set up',
        'guide.md:9   #old',
        'guide.md:11  #set-up-1  ## Set up',
        '',
      ].join('\n'),
      said: '',
    });
  });

  test('prints JSON that scripts rely on, with the URL that the generator gives', async () => {
    write('_config.yml', 'baseurl: /docs\n');
    write('guide.md', GUIDE);
    const { output } = await mxg(['anchors', 'guide.md', '--format', 'json']);
    expect(JSON.parse(output)).toEqual({
      pages: [
        {
          path: 'guide.md',
          generator: 'jekyll',
          url: '/docs/guide.html',
          anchors: [
            { id: 'guide', text: 'Guide', level: 1, line: 5 },
            { id: 'set-up', text: 'Set up', level: 2, line: 7 },
            { id: 'old', text: '', level: null, line: 9 },
            { id: 'set-up-1', text: 'Set up', level: 2, line: 11 },
          ],
        },
      ],
      diagnostics: [],
    });
  });

  test('takes the generator that is named', async () => {
    write('guide.md', GUIDE);
    expect((await mxg(['anchors', 'guide.md', '--generator', 'mkdocs'])).output).toContain('#set-up_1');
    const { code, said } = await mxg(['anchors', 'guide.md', '--generator', 'jekyl']);
    expect([code, said]).toEqual([2, expect.stringMatching(/unknown generator `jekyl`[\s\S]*jekyll/)]);
  });

  test('reads a page from standard input', async () => {
    const { output } = await mxg(['anchors', '-', '--generator', 'kramdown'], '# 1. One *two*\n');
    expect(output).toBe('-  not published  kramdown, 1 id\n-:1  #one-two  # 1. One two\n');
  });

  test('reads all pages of a folder, and says of a broken configuration where it is broken', async () => {
    mkdirSync(join(folder, 'site'));
    write('site/mkdocs.yml', 'site_name: [x\n');
    mkdirSync(join(folder, 'site/docs'));
    write('site/docs/a.md', '# A\n');
    write('site/docs/b.md', '# B\n');
    const { code, output, said } = await mxg(['anchors', 'site']);
    expect([code, output.match(/mkdocs, 1 id/g)?.length]).toEqual([2, 2]);
    expect(said).toMatch(/^site\/mkdocs\.yml:\d+:\d+: error: cannot read all of the YAML/);
  });

  test('goes round links to folders in circles, and says so', async () => {
    mkdirSync(join(folder, 'docs'));
    write('docs/a.md', '# A\n');
    symlinkSync('..', join(folder, 'docs/up'));
    const { output, said } = await mxg(['anchors', 'docs/a.md']);
    expect(output).toContain('#a');
    expect(said).toContain('docs/up:1:1: warning: the link leads back to');
  });

  test.each([
    ['plain.png', 'is no page'],
    ['gone.md', 'cannot read `gone.md`'],
  ])('%s is trouble', async (path, message) => {
    write('plain.png', '');
    const { code, said } = await mxg(['anchors', path]);
    expect([code, said]).toEqual([2, expect.stringContaining(message)]);
  });
});

describe('mxg', () => {
  test.each([
    [
      ['graph', 'page.md', '--format', 'mermaid'],
      /a Mermaid text holds one page, and there are 2 pages[\s\S]*--diagram N/,
    ],
    [['graph', 'plain.md'], /no diagram in `plain\.md`/],
    [['graph', 'page.md', '--format', 'svg'], /'svg' is invalid[\s\S]*json, mermaid, dot, outline/],
    [['decod', 'page.md'], /unknown command 'decod'[\s\S]*Did you mean decode\?/],
    [['decode', '--jso', 'page.md'], /unknown option '--jso'[\s\S]*Did you mean --json\?/],
    [['decode'], /missing required argument/],
    [['decode', 'missing.md'], /cannot read `missing\.md`: there is no such file/],
    [['decode', '*.nothing'], /no file matches `\*\.nothing`/],
    [['decode', 'page.md', '--diagram', '9'], /no diagram `9` in `page\.md`[\s\S]*2 diagrams/],
    [['decode', 'two.drawio', '--page', 'Third'], /no page `Third`[\s\S]*`First`, `Second`/],
    [['encode', 'page.md'], /cannot tell where to/],
    [['encode', 'page.md', '--as', 'gif'], /unknown form `gif`[\s\S]*svg/],
    [['ls', 'plain.md'], /no diagram in `plain\.md`/],
    [['ls', 'page.md', '--limit', 'cell=5'], /cannot read the limit `cell=5`[\s\S]*cells/],
    [['ls', 'page.md', '--limit', 'cells=1'], /more than 1 cells on one page[\s\S]*--limit cells=N/],
    [['decode', 'page.md', '-o', 'no/such/folder/x.xml'], /cannot write `no\/such\/folder\/x\.xml`/],
  ])('%j is refused with exit code 2 and advice', async (args, message) => {
    const { code, said } = await mxg(args);
    expect(code).toBe(2);
    expect(said).toMatch(message);
  });

  test.each([
    ['--help'],
    ['decode', '--help'],
    ['encode', '--help'],
    ['ls', '--help'],
    ['graph', '--help'],
    ['links', '--help'],
    ['anchors', '--help'],
    ['render', '--help'],
    ['help', 'ls'],
    ['--version'],
  ])('answers %s %s with exit code 0', async (...args) => {
    const { code, output, said } = await mxg(args);
    expect([code, said]).toEqual([0, '']);
    expect(output).toMatch(
      args.includes('--version') ? /^\d+\.\d+\.\d+\n$/ : args.length === 1 ? /Commands:/ : /Examples:\n {2}mxg /,
    );
  });

  test('writes nothing when reading fails', async () => {
    write('bad.xml', '<mxGraphModel><root>');
    expect(await mxg(['encode', 'bad.xml', '--as', 'drawio', '-o', 'out.drawio'])).toMatchObject({
      code: 2,
      output: '',
    });
    expect(existsSync(join(folder, 'out.drawio'))).toBe(false);
  });
});
