import { decode, find, sourceFromBytes, type EmbeddedDiagram } from '@mxg/codec';
import type { MxFile } from '@mxg/model';
import { dot, extract, mermaid, outline, type StageGraph } from '@mxg/stage-graph';
import Ajv2020 from 'ajv/dist/2020.js';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { corpus, corpusBytes, hasShared, sharedBytes, sharedText } from './support/shared.ts';

/** A diagram read by hand from its picture and its XML; see `stages/README.md` of the shared data. */
interface Truth {
  readonly id: string;
  /** Relative to `stages/`. */
  readonly file: string;
  /** Index of the diagram in its file, and of the page. */
  readonly model: number;
  readonly page: number;
  readonly stages: readonly Named[];
  readonly milestones: readonly (Named & { readonly between: readonly [string | null, string | null] })[];
  readonly transitions: readonly { readonly from: string | null; readonly to: string | null }[];
  /** The cell of the start symbol. */
  readonly start?: string;
}

interface Named {
  readonly cellId: string;
  readonly label: string;
  readonly labelCellId?: string;
}

/** Found of those to be found, and how many were said. */
interface Count {
  readonly found: number;
  readonly wanted: number;
  readonly said: number;
}

/** What was reached for each diagram that is given; none may fall below. F1 of stages, flows, milestones; share of labels. */
const REACHED: Readonly<Record<string, readonly [stages: number, flows: number, milestones: number, labels: number]>> =
  {
    'md-4e93666381': [1, 1, 1, 1],
    'mxp-f9039d8bf9': [1, 1, 1, 1],
    'svg-83bcba5cd1': [1, 1, 1, 1],
    'png-c1603aed84': [1, 1, 1, 1],
    'mxc-1c18f8fff8': [1, 1, 1, 1],
    'mxc-a8068f497b': [1, 1, 1, 1],
    'mxc-ecd94c9839': [1, 1, 1, 1],
  };

const truths = (): readonly Truth[] => (JSON.parse(sharedText('stages/truth.json')) as { diagrams: Truth[] }).diagrams;

function graphOf({ file, model, page }: Truth): StageGraph {
  const diagram = find(sourceFromBytes(sharedBytes(`stages/${file}`)).value).value[model];
  return extract(fileOf(diagram), page);
}

const fileOf = (diagram: EmbeddedDiagram | undefined): MxFile =>
  (diagram === undefined ? null : decode(diagram).value) ?? { root: 'mxfile', attributes: [], pages: [] };

function score(truth: Truth, graph: StageGraph): readonly Count[] {
  // where nothing stands for a start, the truth says null; in one diagram it says so of a start symbol, too
  const starts = new Set([truth.start, ...graph.marks.filter(({ kind }) => kind === 'start').map(({ id }) => id)]);
  const end = (id: string | null) => (id === null || starts.has(id) ? 'start' : id);
  const way = ({ from, to }: { from: string | null; to: string | null }) => `${end(from)} → ${end(to)}`;
  const labels = new Map([...graph.stages, ...graph.milestones].map(({ id, label }) => [id, label]));
  const named = [...truth.stages, ...truth.milestones];
  return [
    counted(
      truth.stages.map(({ cellId }) => cellId),
      graph.stages.map(({ id }) => id),
    ),
    counted(truth.transitions.map(way), graph.flows.map(way)),
    counted(
      truth.milestones.map(({ cellId, between }) => `${cellId}: ${between.join(' | ')}`),
      graph.milestones.map(({ id, between }) => `${id}: ${between.join(' | ')}`),
    ),
    {
      found: named.filter(({ cellId, label }) => labels.get(cellId) === label).length,
      wanted: named.length,
      said: named.length,
    },
  ];
}

function counted(wanted: readonly string[], said: readonly string[]): Count {
  const [all, each] = [new Set(wanted), new Set(said)];
  return { found: [...each].filter((one) => all.has(one)).length, wanted: all.size, said: each.size };
}

const f1 = ({ found, wanted, said }: Count): number => (wanted + said === 0 ? 1 : (2 * found) / (wanted + said));

const sum = (counts: readonly Count[]): Count =>
  counts.reduce((a, b) => ({ found: a.found + b.found, wanted: a.wanted + b.wanted, said: a.said + b.said }), {
    found: 0,
    wanted: 0,
    said: 0,
  });

