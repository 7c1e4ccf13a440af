import {
  decode,
  edit,
  encode,
  find,
  locate,
  sourceFromBytes,
  sourceFromText,
  storedPayload,
  type EmbeddedDiagram,
} from '@mxg/codec';
import type { Diagnostic, MxFile } from '@mxg/model';
import { dot, explain, extract, mermaid, outline, type StageGraph } from '@mxg/stage-graph';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtCarriers } from './support/carriers.ts';
import { PNG_SIGNATURE } from './support/png.ts';

/** Another run, or that of a failure, is `MXG_SEED=… npx vitest run test/never-throws.test.ts`. */
const SEED = Number(process.env['MXG_SEED'] ?? 20_261_122);
const RUNS = 300;

const MODEL =
  '<mxGraphModel dx="1" grid="1"><root><mxCell id="0"/><mxCell id="1" parent="0"/>' +
  '<UserObject id="2" label="Prüfung (1 + 2)&#10;&quot;50%&quot; &amp;lt; 🜁" link="#a"><mxCell style="html=1;x" vertex="1" parent="1">' +
  '<mxGeometry x="10" y="-1.5e2" width="120" height="60" as="geometry"/></mxCell></UserObject>' +
  '<mxCell id="3" edge="1" parent="1" source="2"><mxGeometry relative="1" as="geometry"><Array as="points"><mxPoint x="1"/></Array>' +
  '<mxPoint as="targetPoint" y="7"/></mxGeometry></mxCell></root></mxGraphModel>';

/** A change of bytes. Places are parts of the length, so that they keep their meaning when bytes come and go. */
type Mutation = (bytes: Uint8Array) => Uint8Array;

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const at = (bytes: Uint8Array, part: number): number => Math.floor(part * (bytes.length + 1));
const spliced = (bytes: Uint8Array, start: number, end: number, middle: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(0, start), middle, bytes.subarray(Math.max(start, end))]);

/** What means something to one of the readers, and random bytes miss. */
const TOKENS = [
  ...'<>"\'&%=;/\\{}[](): \n\0-`#R',
  ...'<!-- --> <![CDATA[ ]]> <? ?> <!DOCTYPE &lt; &#x0; &amp; </ /> %3C %25 __proto__ NaN Infinity 1e999 \ufeff'.split(
    ' ',
  ),
  ...'<mxfile> <diagram> </diagram> <root> <mxCell/> %3CmxGraphModel%3E &lt;mxfile&gt; <svg </svg> content=" xml'.split(
    ' ',
  ),
  ...'data:image/png;base64, https://draw.io/#R endstream /Subject /ObjStm (%3Cmx <FEFF %3E) mxfile\0 IEND iTXt'.split(
    ' ',
  ),
  ' data-mxgraph="',
  ' class="mxgraph"',
  '```drawio\n',
  '::: drawio\n',
  'stream\n',
  '<!DOCTYPE a [',
];

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(place, fc.integer({ min: 0, max: 7 })).map(([part, bit]): Mutation => (bytes) => {
    const i = at(bytes, part);
    return i < bytes.length ? spliced(bytes, i, i + 1, Buffer.from([(bytes[i] ?? 0) ^ (1 << bit)])) : bytes;
  }),
  fc.tuple(place, fc.uint8Array({ maxLength: 8 })).map(([part, random]): Mutation => (bytes) => {
    return spliced(bytes, at(bytes, part), at(bytes, part), random);
  }),
  fc.tuple(place, fc.constantFrom(...TOKENS)).map(([part, token]): Mutation => (bytes) => {
    return spliced(bytes, at(bytes, part), at(bytes, part), Buffer.from(token));
  }),
  fc.tuple(place, fc.integer({ min: 1, max: 200 })).map(([part, length]): Mutation => (bytes) => {
    return spliced(bytes, at(bytes, part), at(bytes, part) + length, new Uint8Array());
  }),
  fc.tuple(place, place, fc.integer({ min: 1, max: 200 })).map(([from, to, length]): Mutation => (bytes) => {
    const slice = bytes.subarray(at(bytes, from), at(bytes, from) + length);
    return spliced(bytes, at(bytes, to), at(bytes, to), slice);
  }),
  place.map(
    (part): Mutation =>
      (bytes) =>
        bytes.subarray(0, at(bytes, part)),
  ),
);

