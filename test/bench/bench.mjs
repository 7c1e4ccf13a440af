/** The speed runs: `npm run bench`. What each row means stands in README.md beside this file. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decode, edit, encode, find, sourceFromBytes } from '@mxg/codec';
import { dot, extract, mermaid, outline } from '@mxg/stage-graph';
import { render } from '@mxg/svg';
import { deflateRaw } from 'pako';
import { compressedDiagram, docsDiagrams, docsTree, drawnDiagram, markdownPages, plainDiagram } from './inputs.mjs';
import { loadMaxGraph } from './maxgraph.mjs';
import { heapKept, medianOf, nodeProcess, race } from './measure.mjs';
import {
  fxpTree,
  inflatePako,
  inflateZlib,
  markdownlint,
  payloadByFxp,
  payloadByTxml,
  remark,
  saxesTree,
  text,
  txmlTree,
  validateLinks,
} from './peers.mjs';
import { groupOf, groupText, tableHead } from './table.mjs';

const MB = 1e6;
const { values: options } = parseArgs({ options: { json: { type: 'string' }, only: { type: 'string', default: '' } } });
if (globalThis.gc === undefined) throw new Error('cannot run, expected `node --expose-gc`');

const machine = `node ${process.version}, ${cpus()[0]?.model ?? 'unknown cpu'}, ${cpus().length} cores, ${process.platform}`;
const groups = [];
console.log(`${machine}\n\n${tableHead}`);
decodeCompressed(1);
decodeCompressed(10);
decodePlain(1);
decodePlain(10);
memory(10);
findNothing(false);
findNothing(true);
startUp('mxg decode release-path.md', ['decode', 'examples/jekyll-release-path/release-path.md']);
startUp('mxg --help', ['--help']);
startUp('mxg graph release-path.md', ['graph', 'examples/jekyll-release-path/release-path.md']);
editOne(1);
extractGraph(20_000);
printGraph(20_000);
await draw(100);
drawLarge(5000);
drawGolden(100);
startUp('mxg render release-path.md', ['render', 'examples/jekyll-release-path/release-path.md']);
overTree(10_000, 1000);
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify({ machine, groups }, null, 2)}\n`);

/** Runs the tasks of a group and prints a row each; the first is mxg's. `size` is the input's in MB. */
function group(title, aim, size, tasks, how) {
  if (!title.includes(options.only)) return;
  const result = groupOf(title, aim, size, how.unit ?? 'ms', race(tasks, how), how.of);
  groups.push(result);
  console.log(groupText(result));
}

/** How often: what takes long is seldom done. */
function often(size) {
  return size < 5 ? { warmup: 4, rounds: 21, repeat: 10 } : { warmup: 2, rounds: 11 };
}

// The groups of rows

function decodeCompressed(size) {
  const bytes = compressedDiagram(size * MB);
  const payload = payloadByTxml(text(bytes));
  const tasks = {
    'mxg: bytes to typed model': () => model(bytes),
    'floor: pako, UTF-8, decodeURIComponent': () => inflatePako(payload),
    'peer: zlib, decodeURIComponent, txml': () => txmlTree(inflateZlib(payloadByTxml(text(bytes)))),
    'peer: pako, decodeURIComponent, txml': () => txmlTree(inflatePako(payloadByTxml(text(bytes)))),
    'peer: zlib, decodeURIComponent, fast-xml-parser': () => fxpTree(inflateZlib(payloadByFxp(text(bytes)))),
  };
  group(`decode ${size} MB compressed`, '', size, tasks, often(size));
}

function decodePlain(size) {
  const bytes = plainDiagram(size * MB);
  const tasks = {
    'mxg: bytes to typed model': () => model(bytes),
    'floor: TextDecoder': () => text(bytes),
    'peer: txml tree': () => txmlTree(text(bytes)),
    'peer: fast-xml-parser tree': () => fxpTree(text(bytes)),
    'peer: saxes tree': () => saxesTree(text(bytes)),
  };
  group(`decode ${size} MB XML`, 'at most 1.5 of the fastest peer', size, tasks, often(size));
}