describe.skipIf(!hasShared)('against stage graphs checked by hand (skipped without MXG_SHARED)', () => {
  test('stages, flows, milestones and labels are what people see; no diagram falls below what was reached', () => {
    const rows = truths().map((truth) => ({ id: truth.id, counts: score(truth, graphOf(truth)) }));
    const totals = [0, 1, 2, 3].map((i) => sum(rows.flatMap(({ counts }) => counts[i] ?? [])));
    const line = (id: string, counts: readonly Count[]) =>
      `${id.padEnd(16)}${counts.map((count) => f1(count).toFixed(3).padStart(12)).join('')}`;
    const head = [
      'diagram'.padEnd(16),
      ...['stages', 'flows', 'milestones', 'labels'].map((name) => name.padStart(12)),
    ];
    console.log([head.join(''), ...rows.map(({ id, counts }) => line(id, counts)), line('all', totals)].join('\n'));
    const fallen = rows.filter(({ id, counts }) =>
      (REACHED[id] ?? []).some((reached, i) => f1(counts[i] ?? { found: 0, wanted: 1, said: 0 }) < reached),
    );
    expect(fallen.map(({ id }) => id)).toEqual([]);
    expect(totals.map(f1).every((figure) => figure >= 0.95)).toBe(true);
  });

  test('the titles are the text cells that people take them from', () => {
    const wrong = truths().flatMap((truth) => {
      const cells = new Map(graphOf(truth).stages.map(({ id, labelCell }) => [id, labelCell]));
      return truth.stages.filter(({ cellId, labelCellId }) => (cells.get(cellId) ?? undefined) !== labelCellId);
    });
    expect(wrong).toEqual([]);
  });

  test('the seed is exact: five stages in order, six milestones, eleven anchors', () => {
    const [diagram] = find(sourceFromBytes(sharedBytes('seed/dep_devptl.md')).value).value;
    const { stages, milestones, flows, links, marks, decorations } = extract(fileOf(diagram));
    const name = (id: string | null) => stages.find((stage) => stage.id === id)?.label ?? null;
    expect(stages.map(({ label }) => label)).toEqual([
      'Development',
      'Integration testing',
      'Assure',
      'Provider Testing',
      'Technical Live',
    ]);
    expect(milestones.map(({ label, between }) => [label, ...between.map(name)])).toEqual([
      ['Research', null, 'Development'],
      ['Dev-complete', 'Development', 'Integration testing'],
      ['End-toEnd test', 'Integration testing', 'Assure'],
      ['Technical conformance Certificate', 'Assure', 'Provider Testing'],
      ['EUOCP', 'Provider Testing', 'Technical Live'],
      ['Business Live', 'Technical Live', null],
    ]);
    expect(flows.map(({ from, to, via }) => [name(from), name(to), via])).toEqual([
      ['Development', 'Integration testing', 'adjacency'],
      ['Integration testing', 'Assure', 'adjacency'],
      ['Assure', 'Provider Testing', 'adjacency'],
      ['Provider Testing', 'Technical Live', 'adjacency'],
    ]);
    expect(links.map(({ kind }) => kind)).toEqual(Array.from({ length: 11 }, () => 'anchor'));
    expect(links.every(({ path, owner }) => path === 'dep_devptl.html' && owner !== null)).toBe(true);
    expect(stages.map(({ notes }) => notes.map(({ text }) => text))).toEqual([
      ['UEC Booking Demonstrator'],
      ['INT Environment'],
      ['SCAL'],
      ['Live SPINE'],
      ['Live Environment'],
    ]);
    expect(marks).toEqual([]);
    expect(decorations.filter(({ role }) => role === 'divider')).toHaveLength(10);
  });
});

/** Every page of the corpus. */
function* pages(): Generator<{ readonly name: string; readonly file: MxFile; readonly page: number }> {
  for (const entry of corpus()) {
    for (const diagram of find(sourceFromBytes(corpusBytes(entry)).value).value) {
      const file = fileOf(diagram);
      for (const { index } of file.pages) yield { name: `${entry.id} ${index}`, file, page: index };
    }
  }
}

const schema = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve('@mxg/stage-graph/schema/stage-graph.schema.json')), 'utf8'),
) as object;

/** What every cell that is drawn was read as. */
function readAs({ stages, milestones, marks, lanes, groups, flows, decorations }: StageGraph): string[] {
  return [
    ...[...stages, ...milestones, ...marks, ...lanes, ...groups].map(({ id }) => id),
    ...flows.filter(({ via }) => via === 'edge').map(({ evidence }) => evidence[0] ?? ''),
    ...decorations.map(({ cell }) => cell),
  ];
}

describe.skipIf(!hasShared)('on every page of the public diagrams (skipped without MXG_SHARED)', () => {
  test('the graph is valid JSON of its schema, the same each time, and holds each drawn cell once', () => {
    const valid = new Ajv2020({ strict: false }).compile(schema);
    const wrong: string[] = [];
    let count = 0;
    for (const { name, file, page } of pages()) {
      count++;
      const graph = extract(file, page);
      if (valid(graph) !== true) wrong.push(`${name}: ${JSON.stringify(valid.errors?.[0])}`);
      if (JSON.stringify(extract(file, page)) !== JSON.stringify(graph)) wrong.push(`${name}: differs the second time`);
      const drawn = (file.pages[page]?.model?.cells ?? []).filter(({ kind }) => DRAWN.has(kind));
      const cells = drawn.map(({ id, index }) => id ?? `#${index}`).toSorted();
      if (cells.join('\n') !== readAs(graph).toSorted().join('\n')) wrong.push(`${name}: cells are lost or read twice`);
      if ([mermaid, dot, outline].some((print) => print(graph) === '')) wrong.push(`${name}: prints nothing`);
    }
    console.log(`stage graphs: ${count} pages, ${wrong.length} wrong`);
    expect(count).toBeGreaterThan(800);
    expect(wrong).toEqual([]);
  });
});

const DRAWN: ReadonlySet<string> = new Set(['vertex', 'edge', 'edge-label']);