const mutated = (bytes: Uint8Array): fc.Arbitrary<Uint8Array> =>
  fc
    .array(mutation, { minLength: 1, maxLength: 6 })
    .map((list) => list.reduce((current, mutate) => mutate(current), bytes));

/** What cells are drawn as: one of each kind that the stage graph tells apart, and names that every object has. */
const STYLES = [
  '',
  'rounded=1;html=1;whiteSpace=wrap;',
  'text;html=1;strokeColor=none;fillColor=none;',
  'swimlane;startSize=23;html=1;',
  'swimlane;horizontal=0;html=1;',
  'group',
  'ellipse;html=1;fillColor=#000000;',
  'html=1;fillColor=none;',
  'constructor;shape=toString;direction=__proto__;labelPosition=valueOf;html=1;',
  'html=1;rotation=33;fontSize=1e308;align=right;verticalLabelPosition=bottom;',
  ...(
    'line rhombus step singleArrow doubleArrow note cylinder3 umlActor umlLifeline curlyBracket table tableRow process waypoint ' +
    'startState endState offPageConnector image edgeLabel mxgraph.flowchart.terminator mxgraph.bpmn.shape mxgraph.arrows2.arrow ' +
    'mxgraph.aws4.resourceIcon mxgraph.flowchart.on-page_reference mxgraph.flowchart.parallel_mode'
  )
    .split(' ')
    .map((shape) => `shape=${shape};html=1;`),
];

const LINES = [
  '',
  'endArrow=none;html=1;',
  'endArrow=none;dashed=1;html=1;',
  'startArrow=classic;endArrow=none;html=1;',
  'edgeStyle=orthogonalEdgeStyle;html=1;exitX=1e308;exitY=0;entryX=-1;entryY=0.5;entryDx=1e308;',
];

const LABELS = [
  '',
  ' ',
  '-',
  '1',
  '2. Build',
  'Phase 3',
  'XOR',
  '<b>Stage <i>one',
  '<div>Two</div></p></b><br/>&nbsp;&amp;lt;&#0;&#xD800;&bogus;',
  '<a href="javascript:x">a<a href=\'#b\'>c</a></a></a><script>x',
  '<table><tr><td>1<td>2',
  '%a% %%a% %b%%page%%label%%id%',
  '"] --> x{{`<!-- -->\\\n# 1. _*',
  '流れ 🜁\u200b\ud800',
  '<',
  '&',
];

const LINKS = [
  '#a',
  'page.md#b',
  'javascript:x',
  ' \u0001java\tscript:x',
  'data:page/id,p',
  'mailto:a@b',
  '//host',
  '',
];
const ACTIONS = ['{"actions":[{"open":"#c"},{"open":1},null]}', '{"actions":{}}', '[', 'null', '{"a":{"toString":1}}'];
const NUMBERS = [
  '',
  '0',
  '10',
  '20',
  '60',
  '120',
  '-40',
  '1e308',
  '-1e308',
  'NaN',
  'Infinity',
  '5e-324',
  'x',
  '1000000',
];

const attribute = (text: string): string =>
  text
    .replace(/[&<>"\n\t]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replace(/[^\n -\ud7ff\ue000-\uffff]/g, '?');

/** A place on a small grid, so that shapes meet, or one out of the way. */
const length = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2, max: 20 }).map((n) => `${n * 20}`) },
  { weight: 1, arbitrary: fc.constantFrom(...NUMBERS) },
);

const pointOf = (role: string) =>
  fc.tuple(length, length).map(([x, y]) => `<mxPoint x="${x}" y="${y}"${role === '' ? '' : ` as="${role}"`}/>`);

