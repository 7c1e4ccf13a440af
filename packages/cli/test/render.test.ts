import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { run } from '../src/main.ts';

const box = (id: string, label: string, style = 'html=1;', x = 0) =>
  `<mxCell id="${id}" value="${label}" style="${style}" vertex="1" parent="1"><mxGeometry x="${x}" width="100" height="60" as="geometry"/></mxCell>`;
const edge = (from: string, to: string) =>
  `<mxCell id="${from}-${to}" edge="1" parent="1" source="${from}" target="${to}"><mxGeometry relative="1" as="geometry"/></mxCell>`;
const model = (...cells: string[]) =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`;
const FLOW = model(box('a', 'Sow'), box('b', 'Water', 'html=1;', 200), edge('a', 'b'));
const FILE = `<mxfile><diagram name="Garden" id="f1">${FLOW}</diagram><diagram name="Shed" id="f2">${model(box('c', 'Tools'))}</diagram></mxfile>`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mxg-'));
  write('flow.xml', FLOW);
  write('two.drawio', FILE);
  write('page.md', `# Both\n\n${encodeURIComponent(FLOW)}\n\n${encodeURIComponent(model(box('c', 'Tools')))}\n`);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
const read = (path: string) => readFileSync(join(folder, path));

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

describe('mxg render', () => {
  test('prints an SVG that says what it shows', async () => {
    const { code, output, said } = await mxg(['render', 'flow.xml']);
    expect([code, said]).toEqual([0, '']);
    expect(output).toMatch(/^<svg [^>]*width="301" height="61" viewBox="-0\.5 -0\.5 301 61" role="img">/);
    expect(output).toContain(
      '<title>flow.xml</title><desc># Page 1: 2 stages\n\n- 1. Sow\n  - then 2. Water\n- 2. Water</desc>',
    );
    expect(output).toMatch(/<\/svg>\n$/);
  });

  test('writes where -o says, from standard input, too', async () => {
    const printed = await mxg(['render', 'flow.xml']);
    const { code, output } = await mxg(['render', '-', '-o', 'out.svg'], FLOW);
    expect([code, output]).toEqual([0, '']);
    expect(read('out.svg').toString()).toBe(printed.output.replace('flow.xml', 'Diagram'));
  });

  test('takes scale, border and theme', async () => {
    const { output } = await mxg(['render', 'flow.xml', '--scale', '2', '--border', '5', '--theme', 'auto']);
    expect(output).toContain('width="612" height="132"');
    expect(output).toContain('light-dark(');
  });

  test('draws the first page, says so, and another that is asked for', async () => {
    const first = await mxg(['render', 'two.drawio']);
    expect(first.said).toBe(
      'note: `two.drawio` has 2 pages, this is the first; `--page N` draws another, `--page all` each\n',
    );
    expect(first.output).toContain('<title>Garden</title>');
    const second = await mxg(['render', 'two.drawio', '--page', 'Shed']);
    expect([second.code, second.said]).toEqual([0, '']);
    expect(second.output).toContain('>Tools<');
  });

  test('asks which of several diagrams', async () => {
    expect(await mxg(['render', 'page.md'])).toEqual({
      code: 2,
      output: '',
      said: 'mxg: a picture shows one diagram, and `page.md` has 2 diagrams\n  choose one with `--diagram N`, N from 1: `mxg ls page.md` lists them; or write all into a folder: `-o FOLDER/`\n',
    });
    expect((await mxg(['render', 'page.md', '--diagram', '2'])).output).toContain('>Tools<');
  });

  test('draws all pages, and several files, each into a file of its own', async () => {
    expect(await mxg(['render', 'two.drawio', '--page', 'all', '-o', 'garden.drawio.svg'])).toMatchObject({
      code: 0,
      said: '',
    });
    expect(read('garden.drawio.svg').toString()).toContain('>Sow<');
    expect(read('garden.p2.drawio.svg').toString()).toContain('>Tools<');
    const { code, said } = await mxg([
      'render',
      'two.drawio',
      'page.md',
      'flow.xml',
      '--page',
      'all',
      '-o',
      'pictures/',
    ]);
    expect([code, said]).toEqual([0, '']);
    expect(readdirSync(join(folder, 'pictures'))).toEqual([
      'flow.svg',
      'page.2.svg',
      'page.svg',
      'two.p2.svg',
      'two.svg',
    ]);
  });

  test.each([
    [['two.drawio', '--page', 'all'], '2 pages make as many pictures\n  write them with `-o FILE.svg`'],
    [['two.drawio', 'flow.xml'], '2 files make 2 pictures\n  write them into a folder: `-o FOLDER/`'],
    [['flow.xml', 'flow.drawio', '-o', 'pictures/'], '`pictures/flow.svg` would be written over another picture'],
    [['old.svg', '-o', '.'], '`old.svg` would be written over its source'],
    [['flow.xml', '-o', 'two.drawio/'], 'cannot make the folder `two.drawio/`: it is no folder'],
    [['flow.xml', '-o', 'two.drawio/x.svg'], 'cannot write `two.drawio/x.svg`: a part of the path is no folder'],
  ])('%j is refused, and nothing is written', async (args, message) => {
    write('flow.drawio', FLOW);
    write(
      'old.svg',
      `<svg xmlns="http://www.w3.org/2000/svg" content="${FLOW.replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"/>`,
    );
    const before = readdirSync(folder);
    const { code, output, said } = await mxg(['render', ...args]);
    expect([code, output, readdirSync(folder)]).toEqual([2, '', before]);
    expect(said).toContain(message);
  });

  test('says what is not drawn as meant, each kind once', async () => {
    const odd = 'shape=nobody.knows;';
    write('odd.xml', model(box('a', 'A', odd), box('b', 'B', odd, 200), box('c', 'C', 'shape=nor.this;')));
    const { code, said } = await mxg(['render', 'odd.xml']);
    expect(code).toBe(0);
    expect(said).toMatch(
      /`nobody\.knows` .* \(2 cells: `a`, `b`\) \[render\/unknown-shape\]\n.*`nor\.this` .* \(cell `c`\)/,
    );
    expect(said.match(/\n {2}/g)).toHaveLength(1);
  });

  test.each([['svg'], ['png']])('--embed makes a %s that is read back as what was drawn', async (ending) => {
    const out = `two.drawio.${ending}`;
    expect((await mxg(['render', 'two.drawio', '--embed', '-o', out])).code).toBe(0);
    expect((await mxg(['decode', out])).output).toBe((await mxg(['decode', 'two.drawio'])).output);
    await mxg(['render', 'two.drawio', '--page', '2', '--embed', '-o', out]);
    expect((await mxg(['decode', out])).output).toBe((await mxg(['decode', 'two.drawio', '--page', '2'])).output);
  });

  test('--geometry prints where everything is', async () => {
    const { code, output } = await mxg(['render', 'flow.xml', '--geometry']);
    const { cells } = JSON.parse(output) as { cells: readonly { readonly id: string }[] };
    expect(code).toBe(0);
    expect(cells).toMatchObject([
      { id: 'a', vertex: true, bounds: { x: 0, y: 0, width: 100, height: 60 }, lines: [{ text: 'Sow' }] },
      { id: 'b', vertex: true, bounds: { x: 200, y: 0, width: 100, height: 60 } },
      {
        id: 'a-b',
        edge: true,
        points: [
          { x: 100, y: 30 },
          { x: 200, y: 30 },
        ],
      },
    ]);
  });

  test('writes a PNG where the name ends so, scaled', async () => {
    expect(await mxg(['render', 'flow.xml', '--scale', '3', '-o', 'out.PNG'])).toEqual({
      code: 0,
      output: '',
      said: '',
    });
    const png = read('out.PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([903, 183]);
  });

  test('draws the stencils of a library, of a file or of a folder', async () => {
    write('shed.xml', model(box('a', 'Shed', 'shape=mxgraph.garden.shed;')));
    mkdirSync(join(folder, 'stencils'));
    write(
      'stencils/garden.xml',
      '<shapes name="mxgraph.garden"><shape name="Shed" w="10" h="10"><foreground><path><move x="0" y="10"/><line x="5" y="0"/><line x="10" y="10"/></path><stroke/></foreground></shape></shapes>',
    );
    expect((await mxg(['render', 'shed.xml'])).said).toContain('the shape `mxgraph.garden.shed` is not known here');
    for (const path of ['stencils', 'stencils/garden.xml']) {
      const { code, output, said } = await mxg(['render', 'shed.xml', '--stencils', path]);
      expect([code, said]).toEqual([0, '']);
      expect(output).toContain('d="M 0 60 L 50 0 L 100 60"');
    }
    const { output } = await mxg(['render', 'shed.xml', '--geometry', '--stencils', 'stencils']);
    expect(JSON.parse(output).cells[0].stencil).toBe(true);
  });

  test.each([
    ['none', 'cannot read `none`: there is no such file'],
    ['flow.xml', 'no stencils in `flow.xml`'],
  ])('cannot take `%s` for a stencil library', async (path, message) => {
    const { code, output, said } = await mxg(['render', 'flow.xml', '--stencils', path]);
    expect([code, output]).toEqual([2, '']);
    expect(said).toContain(message);
  });

  test('refuses a PNG that no memory holds', async () => {
    write('wide.xml', model(box('a', 'A').replace('width="100"', 'width="9000000"')));
    const { code, said } = await mxg(['render', 'wide.xml', '-o', 'wide.png']);
    expect([code, existsSync(join(folder, 'wide.png'))]).toEqual([2, false]);
    expect(said).toContain('too large\n  make it smaller with `--scale`');
  });

  test.each([
    [['--scale', '0'], '`0` is no number for `--scale`'],
    [['--scale', 'big'], '`big` is no number for `--scale`'],
    [['--border', '-1'], '`-1` is no number for `--border`'],
    [['--page', '7'], 'no page `7`'],
    [['-o', 'out.pdf'], 'cannot draw `pdf`'],
    [['--theme', 'blue'], 'Allowed choices are light, dark, auto'],
  ])('%j is refused', async (options, message) => {
    const { code, output, said } = await mxg(['render', 'two.drawio', ...options]);
    expect([code, output]).toEqual([2, '']);
    expect(said).toContain(message);
  });

  test('cannot draw a page without a model', async () => {
    write('none.drawio', '<mxfile><diagram name="A"></diagram></mxfile>');
    const { code, said } = await mxg(['render', 'none.drawio']);
    expect(code).toBe(2);
    expect(said).toContain('cannot draw page 1 of `none.drawio`: it has no model');
  });
});