function memory(size) {
  const bytes = plainDiagram(size * MB);
  const tasks = {
    'mxg: typed model': () => heapKept(() => model(bytes)),
    'peer: txml tree': () => heapKept(() => txmlTree(text(bytes))),
  };
  group(`heap kept of ${size} MB XML`, '', size, tasks, { unit: 'MB', warmup: 1, rounds: 5 });
}

function findNothing(mentioning) {
  const pages = markdownPages(2000, 10_000, mentioning);
  const size = pages.reduce((sum, page) => sum + page.length, 0) / MB;
  const tasks = {
    'mxg: bytes to (no) diagrams': () => pages.map((page) => find(sourceFromBytes(page).value).value),
    'floor: TextDecoder': () => pages.map(text),
  };
  const title = `find in 2,000 pages${mentioning ? ', 1 in 20 mentions draw.io' : ''}`;
  group(title, 'at least 200 MB/s', size, tasks, { warmup: 4, rounds: 21 });
}

function startUp(name, args) {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const tasks = {
    [name]: nodeProcess(['packages/cli/bin/mxg.js', ...args], cwd),
    'floor: node -e 0': nodeProcess(['-e', '0'], cwd),
  };
  group(`start-up, ${name}`, 'at most 2.5', null, tasks, { warmup: 2, rounds: 25 });
}

function editOne(size) {
  const bytes = compressedDiagram(size * MB);
  const source = sourceFromBytes(bytes).value;
  const [diagram] = find(source).value;
  const payload = payloadByTxml(text(bytes));
  const stored = new TextEncoder().encode(encodeURIComponent(inflatePako(payload)));
  const change = { type: 'label', page: 0, cell: 1000, label: 'Changed' };
  const tasks = {
    'mxg: edit and encode': () => encode(source, edit(diagram, [change]).value),
    'floor: pako deflateRaw': () => deflateRaw(stored),
    'floor: the same, and the way in': () => [inflatePako(payload), deflateRaw(stored)],
  };
  group(`edit a cell in ${size} MB compressed`, '', size, tasks, often(size));
}

function extractGraph(cells) {
  const bytes = drawnDiagram(cells);
  const file = model(bytes);
  const tasks = {
    'mxg: typed model to stage graph': () => extract(file),
    'floor: mxg decode, bytes to typed model': () => model(bytes),
  };
  const title = `extract a page of ${cells.toLocaleString('en-US')} cells`;
  group(title, 'a few times the decoding', bytes.length / MB, tasks, { warmup: 3, rounds: 15 });
}

function printGraph(cells) {
  const graph = extract(model(drawnDiagram(cells)));
  const tasks = {
    'mxg: as Mermaid': () => mermaid(graph),
    'mxg: as DOT': () => dot(graph),
    'mxg: as outline': () => outline(graph),
    'floor: JSON.stringify': () => JSON.stringify(graph),
  };
  const title = `print the graph of ${cells.toLocaleString('en-US')} cells`;
  group(title, '', JSON.stringify(graph).length / MB, tasks, { warmup: 3, rounds: 15 });
}

/** A peer draws one picture in the time of many. */
async function draw(cells) {
  const title = `draw ${cells.toLocaleString('en-US')} cells`;
  if (!title.includes(options.only)) return;
  const bytes = drawnDiagram(cells);
  const [xml] = /<mxGraphModel[^]*<\/mxGraphModel>/.exec(text(bytes));
  const maxGraph = await loadMaxGraph();
  const tasks = {
    'mxg: bytes to SVG': () => render(model(bytes)).value,
    'mxg: typed model to SVG': drawing(bytes),
    'floor: mxg decode, bytes to typed model': () => model(bytes),
    'peer: maxGraph in jsdom, XML to SVG': () => maxGraph(xml),
  };
  group(title, 'at most 2 ms, 0.1 of the peer', 1, tasks, { warmup: 4, rounds: 11, repeat: 5, of: 'pictures' });
}

function drawing(bytes) {
  const file = model(bytes);
  return () => render(file).value;
}

