import { decode, find, sourceFromBytes } from '@mxg/codec';
import { dot, extract, mermaid, type StageGraph } from '@mxg/stage-graph';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import { readMermaid } from './support/mermaid.ts';
import { corpus, corpusBytes, hasShared } from './support/shared.ts';

/** Labels that mean something to the languages that they are written into. */
const AWKWARD = [
  'say "hello"',
  "it's 'quoted'",
  'a < b & c > d',
  '<b>bold</b><script>alert(1)</script>',
  '[box] (round) {diamond} |pipe|',
  'end',
  'subgraph x',
  'graph TD',
  'click n1 call alert()',
  '%% a comment',
  '%%{init: {"theme": "dark"}}%%',
  '#quot; #35; &quot; &amp;amp;',
  '\\N \\n \\" \\',
  'C:\\new\\table',
  '`code` **bold** _it_',
  '1. first',
  '- item',
  '+ item',
  '* item',
  '# heading',
  '; -- > --> ---',
  'a:::style @{ shape: circle }',
  'Prüfung ✓ 测试 🜁 עברית',
  'é combined e\u0301',
  '\u202Eright to left',
  'see www.example.org: now',
  'direction LR',
  'C4Context C4Container',
  'style a:b#c;d',
  'x'.repeat(3000),
  ' ',
  '',
];

/** A graph in which each awkward text stands as name of a stage, a milestone, a lane, a flow, and as id of a cell. */
function awkwardGraph(): StageGraph {
  const evidence = { rule: 'stage', cells: [] };
  const bounds = { x: 0, y: 0, width: 100, height: 60 };
  const drawn = (label: string, i: number) => ({
    id: `${label}${i}`,
    label,
    labelCell: null,
    bounds,
    link: `page.md?q=${label}#${label}`,
    lane: `lane${label}${i}`,
    parent: null,
    hidden: false,
    evidence,
  });
  const stages = AWKWARD.map((label, i) => ({ ...drawn(label, i), notes: [], order: i }));
  const ids = stages.map(({ id }) => id);
  return {
    schemaVersion: 1,
    page: { index: 0, id: null, name: AWKWARD.join(' ') },
    stages,
    milestones: AWKWARD.map((label, i) => ({
      ...drawn(label, i),
      id: `milestone${label}${i}`,
      between: [ids[i] ?? null, ids[i + 1] ?? null],
    })),
    marks: [],
    lanes: AWKWARD.map((label, i) => ({ ...drawn(label, i), id: `lane${label}${i}`, lane: null, stages: [] })),
    groups: [],
    flows: AWKWARD.map((label, i) => ({
      from: ids[i] ?? null,
      to: ids[i + 1] ?? null,
      label,
      via: 'edge',
      heads: 'to',
      ends: ['stored', 'stored'],
      hidden: false,
      evidence: [],
    })),
    links: [],
    decorations: [],
  };
}

const root = fileURLToPath(new URL('..', import.meta.url));

const graphsIn = (bytes: Uint8Array): StageGraph[] =>
  find(sourceFromBytes(bytes).value).value.flatMap((diagram) => {
    const file = decode(diagram).value;
    return file === null ? [] : file.pages.map(({ index }) => extract(file, index));
  });

const exampleGraphs = (): StageGraph[] =>
  globSync('examples/**/*.{md,html,svg,drawio}', { cwd: root }).flatMap((path) =>
    graphsIn(readFileSync(`${root}${path}`)),
  );

/** Every seventh diagram: enough for a sample of all kinds. */
const corpusGraphs = (): StageGraph[] =>
  hasShared
    ? corpus()
        .filter((_, i) => i % 7 === 0)
        .flatMap((entry) => graphsIn(corpusBytes(entry)))
    : [];

const hasGraphviz = spawnSync('dot', ['-V']).status === 0;
if (!hasGraphviz) console.warn('no Graphviz (`dot`) on this machine: the test that it reads our output is skipped');

describe.skipIf(!hasGraphviz)('Graphviz (skipped where there is no `dot`)', () => {
  test.each([
    ['awkward labels', () => [awkwardGraph()]],
    ['the examples', exampleGraphs],
    [hasShared ? 'public diagrams' : 'no public diagrams without MXG_SHARED', corpusGraphs],
  ])('reads %s without a word', (_, graphs) => {
    const texts = graphs().map(dot);
    const { status, stderr, stdout } = spawnSync('dot', ['-Tcanon'], { input: texts.join(''), maxBuffer: 1e9 });
    expect([status, stderr.toString()]).toEqual([0, '']);
    expect(stdout.toString().match(/^digraph/gm)?.length ?? 0).toBe(texts.length);
  });

  test('takes labels as they are', () => {
    const { stdout } = spawnSync('dot', ['-Tjson0'], { input: dot(awkwardGraph()), maxBuffer: 1e9 });
    const { objects } = JSON.parse(stdout.toString()) as { objects: { label: string }[] };
    const labels = new Set(objects.map(({ label }) => label));
    // in Graphviz's language a backslash is written twice
    const wrong = AWKWARD.filter((label) => !labels.has(label.replaceAll('\\', '\\\\')));
    expect(wrong).toEqual([]);
  });
});

/** A label without a text is a space that is kept. */
const shownAs = (label: string): string => (label.trim() === '' ? '\u00a0' : label);

describe('Mermaid 11', () => {
  test.each([
    ['the examples', exampleGraphs],
    [hasShared ? 'public diagrams' : 'no public diagrams without MXG_SHARED', corpusGraphs],
  ])('reads %s as flowcharts with every stage in them', async (_, graphs) => {
    for (const graph of graphs()) {
      const { type, nodes } = await readMermaid(mermaid(graph));
      expect(type).toBe('flowchart-v2');
      expect(graph.stages.filter(({ label }) => !nodes.includes(shownAs(label)))).toEqual([]);
    }
  });

  test('shows labels as they are, whatever they look like, and follows safe links alone', async () => {
    const { type, nodes, edges, subgraphs, links } = await readMermaid(mermaid(awkwardGraph()));
    expect(type).toBe('flowchart-v2');
    expect(AWKWARD.filter((label) => !nodes.includes(shownAs(label)))).toEqual([]);
    expect(AWKWARD.filter((label) => label.trim() !== '' && !edges.includes(label))).toEqual([]);
    expect(AWKWARD.filter((label) => !subgraphs.includes(shownAs(label)))).toEqual([]);
    expect(links.filter((link) => !link.startsWith('page.md?q='))).toEqual([]);
  });

  test('an unsafe link is left out', async () => {
    const graph = awkwardGraph();
    const stages = graph.stages.map((stage) => ({ ...stage, link: 'java\nscript:alert(1)' }));
    const { links } = await readMermaid(mermaid({ ...graph, stages, milestones: [] }));
    expect(links).toEqual([]);
  });
});
