import {
  bytesFromText,
  decode,
  defaultLimits,
  edit,
  encode,
  find,
  locate,
  pagesOf,
  readableXml,
  replace,
  sourceFromBytes,
  type EmbeddedDiagram,
  type NestedText,
  type RootSpan,
  type Source,
} from '@mxg/codec';
import {
  absoluteBounds,
  countCells,
  countLinks,
  hasErrors,
  withStyle,
  type Cell,
  type Diagnostic,
  type Edit,
  type MxFile,
  type TextEdit,
} from '@mxg/model';
import Ajv2020 from 'ajv/dist/2020.js';
import { isDeepStrictEqual } from 'node:util';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { readPages } from '../packages/codec/src/pages.ts';
import { Report } from '../packages/codec/src/report.ts';
import { parseXml } from '../packages/codec/src/xml/scan.ts';
import type { XmlElement } from '../packages/codec/src/xml/tree.ts';
import schema from '../packages/model/schema/mxfile.schema.json' with { type: 'json' };
import { corpus, corpusBytes, golden, hasShared, sharedBytes, sharedText, type CorpusEntry } from './support/shared.ts';

/** Where the manifest counts otherwise, and why: it took everything between two words in prose for a model. */
const MANIFEST_ODDITIES: Readonly<Record<string, string>> = {
  'md-1886f6e3d1': 'its last model is counted from a mention of `<mxGraphModel>` in prose',
  'md-b2d2209e62':
    'a reference text: its one "model" is a mention in prose and a table (draw.io cannot load it either)',
  'md-0ad0daa33e': 'two mxfiles of examples; a mention in prose before them is counted as an undecodable one',
};

/** Warnings about what mxg reads and draw.io does not. */
const REFUSED_BY_DRAWIO: ReadonlySet<string> = new Set(['model/reserved-id', 'model/duplicate-id']);

interface Read {
  readonly entry: CorpusEntry;
  readonly bytes: Uint8Array;
  readonly source: ReturnType<typeof sourceFromBytes>['value'];
  readonly found: ReturnType<typeof find>['value'];
  readonly files: readonly (MxFile | null)[];
  readonly diagnostics: readonly Diagnostic[];
}