const geometry = fc
  .record({
    box: fc.tuple(length, length, length, length),
    relative: fc.constantFrom('', '', ' relative="1"'),
    ends: fc.tuple(fc.option(pointOf('sourcePoint')), fc.option(pointOf('targetPoint')), fc.option(pointOf('offset'))),
    points: fc.array(pointOf(''), { maxLength: 3 }),
  })
  .map(({ box: [x, y, width, height], relative, ends, points }) => {
    const more = `${ends.join('')}<Array as="points">${points.join('')}</Array>`;
    return `<mxGeometry x="${x}" y="${y}" width="${width}" height="${height}"${relative} as="geometry">${more}</mxGeometry>`;
  });

/** How many ids there are to be tied to: some of them are missing from the page. */
const IDS = 24;

const name = fc.integer({ min: 0, max: IDS }).map((n) => `c${n}`);

const cell = fc.record({
  kind: fc.constantFrom('vertex', 'vertex', 'vertex', 'vertex', 'edge', 'edge', 'label', 'plain'),
  style: fc.constantFrom(...STYLES),
  line: fc.constantFrom(...LINES),
  label: fc.constantFrom(...LABELS),
  link: fc.option(
    fc.oneof(fc.constantFrom(...LINKS), fc.constantFrom(...ACTIONS.map((json) => `data:action/json,${json}`))),
  ),
  placeholders: fc.boolean(),
  flags: fc.constantFrom('', '', '', ' visible="0"', ' collapsed="1"'),
  parent: fc.oneof({ weight: 3, arbitrary: fc.constant('1') }, { weight: 2, arbitrary: name }),
  source: fc.option(name),
  target: fc.option(name),
  geometry: fc.option(geometry, { freq: 8 }),
});

type GeneratedCell = typeof cell extends fc.Arbitrary<infer T> ? T : never;

function cellText(each: GeneratedCell, id: string | null, i: number): string {
  const isEdge = each.kind === 'edge';
  const kind = each.kind === 'plain' ? '' : isEdge ? ' edge="1"' : ' vertex="1"';
  const tie = (role: string, to: string | null) => (isEdge && to !== null ? ` ${role}="${to}"` : '');
  const parent = each.kind === 'label' ? `c${i - 1}` : each.parent;
  const style = attribute(isEdge ? each.line : each.style);
  const inner = `style="${style}"${kind} parent="${parent}"${tie('source', each.source)}${tie('target', each.target)}${each.flags}>${each.geometry ?? ''}</mxCell>`;
  const named = id === null ? '' : ` id="${id}"`;
  const label = attribute(each.label);
  if (each.link === null && !each.placeholders) return `<mxCell${named} value="${label}" ${inner}`;
  const link = each.link === null ? '' : ` link="${attribute(each.link)}"`;
  return `<UserObject${named} label="${label}"${link} placeholders="1" a="${label}"><mxCell ${inner}</UserObject>`;
}

