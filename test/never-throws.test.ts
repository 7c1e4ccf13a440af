import { decode, edit, encode, find, locate, sourceFromBytes, storedPayload, type EmbeddedDiagram } from '@mxg/codec';
import type { Diagnostic, MxFile } from '@mxg/model';
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
  const bad: string[] = [];
  JSON.stringify(file, (key, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) bad.push(key);
    return value;
  });
  expect(bad).toEqual([]);
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