function read(entry: CorpusEntry): Read {
  const bytes = corpusBytes(entry);
  const source = sourceFromBytes(bytes);
  const found = find(source.value);
  const decoded = found.value.map((diagram) => decode(diagram));
  const diagnostics = [...source.diagnostics, ...found.diagnostics, ...decoded.flatMap((each) => each.diagnostics)];
  return {
    entry,
    bytes,
    source: source.value,
    found: found.value,
    files: decoded.map(({ value }) => value),
    diagnostics,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe.skipIf(!hasShared)('over 600 public files (skipped without MXG_SHARED)', () => {
  const reads = hasShared ? corpus().map(read) : [];

  test('every file is found, decoded and counted as the manifest says', () => {
    const differing = reads.filter(({ entry, files }) => {
      const readable = files.filter((file) => file !== null);
      const counts = [
        sum(readable.map(({ pages }) => pages.length)),
        sum(readable.map(countCells)),
        sum(readable.map(countLinks)),
      ];
      return counts.join() !== [entry.pages, entry.cells, entry.links].join();
    });
    console.log(`corpus: ${reads.length - differing.length} of ${reads.length} files agree with the manifest`);
    expect(differing.map(({ entry }) => entry.id).sort()).toEqual(Object.keys(MANIFEST_ODDITIES).sort());
  });

  test('all that draw.io opens decodes without an error', () => {
    const failed = reads.filter(({ diagnostics }) => hasErrors(diagnostics));
    console.log(`corpus: ${reads.length - failed.length} of ${reads.length} files decode without an error`);
    expect(failed.map(({ entry }) => entry.id)).toEqual([]);
  });

  test('pages that draw.io shows have a model, and files without a diagram give none', () => {
    const hollow = reads.filter(({ files, entry }) => {
      const broken = files.some(
        (file) =>
          file === null ||
          file.pages.some(({ model, storage }) => model === null && (storage === 'text' || storage === 'elements')),
      );
      return broken || (entry.kind === 'negative' && files.length > 0);
    });
    expect(hollow.map(({ entry }) => entry.id)).toEqual([]);
  });

  test('models that draw.io cannot load are warned of, and others are not', () => {
    const { failed } = JSON.parse(sharedText('corpus/drawio-verdicts.json')) as { failed: { id: string }[] };
    const refused = failed.map(({ id }) => id).filter((id) => MANIFEST_ODDITIES[id] === undefined);
    const warned = reads.filter(({ diagnostics }) => diagnostics.some(({ code }) => REFUSED_BY_DRAWIO.has(code)));
    expect(refused.length).toBeGreaterThan(0);
    expect(warned.map(({ entry }) => entry.id).sort()).toEqual(refused.sort());
  });

  test('a source gives its bytes again', () => {
    const differing = reads.filter(({ source, bytes }) => !Buffer.from(encode(source)).equals(bytes));
    expect(differing.map(({ entry }) => entry.id)).toEqual([]);
  });

  test('what decode prints, written back, changes no byte', () => {
    const texts = reads.flatMap(({ entry, found, files }) =>
      found.flatMap((diagram, i) => {
        if (diagram.carrier === 'library' || files[i]?.pages.every(({ model }) => model !== null) !== true) return [];
        const { value, diagnostics } = replace(diagram, readableXml(pagesOf([diagram]).value));
        return [{ id: entry.id, edits: value.length, refused: diagnostics.length }];
      }),
    );
    expect(texts.length).toBeGreaterThan(560);
    expect(texts.filter(({ edits, refused }) => edits > 0 || refused > 0)).toEqual([]);
  });

  test('encodings, written anew, give the same bytes: most that escape, nearly all that compress', () => {
    const levels = reads.flatMap(({ found }) =>
      found.flatMap(({ xml }) => {
        const pages = xml === null ? [] : (readPages(xml, new Report(defaultLimits))?.pages ?? []);
        const texts = new Set(pages.flatMap(({ model }) => (model === null ? [] : levelsOf(model.text))));
        return [...texts].map(writtenAnew);
      }),
    );
    const shares = (['escaped', 'compressed'] as const).map((kind) => {
      const those = levels.filter((level) => level.kind === kind);
      const same = those.filter((level) => level.same).length;
      console.log(`corpus: ${same} of ${those.length} ${kind} texts come back byte for byte when encoded anew`);
      return same / those.length;
    });
    expect(levels.length).toBeGreaterThan(1000);
    expect(shares[0]).toBeGreaterThan(0.99);
    expect(shares[1]).toBeGreaterThan(0.9);
  });

  test.each(['label', 'link', 'style', 'geometry'] as const)(
    'an edit of one %s changes its bytes, in a compressed carrier its payload, and nothing else',
    (type) => {
      const wrong = reads.flatMap(({ entry, source, found, files }) =>
        found.flatMap((diagram, i) => {
          const file = files[i] ?? null;
          const target = diagram.carrier === 'library' || file === null ? null : chooseCell(file, entry.id, type);
          if (target === null || file === null) return [];
          return problemsOfEdit(source, diagram, file, target, type).map((problem) => `${entry.id}: ${problem}`);
        }),
      );
      expect(wrong).toEqual([]);
    },
  );

  test('the XML scanner reads what a strict parser reads', () => {
    const wrong = reads.flatMap(({ entry, found, files }) =>
      found.flatMap(({ xml }, i) =>
        xml !== null && files[i] !== null && xml.text.length < 2e6 && saxesCells(xml.text) !== ownCells(xml.text)
          ? [entry.id]
          : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('the JSON of every file is valid by the schema', () => {
    const validate = new Ajv2020({ strict: false }).compile(schema);
    const invalid = reads.filter(
      ({ files }) => !files.every((file) => file === null || validate(JSON.parse(JSON.stringify(file)))),
    );
    expect(invalid.map(({ entry }) => entry.id)).toEqual([]);
  });

  test('the seed page decodes to its 38 cells and eleven links', () => {
    const [diagram] = find(sourceFromBytes(sharedBytes('seed/dep_devptl.md')).value).value;
    const file = diagram === undefined ? null : decode(diagram).value;
    expect(diagram?.carrier).toBe('url');
    expect(file === null ? null : [countCells(file), countLinks(file)]).toEqual([38, 11]);
    const text = sharedText('seed/dep_devptl.md');
    expect(bytesFromText(text, 'utf-8').length).toBe(sharedBytes('seed/dep_devptl.md').length);
  });
});

describe.skipIf(!hasShared)('against what draw.io 24.7.17 drew (skipped without MXG_SHARED)', () => {
  test('every cell that it drew is a vertex or an edge of the model, and stands where it drew it', () => {
    const wrong: string[] = [];
    let cells = 0;
    let placed = 0;
    for (const { name, bytes, drawn } of golden()) {
      const [diagram] = find(sourceFromBytes(bytes).value).value;
      const model = diagram === undefined ? null : decode(diagram).value?.pages[0]?.model;
      const byId = new Map(model?.cells.map((cell) => [cell.id, cell]));
      const all = absoluteBounds(model?.cells ?? []);
      for (const { id, vertex, bounds } of drawn) {
        cells++;
        const cell = byId.get(id);
        const isVertex = cell?.kind === 'vertex' || cell?.kind === 'edge-label';
        if (cell === undefined || isVertex !== (vertex === true)) wrong.push(`${name} ${id}`);
        if (cell?.kind !== 'vertex') continue;
        placed++;
        const { x = NaN, y = NaN, width = NaN, height = NaN } = all[cell.index] ?? {};
        const differences = [bounds.x - x, bounds.y - y, bounds.width - width, bounds.height - height];
        if (!differences.every((difference) => Math.abs(difference) <= 0.5)) wrong.push(`${name} ${id} bounds`);
      }
    }
    console.log(`golden: ${cells} cells drawn by draw.io, ${placed} vertices placed; ${wrong.length} read otherwise`);
    expect(cells).toBeGreaterThan(10_000);
    expect(wrong).toEqual([]);
  });
});

/** A nested text and those around it, without the file itself. */
const levelsOf = (text: NestedText): NestedText[] =>
  text.origin === null ? [] : [text, ...levelsOf(text.origin.outer)];

function writtenAnew({ text, origin }: NestedText): { kind: 'same' | 'escaped' | 'compressed'; same: boolean } {
  const written = origin === null ? text : origin.outer.text.slice(origin.span.start, origin.span.end);
  const kind = written === text ? 'same' : origin?.locate == null ? 'compressed' : 'escaped';
  return { kind, same: (origin?.encode(text) ?? text) === written };
}

interface Target {
  readonly page: number;
  readonly cell: Cell;
}

/** Some cell of a kind that the edit is about, the same in every run. */
function chooseCell(file: MxFile, seed: string, type: Edit['type']): Target | null {
  const fits = (cell: Cell) =>
    type === 'geometry'
      ? cell.kind === 'vertex' && cell.geometry !== null
      : cell.kind === 'vertex' || cell.kind === 'edge';
  const cells = file.pages.flatMap(({ model, index }) =>
    (model?.cells ?? []).filter(fits).map((cell) => ({ page: index, cell })),
  );
  return cells[Number.parseInt(seed.slice(-6), 16) % cells.length] ?? null;
}

const TEXT = 'Ein "neuer" <b>Name</b> & mehr\n%41 + 100 % 😀';

/** An edit of a kind, and the cell as it should be read after it. */
function editOf({ page, cell }: Target, type: Edit['type']): [Edit, Cell] {
  const at = { page, cell: cell.index };
  const { geometry } = cell;
  const x = (geometry?.x ?? 0) + 12.5;
  if (type === 'label')
    return [
      { type, ...at, label: TEXT },
      { ...cell, label: TEXT },
    ];
  if (type === 'link')
    return [
      { type, ...at, link: TEXT },
      { ...cell, link: TEXT, wrapper: cell.wrapper ?? 'UserObject' },
    ];
  if (type === 'style') {
    const [key, value] = ['fillColor', '#123456'];
    return [
      { type, ...at, key, value },
      { ...cell, style: withStyle(cell.style, key, value) },
    ];
  }
  return [
    { type: 'geometry', ...at, geometry: { x } },
    { ...cell, geometry: geometry === null ? null : { ...geometry, x } },
  ];
}

function problemsOfEdit(
  source: Source,
  diagram: EmbeddedDiagram,
  file: MxFile,
  target: Target,
  type: Edit['type'],
): string[] {
  const { page, cell } = target;
  const [change, changed] = editOf(target, type);
  const { value: edits, diagnostics } = edit(diagram, [change]);
  const attribute = type === 'label' ? (cell.wrapper === null ? 'value' : 'label') : type === 'geometry' ? null : type;
  const place = locate(diagram, [{ page, cell: cell.index, attribute }])[0];
  const pages = file.pages.map((each) =>
    each.index === page && each.model !== null
      ? { ...each, model: { ...each.model, cells: each.model.cells.with(cell.index, changed) } }
      : each,
  );
  const after = sourceFromBytes(encode(source, edits)).value;
  const again = find(after).value.find((candidate) => candidate.span.start === diagram.span.start);
  const decoded = again === undefined ? null : decode(again).value;
  const inside = edits.every(({ span }) => span.start >= diagram.span.start && span.end <= diagram.span.end);
  return [
    ...(diagnostics.length > 0 || edits.length === 0 ? ['no edit'] : []),
    ...(inside ? [] : ['leaves the payload']),
    ...(isPlaced(place, edits, type, cell) ? [] : ['leaves the attribute']),
    ...(isDeepStrictEqual(decoded, { ...file, pages }) ? [] : ['decodes otherwise']),
  ];
}

/** Whether edits stay in the bytes of what they are about, where the carrier keeps places. */
function isPlaced(
  place: RootSpan | null | undefined,
  edits: readonly TextEdit[],
  type: Edit['type'],
  cell: Cell,
): boolean {
  if (place == null || !place.exact) return place != null && edits.length === 1;
  if (type === 'geometry') return edits.length === 1 && edits.every(({ span }) => span.end - span.start < 40);
  const insertsOnly = edits.every(({ span }) => span.start === span.end);
  if ((type === 'style' && cell.style.text === '' && insertsOnly) || (type === 'link' && cell.wrapper === null))
    return edits.every(({ span }) => span.start >= place.span.start);
  return edits.length === 1 && edits.every(({ span }) => span.start >= place.span.start && span.end <= place.span.end);
}

/** All attributes of all elements, as an XML parser of others reads them. */
function saxesCells(xml: string): string {
  const seen: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => seen.push(`${tag.name} ${JSON.stringify(Object.entries(tag.attributes))}`));
  parser.write(xml.replace(/^\ufeff/, '').replace(/<!DOCTYPE[^>]*>/, '')).close();
  return seen.join('\n');
}

function ownCells(xml: string): string {
  const seen: string[] = [];
  const visit = (element: XmlElement): void => {
    seen.push(`${element.name} ${JSON.stringify(element.attributes.map(({ name, value }) => [name, value]))}`);
    for (const child of element.children) if (child.kind === 'element') visit(child);
  };
  const parsed = parseXml(xml, defaultLimits);
  if (parsed.ok) visit(parsed.value);
  return seen.join('\n');
}