/** Pages of any cells; `ids` gives each cell its id. */
const pagesWith = (ids: fc.Arbitrary<(i: number) => string | null>): fc.Arbitrary<string> =>
  fc.tuple(fc.array(cell, { maxLength: IDS, size: 'max' }), ids).map(([cells, idOf]) => {
    const all = cells.map((each, i) => cellText(each, idOf(i), i)).join('');
    const model = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${all}</root></mxGraphModel>`;
    return `<mxfile vars="{&quot;b&quot;:{}}"><diagram id="p">${model}</diagram></mxfile>`;
  });

const uniqueIds = fc.constant((i: number) => `c${i}`);
const anyIds = fc
  .array(fc.option(fc.constantFrom('0', '1', 'c1', 'c2', '#3', '__proto__', '')), { minLength: IDS, maxLength: IDS })
  .map((some) => (i: number) => (i % 3 === 0 ? `c${i}` : (some[i] ?? null)));

/** The smallest bytes that were found for which the law does not hold, and why it does not; empty when there are none. */
function broken(bytes: fc.Arbitrary<Uint8Array>, law: (bytes: Uint8Array) => void, numRuns = RUNS): string[] {
  const { counterexample, errorInstance } = fc.check(fc.property(bytes, law), { seed: SEED, numRuns });
  return counterexample === null ? [] : [Buffer.from(counterexample[0]).toString('latin1'), String(errorInstance)];
}

describe(`reading never throws, whatever the bytes are (seed ${SEED})`, () => {
  test.each(builtCarriers)('$name, damaged', ({ build }) => {
    expect(broken(mutated(build(MODEL)), readsInGoodOrder)).toEqual([]);
  });

  const words = fc.array(fc.constantFrom(...TOKENS), { maxLength: 60, size: 'max' }).map((tokens) => tokens.join(''));
  const random = fc.uint8Array({ maxLength: 2000, size: 'max' });

  test.each([
    ['random bytes', random],
    ['words of all carriers in a row', words.map((text) => Buffer.from(text))],
    ['a PDF of such words', words.map((text) => Buffer.from(`%PDF-1.7\n${text}`))],
    ['an SVG of such words', words.map((text) => Buffer.from(`<svg content="${text}"/>`))],
    ['an mxfile of such words', words.map((text) => Buffer.from(`<mxfile><diagram>${text}</diagram></mxfile>`))],
    ['a PNG of random chunks', random.map((bytes) => Buffer.concat([PNG_SIGNATURE, bytes]))],
  ])('%s', (_, bytes) => {
    expect(broken(bytes, readsInGoodOrder, 1000)).toEqual([]);
  });
});

describe(`writing into what could be read never throws (seed ${SEED})`, () => {
  test.each(builtCarriers.filter(({ writable }) => writable))('$name, damaged', ({ build }) => {
    expect(broken(mutated(build(MODEL)), takesALabel)).toEqual([]);
  });
});

describe(`reading a stage graph never throws, whatever is drawn (seed ${SEED})`, () => {
  test.each([
    ['cells with ids of their own', pagesWith(uniqueIds), keepsEveryCell],
    ['cells with the same ids, or none', pagesWith(anyIds), graphsInGoodOrder],
  ])('%s', (_, pages, law) => {
    const { counterexample, errorInstance } = fc.check(
      fc.property(pages, (xml) => everyFile(xml, law)),
      { seed: SEED, numRuns: 600 },
    );
    expect(counterexample === null ? [] : [counterexample[0], String(errorInstance)]).toEqual([]);
  });
});

/** Reads a text that is a diagram. */
function everyFile(xml: string, law: (file: MxFile) => void): void {
  for (const diagram of find(sourceFromText(xml)).value) {
    const { value } = decode(diagram);
    expect(value?.pages[0]?.model).toBeTruthy();
    if (value !== null) law(value);
  }
}

/** Reads every page as a graph and prints it: the same again for the same, and no number that JSON cannot hold. */
function graphsInGoodOrder(file: MxFile): void {
  for (const { index } of file.pages) {
    const graph = extract(file, index);
    expect(JSON.stringify(extract(file, index))).toBe(JSON.stringify(graph));
    expect(notFinite(graph)).toEqual([]);
    for (const print of [mermaid, dot, outline]) expect(print(graph)).toMatch(/\n$/);
    expect(explain(graph).length).toBeGreaterThanOrEqual(graph.stages.length);
  }
}

/** The same, and every cell that is drawn stands in one place of the graph. For pages whose ids are unique. */
function keepsEveryCell(file: MxFile): void {
  graphsInGoodOrder(file);
  for (const { index, model } of file.pages) {
    const drawn = (model?.cells ?? []).filter(({ kind }) => ['vertex', 'edge', 'edge-label'].includes(kind));
    expect(cellsTold(extract(file, index)).toSorted()).toEqual(drawn.map(({ id }) => id).toSorted());
  }
}

const cellsTold = ({ stages, milestones, marks, lanes, groups, flows, decorations }: StageGraph): string[] => [
  ...[...stages, ...milestones, ...marks, ...lanes, ...groups].map(({ id }) => id),
  ...flows.flatMap(({ via, evidence }) => (via === 'edge' ? evidence.slice(0, 1) : [])),
  ...decorations.map(({ cell: id }) => id),
];

/** Reads bytes and asserts what holds for any: the same bytes come back, and whatever is wrong is told in full and in place. */
function readsInGoodOrder(bytes: Uint8Array): void {
  const source = sourceFromBytes(bytes);
  const { text } = source.value;
  const found = find(source.value);
  const files = found.value.map((diagram) => decode(diagram));
  const again = find(source.value);
  expect(Buffer.from(encode(source.value)).equals(bytes)).toBe(true);
  for (const diagnostic of [source, found, ...files].flatMap(({ diagnostics }) => diagnostics))
    isTold(diagnostic, text);
  for (const diagram of found.value) stands(diagram, text, storedPayload(source.value, diagram));
  for (const { value } of files) holdsNumbers(value);
  for (const { value } of files) if (value !== null) graphsInGoodOrder(value);
  expect(again.diagnostics).toEqual(found.diagnostics);
  found.value.forEach((diagram, i) => isExplained(diagram, files[i]!, found.diagnostics));
}

function isTold({ code, severity, message, hint, span }: Diagnostic, text: string): void {
  expect(code).toMatch(/^[a-z]+(?:\/[a-z0-9-]+)+$/);
  expect(['error', 'warning', 'info']).toContain(severity);
  expect(message).toMatch(SENTENCE);
  expect(hint).toMatch(SENTENCE);
  expect(span === null || (0 <= span.start && span.start <= span.end && span.end <= text.length)).toBe(true);
}

/** Lower case but for words such as XML, no full stop, and short, however long the names of the input are. */
const SENTENCE = /^(?:[^A-Z.]|[A-Z]{3})[^]{5,250}[^.]$/;

function stands({ span }: EmbeddedDiagram, text: string, stored: Uint8Array): void {
  expect(0 <= span.start && span.start <= span.end && span.end <= text.length).toBe(true);
  expect(stored).toBeInstanceOf(Uint8Array);
}

/** A payload or a page that cannot be read has its error. */
function isExplained(
  { xml }: EmbeddedDiagram,
  { value, diagnostics }: ReturnType<typeof decode>,
  before: readonly Diagnostic[],
): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  if (xml === null) expect(before.some(({ severity }) => severity === 'error')).toBe(true);
  else if (value === null) expect(errors).toBeGreaterThan(0);
  const missing = (value?.pages ?? []).filter(
    ({ model, storage }) => model === null && !['empty', 'image'].includes(storage),
  );
  expect(errors).toBeGreaterThanOrEqual(Math.min(1, missing.length));
}

/** No number of a model is one that JSON cannot hold. */
function holdsNumbers(file: MxFile | null): void {
  expect(notFinite(file)).toEqual([]);
}

/** The keys of all numbers that JSON cannot hold. */
function notFinite(whole: unknown): string[] {
  const bad: string[] = [];
  JSON.stringify(whole, (key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) bad.push(key);
    return value;
  });
  return bad;
}

/** Changes the first label of each page that can be read; read again, it is there, or the carrier is broken with a word. */
function takesALabel(bytes: Uint8Array): void {
  const source = sourceFromBytes(bytes).value;
  for (const [n, diagram] of find(source).value.entries()) {
    const page = decode(diagram).value?.pages.find(({ model }) => (model?.cells.length ?? 0) > 0);
    if (page === undefined) continue;
    const label = 'new <b>label</b> & "100%" ü Ω 🜁\n';
    const { value: edits } = edit(diagram, [{ type: 'label', page: page.index, cell: 0, label }]);
    const read = find(sourceFromBytes(encode(source, edits)).value).value[n];
    expect(locate(diagram, [{ page: page.index, cell: 0, attribute: null }])[0]).not.toBeNull();
    expect(read === undefined ? null : decode(read).value?.pages[page.index]?.model?.cells[0]?.label).toBe(label);
  }
}