/** Four times as many cells should take four times as long. */
function drawLarge(cells) {
  const [one, four] = [drawing(drawnDiagram(cells)), drawing(drawnDiagram(4 * cells))];
  const [few, many] = [cells, 4 * cells].map((each) => each.toLocaleString('en-US'));
  const tasks = {
    [`mxg: typed model of ${few} cells to SVG`]: one,
    [`mxg: of ${many} cells`]: four,
  };
  group(`draw ${few} cells`, 'at most 100 ms; 0.25 of four times as many', 1, tasks, {
    warmup: 3,
    rounds: 15,
    of: 'pictures',
  });
}

function timed(file) {
  const start = performance.now();
  render(file);
  return performance.now() - start;
}

/** What people draw: draw.io's templates and public diagrams, where they lie beside the project. */
function drawGolden(most) {
  const folder = join(process.env.MXG_SHARED ?? fileURLToPath(new URL('../../../shared', import.meta.url)), 'golden');
  if (!existsSync(folder)) return void console.log(`no real diagrams at ${folder} (MXG_SHARED): they are not drawn`);
  const paths = ['templates', 'corpus'].flatMap((name) =>
    readdirSync(join(folder, name))
      .filter((file) => file.endsWith('.xml'))
      .map((file) => join(folder, name, file)),
  );
  const files = paths.map((path) => decode(find(sourceFromBytes(readFileSync(path)).value).value[0]).value);
  const small = files.filter(({ pages }) => pages[0].model.cells.length <= most);
  const tasks = {
    [`mxg: the median of ${small.length} with at most ${most} cells`]: () => ({
      overriddenDuration: medianOf(small.map(timed)),
    }),
    [`mxg: the mean of all ${files.length}`]: () => ({
      overriddenDuration: files.map(timed).reduce((sum, ms) => sum + ms, 0) / files.length,
    }),
  };
  group('draw real diagrams', 'at most 2 ms', 1, tasks, { warmup: 3, rounds: 9, of: 'pictures' });
}

/** Whole processes over a tree of files, most of which is what the peers take: seldom done. */
function overTree(pages, diagrams) {
  const titles = [
    `ids of ${pages.toLocaleString('en-US')} pages`,
    `lint of them, and ${diagrams.toLocaleString('en-US')} diagrams`,
  ];
  if (!titles.some((title) => title.includes(options.only))) return;
  const folder = mkdtempSync(join(tmpdir(), 'mxg-bench-'));
  const size = writeTree(folder, docsTree(pages));
  const mxg = fileURLToPath(new URL('../../packages/cli/bin/mxg.js', import.meta.url));
  const process = (...args) => nodeProcess(args, folder, [0, 1]);
  const peers = { 'peer: remark-validate-links': process(remark, '.', '--quiet', '--use', validateLinks) };
  if (titles[0].includes(options.only)) {
    const tasks = {
      'mxg anchors --format json': process(mxg, 'anchors', '.', '--format', 'json'),
      'floor: read the files': () =>
        [...docsTree(pages)].map(([path]) => readFileSync(join(folder, path), 'utf8').length),
      'peer: markdownlint-cli2, MD051 (same page only)': process(markdownlint, '**/*.md'),
      ...peers,
    };
    group(titles[0], 'at most 0.1 of the peers', size, tasks, { warmup: 0, rounds: 1 });
  }
  const more = writeTree(folder, docsDiagrams(diagrams, pages));
  if (titles[1].includes(options.only)) {
    const lint = [mxg, 'lint', '.', '--format', 'compact'];
    process(...lint, '--cache')();
    const tasks = {
      'mxg lint': process(...lint),
      'mxg lint, again, with its cache': process(...lint, '--cache'),
      ...peers,
    };
    group(titles[1], 'at most 0.1 of the peer; again at most 0.2 of the first', size + more, tasks, {
      warmup: 0,
      rounds: 1,
    });
  }
  rmSync(folder, { recursive: true });
}

/** Writes files into a folder; their size in MB. */
function writeTree(folder, files) {
  let size = 0;
  writeFileSync(join(folder, '.markdownlint-cli2.jsonc'), '{ "config": { "default": false, "MD051": true } }');
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    size += text.length;
  }
  return size / MB;
}

function model(bytes) {
  const [diagram] = find(sourceFromBytes(bytes).value).value;
  const { value, diagnostics } = decode(diagram);
  if (value === null || diagnostics.length > 0)
    throw new Error('cannot measure, expected input that decodes without a word');
  return value;
}
