import { decode, edit, encode, find, pagesOf, readableXml, replace, sourceFromBytes } from '@mxg/codec';
import { withStyle, type Cell, type Edit } from '@mxg/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtCarriers, type BuiltCarrier } from './support/carriers.ts';

/** What a test makes a cell of. */
interface Seed {
  readonly label: string;
  readonly link: string | null;
  readonly style: string;
  readonly x: number;
}

/** Text that XML can hold, with all that has a meaning in some carrier. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<',
        '>',
        '&',
        '"',
        "'",
        '%41',
        '+',
        '\\',
        '\n',
        ';',
        ' ',
        '&amp;',
        '(',
        ')',
        '`',
        '%',
        '#',
        'ä',
        '😀',
        '</mxfile>',
      ),
      fc.string({ maxLength: 4 }),
    ),
  )
  .map((parts) => parts.join('').replace(/[\u0000-\u0009\u000b-\u001f\ufffe\uffff]/g, ''));
const seed = fc.record<Seed>({
  label: text,
  link: fc.option(text, { nil: null }),
  style: fc.constantFrom('', 'ellipse;html=1;', 'rounded=1;fillColor=#dae8fc;'),
  x: fc.integer({ min: -500, max: 500 }),
});
const seeds = fc.array(seed, { minLength: 1, maxLength: 4 });

/** The model of some cells as draw.io writes it. */
function modelOf(cells: readonly Seed[]): string {
  const written = cells.map(({ label, link, style, x }, i) => {
    const geometry = `<mxGeometry x="${x}" y="0" width="120" height="60" as="geometry"/>`;
    const rest = `style="${style}" vertex="1" parent="1">${geometry}</mxCell>`;
    return link === null
      ? `<mxCell id="${i + 2}" value="${escape(label)}" ${rest}`
      : `<UserObject label="${escape(label)}" link="${escape(link)}" id="${i + 2}"><mxCell ${rest}</UserObject>`;
  });
  return `<mxGraphModel dx="1" dy="2"><root><mxCell id="0"/><mxCell id="1" parent="0"/>${written.join('')}</root></mxGraphModel>`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\n': '&#10;',
};
const escape = (value: string) => value.replace(/[&<>"'\n]/g, (unit) => ESCAPES[unit] ?? unit);

function read(bytes: Uint8Array) {
  const source = sourceFromBytes(bytes);
  const found = find(source.value);
  const files = found.value.map((diagram) => decode(diagram));
  const diagnostics = [...source.diagnostics, ...found.diagnostics, ...files.flatMap((file) => file.diagnostics)];
  const cells = files[0]?.value?.pages[0]?.model?.cells ?? [];
  return { source: source.value, diagrams: found.value, diagram: found.value[0]!, diagnostics, cells };
}

/** What tests compare of a cell. */
const summary = (cells: readonly Cell[]) =>
  cells.slice(2).map(({ label, link, style, geometry }) => [label, link, style.text, geometry?.x]);
const summaryOf = (cells: readonly Seed[]) => cells.map(({ label, link, style, x }) => [label, link, style, x]);

/** Every kind of edit of the first cell, and the seed after it. */
function edits(first: Seed, value: string): readonly (readonly [Edit, Seed])[] {
  const at = { page: 0, cell: '2' };
  const style = withStyle({ text: first.style, entries: [] }, 'strokeColor', '#0000ff').text;
  return [
    [
      { type: 'label', ...at, label: value },
      { ...first, label: value },
    ],
    [
      { type: 'style', ...at, key: 'strokeColor', value: '#0000ff' },
      { ...first, style },
    ],
    [
      { type: 'geometry', ...at, geometry: { x: first.x + 7 } },
      { ...first, x: first.x + 7 },
    ],
    ...(first.link === null
      ? []
      : [
          [
            { type: 'link', ...at, link: value },
            { ...first, link: value },
          ] as const,
        ]),
  ];
}

/** Carriers whose manner of writing is not the builder's for every character. */
const OWN_MANNER = /of Java|over lines|viewer URL|data: URI/;

const named = builtCarriers.map((carrier) => [carrier.name, carrier] as const);

describe.each(named)('%s', (_, carrier) => {
  test('is found, decoded whole and written back byte for byte', () => {
    fc.assert(
      fc.property(seeds, (cells) => {
        const bytes = carrier.build(modelOf(cells));
        const { source, diagrams, diagram, diagnostics, cells: decoded } = read(bytes);
        expect([diagrams.map((each) => each.carrier), diagnostics]).toEqual([[carrier.carrier], []]);
        expect(summary(decoded)).toEqual(summaryOf(cells));
        expect(Buffer.from(encode(source)).equals(bytes)).toBe(true);
        const again = carrier.writable ? replace(diagram, readableXml(pagesOf([diagram]).value)).value : [];
        expect(again).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(named.filter(([, { writable }]) => !writable))('%s', (_, carrier) => {
  test('is only read: edits and replacements are refused', () => {
    const model = modelOf([{ label: 'a', link: null, style: '', x: 0 }]);
    const { diagram } = read(carrier.build(model));
    const refused = [
      edit(diagram, [{ type: 'label', page: 0, cell: '2', label: 'b' }]),
      replace(diagram, model.replace('value="a"', 'value="b"')),
    ];
    expect(refused.map(({ value, diagnostics }) => [value, diagnostics.map(({ code }) => code)])).toEqual([
      [[], ['replace/read-only']],
      [[], ['replace/read-only']],
    ]);
  });
});

describe.each(named.filter(([, { writable }]) => writable))('%s', (_, carrier) => {
  test('takes an edit of one cell and leaves all else', () => {
    fc.assert(
      fc.property(seeds, text, (cells, value) => {
        const [first, ...others] = cells as [Seed, ...Seed[]];
        for (const [change, changed] of edits(first, value)) {
          expect(problemsOf(carrier, change, [first, ...others], [changed, ...others])).toEqual([]);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('of two pages takes a model into one of them', () => {
    const page = (id: string, cells: readonly Seed[]) => `<diagram id="${id}" name="${id}">${modelOf(cells)}</diagram>`;
    const cells: Seed[] = [{ label: 'a', link: null, style: '', x: 0 }];
    const bytes = carrier.build(`<mxfile host="x">${page('p', cells)}${page('q', cells)}</mxfile>`);
    const { source, diagram } = read(bytes);
    const { value, diagnostics } = replace(diagram, modelOf([{ ...cells[0]!, label: 'b' }]), 1);
    const after = decode(find(sourceFromBytes(encode(source, value)).value).value[0]!).value;
    expect(diagnostics).toEqual([]);
    expect(after?.pages.map(({ model }) => model?.cells[2]?.label)).toEqual(['a', 'b']);
  });
});

function problemsOf(carrier: BuiltCarrier, change: Edit, before: readonly Seed[], after: readonly Seed[]): string[] {
  const { source, diagram } = read(carrier.build(modelOf(before)));
  const { value, diagnostics } = edit(diagram, [change]);
  const bytes = Buffer.from(encode(source, value));
  const again = read(bytes);
  const exact = !carrier.compressed && !OWN_MANNER.test(carrier.name);
  return [
    ...diagnostics.map(({ message }) => message),
    ...again.diagnostics.map(({ message }) => message),
    ...(JSON.stringify(summary(again.cells)) === JSON.stringify(summaryOf(after))
      ? []
      : [`decodes to ${JSON.stringify(summary(again.cells))}`]),
    ...(value.every(({ span }) => span.start >= diagram.span.start && span.end <= diagram.span.end)
      ? []
      : ['leaves the payload']),
    ...(exact && !bytes.equals(carrier.build(modelOf(after)))
      ? ['other bytes than a writer of the whole would give']
      : []),
  ];
}
