import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import {
  decode,
  defaultLimits,
  edit,
  encode,
  find,
  replace,
  sourceFromBytes,
  sourceFromText,
  type EmbeddedDiagram,
  type Limits,
} from '@mxg/codec';
import type { Diagnostic, Edit, MxFile } from '@mxg/model';
import { dot, explain, extract, mermaid, outline } from '@mxg/stage-graph';
import { describe, expect, test } from 'vitest';
import { builtCarriers, compressedText, mxfileOf, pdfDeflated, pdfFile, pdfStream } from './support/carriers.ts';
import {
  compressedTextChunk,
  internationalTextChunk,
  pngChunk,
  pngFile,
  PNG_SIGNATURE,
  textChunk,
} from './support/png.ts';

/**
 * Input that was made to hurt: whatever the bytes are, reading ends, throws nothing, and says what is wrong or finds nothing.
 * A row says what is read: `reads` (every model, without complaint), `nothing found`, or the codes of all diagnostics.
 */
type Row = readonly [name: string, gives: string, input: () => Input, limits?: Partial<Limits>];

/** As `Row`; what is repeated stands `size` times in the full input, which takes a second or two where the work is linear. */
type GrowingRow = readonly [name: string, size: number, gives: string, input: (n: number) => Input];

type Input = string | Uint8Array;

/** One with a bracket, a quote, an umlaut, a plus and a percent sign: what the encodings treat in ways of their own. */
const MODEL =
  '<mxGraphModel dx="1"><root><mxCell id="0"/><mxCell id="1" parent="0"/>' +
  '<mxCell id="2" value="Prüfung (1 + 2) &quot;50%&quot; &amp;lt;" style="html=1;" vertex="1" parent="1">' +
  '<mxGeometry x="10" width="120" height="60" as="geometry"/></mxCell></root></mxGraphModel>';

/** A model of one cell with that label, as written between quotes. */
const modelOf = (label: string): string =>
  `<mxGraphModel><root><mxCell id="0" value="${label}"/></root></mxGraphModel>`;
const modelWith = (cells: string): string => `<mxGraphModel><root>${cells}</root></mxGraphModel>`;
const numbered = (n: number, cell: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => cell(i)).join('');
const svgWith = (content: string, before = ''): string => `${before}<svg content="${content}"><g/></svg>`;

const fileOf = (pages: string): string => `<mxfile>${pages}</mxfile>`;
const pageOf = (text: string): string => fileOf(`<diagram>${text}</diagram>`);
const cellOf = (id: string, more = ''): string => `<mxCell id="${id}" ${more}/>`;
const embedOf = (json: string): string => `<div data-mxgraph='${json}'></div>`;
const libraryOf = (json: string): string => `<mxlibrary>${json}</mxlibrary>`;

interface Read {
  readonly files: readonly (MxFile | null)[];
  readonly diagnostics: readonly Diagnostic[];
}

function read(input: Input, limits: Partial<Limits> = {}): Read {
  const all: Limits = { ...defaultLimits, ...limits };
  const source = sourceFromBytes(typeof input === 'string' ? Buffer.from(input) : input, all);
  const found = find(source.value, all);
  const files = found.value.map((diagram) => decode(diagram, all));
  return {
    files: files.map(({ value }) => value),
    diagnostics: [source, found, ...files].flatMap(({ diagnostics }) => diagnostics),
  };
}

/** What a row is compared with; a limit must be named with its value, and how it is raised. */
function summary({ files, diagnostics }: Read, limits: Partial<Limits> = {}): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))];
  for (const { code, message, hint } of diagnostics.filter((each) => each.code.startsWith('limit/')).slice(0, 10)) {
    const limit = code.slice('limit/'.length) as keyof Limits;
    expect(message).toContain({ ...defaultLimits, ...limits }[limit].toLocaleString('en-US'));
    expect(hint).toContain(`limits.${limit}`);
  }
  if (codes.length > 0) return codes.sort().join(', ');
  if (files.length === 0) return 'nothing found';
  return files.every(isWhole) ? 'reads' : 'a gap without a word';
}

/** Whether every page has a model, but for those that are empty or a picture. */
const isWhole = (file: MxFile | null): boolean =>
  file !== null && file.pages.every(({ model, storage }) => model !== null || !['elements', 'text'].includes(storage));

const rows = (table: readonly Row[]): void => {
  for (const [name, gives, input, limits] of table)
    test(`${name}: ${gives}`, () => {
      expect(summary(read(input(), limits), limits)).toBe(gives);
    });
};

const growingRows = (table: readonly GrowingRow[]): void => {
  test.each(table)('%s, %i times: %s', (_, size, gives, input) => {
    const found = summary(whileGrowing(input, size, read)!);
    expect(found).toBe(gives === ENDS ? found : gives);
  });
};

/** What a row gives that may be read in several ways: anything, so long as it ends. */
const ENDS = 'it ends';

/**
 * Works on inputs that grow up to the full size. What takes four times as long for twice the input fails here after seconds,
 * where the full size would keep the run busy for minutes. No time is asserted where the growth is linear.
 */
function whileGrowing<T, R>(input: (n: number) => T, size: number, work: (made: T) => R): R | undefined {
  let result: R | undefined;
  let before = { n: 1, ms: 1e6 };
  for (const part of [1024, 512, 256, 128, 64, 32, 16, 8, 4, 1]) {
    const n = Math.max(2, Math.round(size / part));
    const most = Math.max(2000, before.ms * (n / before.n) ** 1.5);
    const made = input(n);
    let ms = Infinity;
    for (let tries = 0; tries < 2 && ms > most; tries++) {
      const start = performance.now();
      result = work(made);
      ms = Math.min(ms, Math.round(performance.now() - start));
    }
    if (ms > most) throw new Error(`not linear: ${before.n} took ${before.ms} ms, ${n} took ${ms} ms`);
    before = { n, ms };
  }
  return result;
}

describe('a carrier that is cut off at any byte is whole, broken with a word, or none', () => {
  test.each(builtCarriers)('$name', ({ build }) => {
    const bytes = build(MODEL);
    const whole = modelsOf(read(bytes));
    const silent: number[] = [];
    for (let length = 0; length < bytes.length; length++) {
      const cut = read(bytes.subarray(0, length));
      if (cut.files.length > 0 && cut.diagnostics.length === 0 && modelsOf(cut) !== whole) silent.push(length);
    }
    expect(whole).toContain('Prüfung (1 + 2)');
    expect(silent).toEqual([]);
  });
});

const modelsOf = ({ files }: Read): string =>
  JSON.stringify(files.map((file) => file?.pages.map(({ model }) => model)));

/** 1,500 letters that no deflate makes much shorter. */
const NOISE = numbered(300, (i) => Math.round(2 ** 24 * Math.abs(Math.sin(i + 1))).toString(36));

describe('a payload that is cut off in its middle is not passed over in silence', () => {
  test.each(builtCarriers)('$name', ({ build }) => {
    const [longer, shorter] = [build(modelOf(NOISE)), build(modelOf('a'))];
    const common = [...shorter].findIndex((byte, i) => byte !== longer[i]);
    const middle = common + Math.floor((longer.length - shorter.length) / 2);
    expect(read(longer.subarray(0, middle)).diagnostics.length).toBeGreaterThan(0);
  });
});

describe('base64 and deflate', () => {
  const good = compressedText(MODEL);
  rows([
    ['as draw.io writes it', 'reads', () => pageOf(good)],
    ['wrapped over lines', 'reads', () => pageOf(good.replace(/.{20}/g, '$&\r\n'))],
    ['one character too many', 'payload/base64', () => pageOf(`${good.slice(0, 80)}A`)],
    ['padding in its middle', 'payload/base64', () => pageOf(`${good.slice(0, 40)}==${good.slice(40)}`)],
    ['another alphabet', 'payload/unknown', () => pageOf(good.replace(/[A-Z]/, '_'))],
    ['an ellipsis', 'payload/base64', () => pageOf(`${good.slice(0, 40)}…`)],
    ['a NUL', 'xml/character', () => pageOf(`${good.slice(0, 40)}\0${good.slice(40)}`)],
    ['cut off', 'payload/truncated', () => pageOf(good.slice(0, 80))],
    ['no deflate', 'payload/deflate', () => pageOf('A'.repeat(100))],
    ['a block type that does not exist', 'payload/deflate', () => pageOf('//////////////////////8=')],
    [
      'bytes that are no UTF-8',
      'xml/truncated',
      () => pageOf(deflated([0x3c, 0xff, 0xfe, ...Buffer.from('abcdefghijkl')])),
    ],
    [
      'a label that is no UTF-8',
      'payload/utf-8',
      () => pageOf(deflated([...Buffer.from(modelOf('Caf\xe9'), 'latin1')])),
    ],
    ['nothing', 'payload/unknown', () => pageOf(deflated([]))],
  ]);
});

const deflated = (bytes: readonly number[]): string => deflateRawSync(Buffer.from(bytes)).toString('base64');

/** URL-encoded XML with escapes of its own as a label. */
const url = (label: string) => encodeURIComponent(modelOf('@')).replace('%40', label);

describe('URL escapes', () => {
  rows([
    ['of an umlaut', 'reads', () => url('%C3%BC')],
    ['of the last character there is', 'reads', () => url('%F4%8F%BF%BD')],
    ['that are none', 'payload/escape', () => url('%ZZ')],
    ['with one digit', 'payload/escape', () => url('%4')],
    ['a bare percent sign', 'payload/escape', () => url('50% done'.replace(' ', '+'))],
    ['of Latin-1', 'payload/escape', () => url('%FC')],
    ['longer than needed', 'payload/escape', () => url('%C0%BC')],
    ['of half a pair', 'payload/escape', () => url('%ED%A0%80')],
    ['beyond Unicode', 'payload/escape', () => url('%F4%90%80%80')],
    ['that begin in the middle', 'payload/escape', () => url('%BC')],
    ['of NUL', 'xml/character', () => url('%00')],
    ['of `<`, bare in XML', 'xml/syntax', () => url('%3C')],
    ['of `&`, bare in XML', 'xml/reference', () => url('%26')],
  ]);
});

/** The bytes of a text, 0xFF where it has `@`. */
const broken = (text: string) => Buffer.from(text, 'utf8').map((byte) => (byte === 0x40 ? 0xff : byte));

describe('bytes that are no UTF-8', () => {
  rows([
    // one bad byte must not turn every umlaut of the file into two letters in silence
    ['in a label of a .drawio file', 'payload/utf-8', () => broken(modelOf('Prüfung @'))],
    ['in a label in a page', 'payload/utf-8', () => broken(`ü\n\n${modelOf('Prüfung @')}\n\nü`)],
    ['in the page around it', 'reads', () => broken(`@\n\n${modelOf('a')}\n`)],
    ['in a page without a diagram', 'nothing found', () => broken('@@@ <mxfile> @@@')],
    [
      'in a file that says Latin-1',
      'reads',
      () => Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${modelOf('Pr\xfcfung')}`, 'latin1'),
    ],
    ['half a UTF-16 file', 'source/utf-16', () => Buffer.from(`\ufeff${MODEL}`, 'utf16le').subarray(0, 301)],
  ]);
});

describe('a deflate bomb', () => {
  const LONG = 20_000_000;
  const raw = deflateRawSync(Buffer.alloc(LONG, 'a'));
  const zlib = deflateSync(Buffer.alloc(LONG, 'a'));
  const text = raw.toString('base64');

  test('is 20 kB for 20 MB', () => {
    expect(raw.length).toBeLessThan(20_500);
  });

  rows([
    ['alone', 'limit/ratio', () => text],
    ['alone, with zlib header', 'limit/ratio', () => zlib.toString('base64')],
    ['in a page of a .drawio file', 'limit/ratio', () => `<mxfile><diagram>${text}</diagram></mxfile>`],
    ['in an SVG', 'limit/ratio', () => svgWith(text)],
    ['in an SVG in a page', 'limit/ratio', () => `a ${svgWith(text)} b`],
    ['in a PNG, zTXt', 'limit/ratio', () => pngFile(compressedTextChunk('mxfile', zlib))],
    ['in a PNG, zTXt without header', 'limit/ratio', () => pngFile(compressedTextChunk('mxfile', raw))],
    ['in a PNG, iTXt', 'limit/ratio', () => pngFile(internationalTextChunk('mxfile', 'a'.repeat(LONG), true))],
    ['in data-mxgraph', 'limit/ratio', () => `<div data-mxgraph='{"xml":"${text}"}'></div>`],
    ['in a <div>', 'limit/ratio', () => `<div class="mxgraph"><div>${text}</div></div>`],
    ['in a viewer URL', 'limit/ratio', () => `https://app.diagrams.net/#R${encodeURIComponent(text)}`],
    ['in a fence', 'limit/ratio', () => `\`\`\`drawio\n${text}\n\`\`\``],
    ['in a library', 'limit/ratio', () => `<mxlibrary>[{"xml":"${text}"}]</mxlibrary>`],
    [
      'in a PNG in a data: URI',
      'limit/ratio',
      () => `![](data:image/png;base64,${pngFile(compressedTextChunk('mxfile', zlib)).toString('base64')})`,
    ],
    ['attached to a PDF', 'limit/ratio', () => pdfFile(pdfDeflated('/Subtype /application#2Fvnd.jgraph.mxfile', zlib))],
    // of pages, fonts and pictures a PDF has many; only those that may hold a diagram are inflated
    ['as a stream of a PDF that holds no diagram', 'nothing found', () => pdfFile(pdfDeflated('/Type /XObject', zlib))],
    ['as an object stream of a PDF', 'limit/ratio', () => pdfFile(pdfDeflated('/Type /ObjStm', zlib))],
    [
      'below the ratio, above the size',
      'limit/inflated',
      () => deflateRawSync(Buffer.alloc(100_000, 'a')).toString('base64'),
      { inflated: 99_999 },
    ],
    ['below both', 'reads', () => compressedText(modelOf('a'.repeat(1_000_000)))],
    ['in a bomb: 27 kB for 10 GB', 'limit/ratio', () => bombInBomb(10_000)],
    ['six times in itself', 'payload/nested', () => matryoshka(8)],
    // each page keeps every limit, and yet one small text becomes 200 MB, or any number of gigabytes
    ['in many pages: 9 kB for 200 MB', 'limit/inflated', () => manySmallBombs(200)],
  ]);
});

/** Megabytes of `a`, deflated, in base64, and all that again. The blocks are made once: a full flush makes them stand alone. */
function bombInBomb(megabytes: number): string {
  const block = deflateRawSync(Buffer.alloc(1_000_000, 'a'), { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  const inner = Buffer.concat([...Array.from({ length: megabytes }, () => block), end]);
  return deflateRawSync(inner.toString('base64'), { level: 9 }).toString('base64');
}

function matryoshka(depth: number): string {
  return depth === 0 ? MODEL : deflateRawSync(matryoshka(depth - 1)).toString('base64');
}

function manySmallBombs(pages: number): string {
  const page = `<diagram>${compressedText(modelOf('a'.repeat(1_000_000)))}</diagram>`;
  return compressedText(`<mxfile>${page.repeat(pages)}</mxfile>`);
}

const fileBehind = (doctype: string, label: string) => doctype + mxfileOf(modelOf(label));

describe('entities and DOCTYPE', () => {
  const laughs = `<!DOCTYPE svg [<!ENTITY a "ha">${numbered(30, (i) => `<!ENTITY a${i} "${'&a;'.repeat(10)}">`)}]>`;
  const quadratic = `<!DOCTYPE mxfile [<!ENTITY a "${'a'.repeat(50_000)}">]>`;
  rows([
    ['billion laughs in a .drawio file', 'xml/entities', () => fileBehind(laughs, '&a29;')],
    ['billion laughs in an SVG', 'xml/entities', () => svgWith('&a29;', laughs)],
    ['billion laughs in an SVG, spaced', 'xml/entities', () => svgWith('&a29;', laughs.replace(']>', ' ] >'))],
    [
      'billion laughs in URL-encoded text, where a file begins with its root',
      'xml/reference',
      () => encodeURIComponent(fileBehind(laughs, '&a29;')),
    ],
    ['billion laughs in compressed text', 'xml/entities', () => compressedText(fileBehind(laughs, '&a29;'))],
    [
      'billion laughs in an attachment',
      'xml/entities',
      () => pdfFile(pdfStream('/Subtype /application#2Fvnd.jgraph.mxfile', fileBehind(laughs, '&a29;'))),
    ],
    ['quadratic blow-up', 'xml/entities', () => fileBehind(quadratic, '&a;'.repeat(50_000))],
    [
      'a file of the system',
      'xml/entities',
      () => fileBehind('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'),
    ],
    [
      'a file of the network',
      'xml/entities',
      () => fileBehind('<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1/">]>', '&x;'),
    ],
    [
      'a parameter entity',
      'xml/entities',
      () => fileBehind('<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/"> %x;]>', 'a'),
    ],
    ['an entity that nobody declares', 'xml/reference', () => modelOf('&x;')],
    ['an entity of HTML', 'xml/reference', () => modelOf('&nbsp;')],
    ['a reference to no character', 'xml/reference', () => modelOf('&#xD800;')],
    ['a reference of a million digits', 'xml/reference', () => modelOf(`&#${'0'.repeat(1_000_000)}65;`)],
    ['the DOCTYPE of SVG 1.1', 'reads', () => svgWith(encodeURIComponent(MODEL), SVG_DOCTYPE)],
    ['the DOCTYPE of HTML before an SVG', 'reads', () => svgWith(encodeURIComponent(MODEL), '<!DOCTYPE svg>')],
    ['a DTD that is a file, never opened', 'reads', () => fileBehind('<!DOCTYPE a SYSTEM "file:///etc/passwd">', 'a')],
    ['a DOCTYPE behind the root', 'xml/trailing', () => `${MODEL}<!DOCTYPE a><b/>`],
    ['a DOCTYPE without an end', 'payload/unknown', () => '<!DOCTYPE svg [<svg content="a"/>'],
  ]);
});

const SVG_DOCTYPE =
  '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';

const attributesOf = (n: number) => numbered(n, (i) => ` a${i}=""`);

const wideCell = (n: number, more = '') => `<mxCell${attributesOf(n)}${more}/>`;

describe('depth and width of XML', () => {
  const deep = `<mxGraphModel><root>${'<a>'.repeat(1_000_000)}${'</a>'.repeat(1_000_000)}</root></mxGraphModel>`;
  rows([
    ['10^6 elements inside one another', 'limit/depth', () => deep],
    ['the same in a page', 'limit/depth', () => `a ${deep}`],
    ['the same in a page, never closed', 'limit/depth', () => `a <mxfile><root>${'<a>'.repeat(1_000_000)}`],
    ['the same in URL-encoded text', 'limit/depth', () => encodeURIComponent(deep)],
    ['as deep as the limit', 'reads', () => modelWith(`${'<a>'.repeat(498)}${'</a>'.repeat(498)}`)],
    ['deeper by one', 'limit/depth', () => modelWith(`${'<a>'.repeat(499)}${'</a>'.repeat(499)}`)],
    ['10^6 attributes of a cell', 'limit/attributes', () => modelWith(wideCell(1_000_000))],
    [
      '10^6 attributes of a model',
      'limit/attributes',
      () => `<mxGraphModel${attributesOf(1_000_000)}><root/></mxGraphModel>`,
    ],
    [
      '10^6 attributes of a model in a page',
      'limit/attributes',
      () => `a <mxGraphModel${attributesOf(1_000_000)}><root/></mxGraphModel>`,
    ],
    ['10^6 attributes of an SVG', 'limit/attributes', () => `<svg${attributesOf(1_000_000)} content=""/>`],
    ['10^4 attributes', 'reads', () => modelWith(wideCell(10_000))],
    ['an attribute that stands twice', 'xml/duplicate-attribute', () => modelWith('<mxCell id="1" id="2"/>')],
    [
      'an attribute that stands twice in a page',
      'xml/duplicate-attribute',
      () => `a <mxGraphModel a="" a=""><root/></mxGraphModel> b`,
    ],
    ['content twice in an SVG', 'xml/duplicate-attribute', () => '<svg content="a" content="b"/>'],
    ['content twice in an SVG in a page', 'xml/duplicate-attribute', () => 'a <svg content="a" content="b"></svg> b'],
    ['the 2nd of 10^4 attributes again', 'xml/duplicate-attribute', () => modelWith(wideCell(9_999, ' a1=""'))],
    [
      'the 2nd of 10^5 attributes again',
      'xml/duplicate-attribute',
      () => modelWith(wideCell(100_000, ' a1=""')),
      { attributes: 200_000 },
    ],
    ['a name of 10^6 letters', 'reads', () => modelWith(`<${'a'.repeat(1_000_000)}/>`)],
    ['a label of 10 MB in one line', 'reads', () => modelOf('a'.repeat(10_000_000))],
    ['a label of 10 MB in one line, URL-encoded', 'reads', () => encodeURIComponent(modelOf('ü '.repeat(1_000_000)))],
    ['a file beyond the limit', 'limit/input', () => Buffer.alloc(1001), { input: 1000 }],
  ]);
});

describe('names that every object has', () => {
  const NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'] as const;
  const before = prototypes();

  test.each(NAMES)('%s is a name like any other for elements, attributes, styles and ids', (name) => {
    const wrapper = `<${name} id="${name}" label="${name}" ${name}="polluted">`;
    const cell = `<mxCell parent="${name}" ${name}="polluted" style="${name};${name}=polluted;" vertex="1" source="${name}">`;
    const inner = `<${name} as="${name}"/><mxGeometry><mxPoint as="${name}"/></mxGeometry>`;
    const { files, diagnostics } = read(modelWith(`${wrapper}${cell}${inner}</mxCell></${name}>`));
    const found = files[0]?.pages[0]?.model?.cells[0];
    expect(diagnostics.map(({ code }) => code)).toEqual(['model/reserved-id']); // draw.io cannot load such an id, mxg can
    expect(found).toMatchObject({ id: name, label: name, parent: name, wrapper: name, kind: 'vertex' });
    expect(found?.properties).toEqual([{ name, value: 'polluted' }]);
    expect(found?.unknownAttributes.map((attribute) => attribute.name)).toContain(name);
    expect(found?.style.entries).toEqual([
      { key: name, value: null },
      { key: name, value: 'polluted' },
    ]);
    expect(prototypes()).toEqual(before);
  });

  test.each(NAMES)('%s is a name like any other for pages, files and settings', (name) => {
    const page = `<diagram id="${name}" name="${name}" ${name}="polluted"><mxGraphModel ${name}="polluted"><root/></mxGraphModel></diagram>`;
    const { files, diagnostics } = read(`<mxfile ${name}="polluted">${page}</mxfile>`);
    const [attribute] = [{ name, value: 'polluted' }];
    expect(diagnostics).toEqual([]);
    expect(files[0]).toMatchObject({ attributes: [attribute], pages: [{ id: name, name, attributes: [attribute] }] });
    expect(files[0]?.pages[0]?.model?.unknownAttributes).toEqual([attribute]);
    expect(prototypes()).toEqual(before);
  });

  test.each(NAMES)('%s is a key like any other in JSON', (name) => {
    const [other, own] = [compressedText(modelOf('other')), compressedText(modelOf('own'))];
    const json = `{"${name}":{"xml":"${other}","title":"polluted"},"xml":"${own}","title":"${name}"}`;
    const library = read(libraryOf(`[${json}]`));
    expect(library.files[0]?.pages.map((page) => page.name)).toEqual([name]);
    expect(labels(library)).toEqual(['own']);
    expect(labels(read(embedOf(json)))).toEqual(['own']);
    expect(prototypes()).toEqual(before);
  });

  test.each(NAMES)('%s alone holds no diagram', (name) => {
    const json = `{"${name}":{"xml":"${compressedText(modelOf('other'))}"}}`;
    expect(read(embedOf(json)).files).toEqual([]);
    expect(labels(read(libraryOf(`[${json}]`)))).toEqual([undefined]);
    expect(prototypes()).toEqual(before);
  });
});

const labels = ({ files }: Read): readonly (string | undefined)[] =>
  files.flatMap((file) => file?.pages.map(({ model }) => model?.cells[0]?.label) ?? []);

/** What any object, array, string and function inherits. */
const prototypes = (): readonly (readonly string[])[] =>
  [Object.prototype, Array.prototype, String.prototype, Function.prototype].map((each) =>
    Object.getOwnPropertyNames(each),
  );

describe('keys that stand twice in JSON', () => {
  const [first, second, third] = ['first', 'second', 'third'].map((label) => `"${compressedText(modelOf(label))}"`);

  test('leave every entry of a library its own model', () => {
    const twice = `[{"xml":${first},"xml":${second}},{"xml":${third}}]`;
    const noText = `[{"xml":${first},"xml":1},{"xml":${third}}]`;
    expect(labels(read(libraryOf(twice)))).toEqual(['second', 'third']);
    expect(labels(read(libraryOf(noText)))).toEqual([undefined, 'third']);
  });

  test('count for the last time they stand there', () => {
    expect(labels(read(embedOf(`{"xml":${first},"xml":${second}}`)))).toEqual(['second']);
    expect(labels(read(embedOf(`{"xml":${first},"xml":1}`)))).toEqual([]);
  });
});

const pngWith = (type: string, text: string) => pngFile(pngChunk(type, Buffer.from(text, 'latin1')));

describe('a PNG', () => {
  const url = encodeURIComponent(MODEL);
  const data = Buffer.from(`mxfile\0${url}`);
  const lie = (length: number) => pngFile(pngChunk('tEXt', data, length));
  rows([
    ['with a diagram', 'reads', () => lie(data.length)],
    ['that is only a signature', 'nothing found', () => PNG_SIGNATURE],
    ['that ends inside its signature', 'nothing found', () => PNG_SIGNATURE.subarray(0, 5)],
    ['whose chunk says it is longer than the file', 'png/truncated', () => lie(100_000)],
    ['whose chunk says it has 2^31 bytes', 'png/truncated', () => lie(0x80000000)],
    ['whose chunk says it has 2^32 - 1 bytes', 'png/truncated', () => lie(0xffffffff)],
    ['whose chunk says it is empty', 'png/truncated', () => lie(0)],
    ['whose chunk says it is shorter', 'png/truncated, xml/mismatch', () => lie(data.length - 40)],
    ['without IEND', 'reads', () => lie(data.length).subarray(0, -12)],
    ['with a chunk without a text', 'payload/unknown', () => pngWith('tEXt', 'mxfile\0')],
    ['with a chunk without a NUL', 'nothing found', () => pngWith('tEXt', 'mxfile')],
    ['with zTXt without a method', 'png/truncated', () => pngWith('zTXt', 'mxfile\0')],
    ['with zTXt of an unknown method', 'png/compression', () => pngWith('zTXt', 'mxfile\0\x07abc')],
    ['with zTXt that is no deflate', 'payload/deflate', () => pngWith('zTXt', 'mxfile\0\0\xff\xff\xff\xff')],
    ['with iTXt without languages', 'png/truncated', () => pngWith('iTXt', 'mxfile\0\0\0en')],
    ['with iTXt of an unknown method', 'png/compression', () => pngWith('iTXt', 'mxfile\0\x01\x07\0\0abc')],
    [
      'with empty chunks',
      'nothing found',
      () => pngFile(...Array.from({ length: 1000 }, () => pngChunk('tEXt', Buffer.alloc(0)))),
    ],
    [
      'with 200,000 chunks',
      'limit/chunks',
      () => pngFile(Buffer.concat(Array<Buffer>(200_000).fill(pngChunk('prVt', Buffer.alloc(0))))),
    ],
    [
      'with 20,000 diagrams',
      'limit/diagrams',
      () => pngFile(Buffer.concat(Array<Buffer>(20_000).fill(textChunk('mxfile', encodeURIComponent(modelOf('a')))))),
    ],
  ]);
});

const subjectOf = (escaped: string) => `<< /Subject (${escaped}) >>`;

describe('a PDF', () => {
  const url = encodeURIComponent(mxfileOf(modelOf('a')));
  const hex = Buffer.from(url, 'utf16le').swap16().toString('hex');
  rows([
    ['with its diagram', 'reads', () => pdfFile(subjectOf(url))],
    ['with a Subject of words', 'nothing found', () => pdfFile(subjectOf('a diagram'))],
    ['with hexadecimal digits of another text', 'nothing found', () => pdfFile('<< /Subject <FEFF0061> >>')],
    ['with hexadecimal digits', 'reads', () => pdfFile(`<< /Subject <feff${hex}> >>`)],
    ['with an odd number of digits', 'xml/truncated', () => pdfFile(`<< /Subject <FEFF${hex.slice(0, 201)}> >>`)],
    ['with a Subject that has no end', 'payload/truncated', () => pdfFile(`<< /Subject (${url.slice(0, 200)} >>`)],
    [
      'with an attachment that is no deflate',
      'payload/deflate',
      () => pdfFile(pdfDeflated('/Subtype /application#2Fvnd.jgraph.mxfile', Buffer.from('mxfile'))),
    ],
    ['with an attachment of another type', 'nothing found', () => pdfFile(pdfStream('/Subtype /text#2Fxml', MODEL))],
  ]);
});

/** The first bytes of a text that is made once. */
const growing =
  (whole: Buffer) =>
  (n: number): Buffer =>
    whole.subarray(0, n);

describe('200 MB of text without a diagram', () => {
  const SIZE = 200_000_000;
  const NEAR_MISSES = [
    'the `<mxfile` mention, `%3Cmx`, https://draw.io/#R, (data:image/png), the drawio editor, mxlibrary, class="mxgraph", ',
    '<svg width="1"><g/></svg>, <mxGraphModel>, data-mxgraph, &lt;mxfile&gt;, ```drawio in a line, <svg>, %PDF-, ',
  ];
  const filled = (text: string) => Buffer.alloc(SIZE, text);

  // seen for all growing sizes together (Node 20, 2 cores): 0.5 to 3 s a row, of which the full 200 MB take two thirds
  test.each([
    ['prose', 'The quick brown fox jumps over the lazy dog, and there is no diagram in sight.\n'],
    ['prose in one line', 'The quick brown fox jumps over the lazy dog, and there is no diagram in sight. '],
    [
      'prose in two bytes a character',
      'Der flinke Fuchs springt über den trägen Hund – kein Diagramm weit und breit.\n',
    ],
    ['blanks', ' '],
    ['words and nothing else', 'The quick brown fox jumps over the lazy dog\n'],
    ['NUL', '\0'],
    ['prose full of near misses', `${NEAR_MISSES.join('\n')}\n`],
    ['prose full of near misses in one line', NEAR_MISSES.join(' ')],
  ])('%s: nothing found', (_, text) => {
    expect(summary(whileGrowing(growing(filled(text)), SIZE, read)!)).toBe('nothing found');
  });
});

describe('mentions of diagrams in prose are no diagrams', () => {
  growingRows([
    ['of `<mxfile>`', 100_000, 'nothing found', (n) => 'The `<mxfile>` element holds pages.\n'.repeat(n)],
    ['of `<mxGraphModel dx="1">`', 100_000, 'nothing found', (n) => 'See <mxGraphModel dx="1"> and so on. '.repeat(n)],
    ['of `&lt;mxfile&gt;`', 100_000, 'nothing found', (n) => '<code>&lt;mxfile&gt;</code> '.repeat(n)],
    ['of `%3CmxGraphModel%3E`', 100_000, 'nothing found', (n) => 'It begins with `%3CmxGraphModel%3E`. '.repeat(n)],
    ['of a drawio fence', 100_000, 'nothing found', (n) => 'Use a ```drawio fence. '.repeat(n)],
    ['of drawio', 100_000, 'nothing found', (n) => 'the drawio editor, '.repeat(n)],
    ['of #R', 1_000_000, 'nothing found', (n) => '#R'.repeat(n)],
    ['of http://draw.io/#R', 100_000, 'nothing found', (n) => 'http://draw.io/#R '.repeat(n)],
    ['of <svg>', 100_000, 'nothing found', (n) => 'an `<svg>` tag '.repeat(n)],
  ]);
});

describe('repetition that looks like the start of a diagram', () => {
  growingRows([
    // XML in a page
    ['<mxfile><root>', 200_000, 'limit/depth, xml/truncated', (n) => `a ${'<mxfile><root>'.repeat(n)}`],
    ['<mxGraphModel><root/>', 100_000, 'limit/depth, xml/truncated', (n) => `a ${'<mxGraphModel><root/>'.repeat(n)}`],
    ['<mxfile><diagram/>&', 100_000, 'limit/diagrams, xml/reference', (n) => `a ${'<mxfile><diagram/>&'.repeat(n)}`],
    ['a comment that is never closed', 100_000, 'nothing found', (n) => `a ${'<mxfile><!--'.repeat(n)}`],
    ['a comment', 100_000, 'nothing found', (n) => `a <mxfile>${'<!-- -->'.repeat(n)}`],
    ['a quote that is never closed', 100_000, 'nothing found', (n) => `a ${'<mxfile a="'.repeat(n)}`],
    ['either quote', 100_000, 'nothing found', (n) => `a ${'<mxfile a=\'"'.repeat(n)}`],
    ['a blank in a tag', 1_000_000, 'nothing found', (n) => `a <mxfile${' '.repeat(n)}`],
    // more at once than a function may have arguments
    [
      '<mxfile><diagram/></x>',
      600_000,
      'limit/diagrams, xml/mismatch',
      (n) => `a ${'<mxfile><diagram/></x>'.repeat(n)}`,
    ],
    // escaped XML
    ['&lt;mxfile &gt;', 100_000, 'nothing found', (n) => '&lt;mxfile &gt;'.repeat(n)],
    ['&lt;mxfile &', 100_000, 'nothing found', (n) => '&lt;mxfile &'.repeat(n)],
    ['&lt;mxfile&gt;&lt;diagram', 100_000, 'payload/truncated', (n) => '&lt;mxfile&gt;&lt;diagram '.repeat(n)],
    ['a blank between &gt; and &lt;', 1_000_000, 'nothing found', (n) => `&lt;mxfile&gt;${' '.repeat(n)}`],
    // URL-encoded text
    [
      '%3CmxGraphModel%3E%3Croot%3E, in words',
      100_000,
      'limit/diagrams, payload/truncated',
      (n) => '%3CmxGraphModel%3E%3Croot%3E '.repeat(n),
    ],
    [
      '%3CmxGraphModel%3E%3Croot%3E, in lines',
      100_000,
      'payload/truncated',
      (n) => `a ${'%3CmxGraphModel%3E%3Croot%3E\n'.repeat(n)}`,
    ],
    [
      '%3CmxGraphModel%3E%3Croot%3E, in one word',
      100_000,
      'payload/truncated',
      (n) => '%3CmxGraphModel%3E%3Croot%3E'.repeat(n),
    ],
    [
      '%3CmxGraphModel%3E%3Croot%3E, between quotes',
      100_000,
      'limit/diagrams, payload/truncated',
      (n) => '"%3CmxGraphModel%3E%3Croot%3E"'.repeat(n),
    ],
    ['a blank line behind it', 1_000_000, 'payload/truncated', (n) => `%3CmxGraphModel%3E%3Croot%3E${' \n'.repeat(n)}`],
    // HTML
    ['"data-mxgraph=', 100_000, 'nothing found', (n) => '"data-mxgraph='.repeat(n)],
    ['data-mxgraph="', 200_000, 'limit/diagrams, payload/json', (n) => ' data-mxgraph="'.repeat(n)],
    ['data-mxgraph="{}"', 100_000, 'nothing found', (n) => ' data-mxgraph="{}"'.repeat(n)],
    ['data-mxgraph=', 1_000_000, 'nothing found', (n) => ` data-mxgraph${' '.repeat(n)}`],
    ['class="mxgraph"', 100_000, 'nothing found', (n) => ' class="mxgraph"'.repeat(n)],
    ['class="mxgraph">', 100_000, 'nothing found', (n) => ' class="mxgraph">'.repeat(n)],
    ['<div class="mxgraph"><div>', 100_000, 'nothing found', (n) => '<div class="mxgraph"><div>'.repeat(n)],
    [
      '<div class="mxgraph"><div>%3C</div>',
      100_000,
      'limit/diagrams, xml/syntax',
      (n) => '<div class="mxgraph"><div>%3C</div>'.repeat(n),
    ],
    // SVG
    ['<svg', 100_000, 'nothing found', (n) => `a ${'<svg '.repeat(n)}`],
    // a picture without a diagram is none of those that the limit counts
    ['<svg a=""></svg>', 50_000, 'nothing found', (n) => `a ${'<svg a=""></svg>'.repeat(n)}`],
    ['<svg></svg>', 100_000, 'nothing found', (n) => `a ${'<svg></svg>'.repeat(n)}`],
    ['<svg content="%3C">', 100_000, 'limit/diagrams, xml/syntax', (n) => `a ${'<svg content="%3C">'.repeat(n)}`],
    [
      '<svg content="%3C"></svg>',
      100_000,
      'limit/diagrams, xml/syntax',
      (n) => `a ${'<svg content="%3C"></svg>'.repeat(n)}`,
    ],
    ['<!DOCTYPE svg>', 200_000, 'nothing found', (n) => `${'<!DOCTYPE svg>'.repeat(n)}<svg/>`],
    [
      '<!DOCTYPE svg>, and one bracket at the end',
      200_000,
      'nothing found',
      (n) => `${'<!DOCTYPE svg>'.repeat(n)}[<svg/>`,
    ],
    ['<!---->', 100_000, 'nothing found', (n) => `${'<!---->'.repeat(n)}<svg/>`],
    ['a word of a DOCTYPE', 1_000_000, 'nothing found', (n) => `<!DOCTYPE svg ${'A '.repeat(n)}<svg/>`],
    // data: URIs and viewer URLs
    ['data:image/svg+xml;base64,', 100_000, 'nothing found', (n) => 'data:image/svg+xml;base64,'.repeat(n)],
    ['data:image/svg+xml;a;a;a…', 500_000, 'nothing found', (n) => `data:image/svg+xml${';a'.repeat(n)}`],
    [
      '"data:image/svg+xml,%3Csvg ',
      100_000,
      'nothing found',
      (n) => '"data:image/svg+xml,%3Csvg%20content="'.repeat(n),
    ],
    ["'data:image/svg+xml,", 100_000, 'nothing found', (n) => `'${'data:image/svg+xml, '.repeat(n)}`],
    [
      'a data: URI with a broken diagram',
      100_000,
      'limit/diagrams, xml/syntax',
      (n) => '<img src="data:image/svg+xml,%3Csvg content=\'%253C\'/>">'.repeat(n),
    ],
    ['http://draw.io/#R%3Cmx', 100_000, 'limit/diagrams, xml/truncated', (n) => 'http://draw.io/#R%3Cmx '.repeat(n)],
    [
      'http://draw.io/#RAAAA…',
      50_000,
      'limit/diagrams, payload/deflate',
      (n) => `http://draw.io/#R${'A'.repeat(20)} `.repeat(n),
    ],
    // fences
    ['a fence that is never closed', 100_000, 'nothing found', (n) => '```drawio\n'.repeat(n)],
    [
      'a fence of every length',
      50_000,
      'nothing found',
      (n) => numbered(n, (i) => `${'`'.repeat(3 + (i % 150))}drawio\n`),
    ],
    [
      'a fence with compressed text',
      50_000,
      'limit/diagrams, payload/deflate',
      (n) => `\`\`\`drawio\n${'A'.repeat(20)}\n\`\`\`\n`.repeat(n),
    ],
    ['a block quote in a fence', 200_000, 'nothing found', (n) => `\`\`\`drawio\n${'> > > \n'.repeat(n)}`],
    // PDF
    ['/Subject (%3Cmx', 100_000, ENDS, (n) => `%PDF-1.4\n${'/Subject (%3Cmx'.repeat(n)}`],
    ['/Subject (%3Cmx, one end', 100_000, ENDS, (n) => `%PDF-1.4\n${'/Subject (%3Cmx'.repeat(n)}%3E)`],
    ['/Subject <AA', 100_000, 'pdf/truncated', (n) => `%PDF-1.4\n${'/Subject <AA'.repeat(n)}`],
    ['/Subject <AA, one end', 100_000, 'pdf/truncated', (n) => `%PDF-1.4\n${'/Subject <AA'.repeat(n)}>`],
    ['/ObjStm', 100_000, 'pdf/truncated', (n) => `%PDF-1.4\n${'/ObjStm'.repeat(n)}`],
    ['/ObjStm, one stream', 100_000, 'pdf/truncated', (n) => `%PDF-1.4\n${'/ObjStm'.repeat(n)}stream\nendstream`],
    ['/ObjStm stream', 100_000, 'pdf/truncated', (n) => `%PDF-1.4\n${'/ObjStm stream\n'.repeat(n)}`],
    [
      'an attachment that is none',
      100_000,
      'limit/diagrams, payload/deflate',
      (n) => `%PDF-1.4\n${'vnd.jgraph.mxfile stream\nendstream'.repeat(n)}`,
    ],
    ['vnd.jgraph.mxfile', 100_000, 'pdf/truncated', (n) => `%PDF-1.4\n${'vnd.jgraph.mxfile'.repeat(n)}`],
    // compressed text alone
    ['A', 10_000_000, 'nothing found', (n) => 'A'.repeat(n)],
    ['a line of compressed text', 500_000, 'nothing found', (n) => 'AAAAAAAAAAAAAAAAAAA\n'.repeat(n)],
  ]);
});

describe('JSON', () => {
  growingRows([
    ['nested', 1_000_000, 'nothing found', (n) => embedOf(`{"a":${'['.repeat(n)}${']'.repeat(n)}}`)],
    ['nested and never closed', 1_000_000, 'payload/json', (n) => embedOf('['.repeat(n))],
    [
      'nested beside a model',
      1_000_000,
      'xml/syntax',
      (n) => embedOf(`{"xml":"%3C","a":${'{"a":'.repeat(n)}1${'}'.repeat(n)}}`),
    ],
    ['a backslash', 1_000_000, 'payload/unknown', (n) => embedOf(`{"xml":"${'\\\\'.repeat(n)}"}`)],
    ['a backslash before the quote', 500_000, 'payload/json', (n) => embedOf(`{"xml":"${'\\'.repeat(2 * n + 1)}"}`)],
    ['a key that stands again and again', 100_000, 'xml/syntax', (n) => embedOf(`{${'"xml":"%3C",'.repeat(n)}"a":1}`)],
    ['a blank behind a string', 1_000_000, 'nothing found', (n) => embedOf(`["a"${' '.repeat(n)}]`)],
    ['nested in a library', 1_000_000, 'reads', (n) => libraryOf(`[{"a":${'['.repeat(n)}${']'.repeat(n)}}]`)],
    [
      'an entry of a library',
      100_000,
      'limit/pages, payload/no-model',
      (n) => libraryOf(`[${'{"xml":"%3CmxGraphModel/>"},'.repeat(n)}0]`),
    ],
    ['a library in CDATA', 1, 'reads', () => libraryOf(`<![CDATA[[{"xml":"${compressedText(MODEL)}"}]]]>`)],
    [
      'a broken entry of a library',
      100_000,
      'limit/pages, payload/unknown',
      (n) => libraryOf(`[${'{"xml":"a"},'.repeat(n)}0]`),
    ],
  ]);
});

describe('models', () => {
  growingRows([
    [
      'a page',
      20_000,
      'limit/pages',
      (n) => fileOf('<diagram><mxGraphModel><root/></mxGraphModel></diagram>'.repeat(n)),
    ],
    ['a broken page', 20_000, 'limit/pages, payload/unknown', (n) => fileOf('<diagram>a b</diagram>'.repeat(n))],
    [
      'a broken page, URL-encoded',
      20_000,
      'limit/pages, payload/unknown',
      (n) => encodeURIComponent(fileOf('<diagram>a b</diagram>'.repeat(n))),
    ],
    [
      'a broken page in an SVG',
      20_000,
      'limit/pages, payload/unknown',
      (n) => svgWith(encodeURIComponent(fileOf('<diagram>a b</diagram>'.repeat(n)))),
    ],
    [
      'a page without a root, URL-encoded',
      9_000,
      'payload/no-model',
      (n) => encodeURIComponent(fileOf('<diagram><mxGraphModel/></diagram>'.repeat(n))),
    ],
    [
      'a page with one bad number, URL-encoded',
      9_000,
      'model/number',
      (n) => encodeURIComponent(fileOf('<diagram><mxGraphModel dx="a"><root/></mxGraphModel></diagram>'.repeat(n))),
    ],
    ['a cell with the same id', 100_000, 'model/duplicate-id', (n) => modelWith(cellOf('0').repeat(n))],
    [
      'a cell with the same id, URL-encoded',
      100_000,
      'model/duplicate-id',
      (n) => encodeURIComponent(modelWith(cellOf('0').repeat(n))),
    ],
    [
      'four numbers that are none, URL-encoded',
      25_000,
      'model/number',
      (n) =>
        encodeURIComponent(
          modelWith('<mxCell><mxGeometry x="NaN" y="a" width="Infinity" height=""/></mxCell>'.repeat(n)),
        ),
    ],
    [
      'a cell that is its own parent',
      100_000,
      'reads',
      (n) => modelWith(numbered(n, (i) => cellOf(`${i}`, `parent="${i}" vertex="1"`))),
    ],
    [
      'a cell in one circle of parents',
      100_000,
      'reads',
      (n) => modelWith(numbered(n, (i) => cellOf(`${i}`, `parent="${(i + 1) % n}" vertex="1"`))),
    ],
    [
      'a cell inside the one before',
      100_000,
      'reads',
      (n) => modelWith(numbered(n, (i) => cellOf(`${i}`, `parent="${i - 1}" vertex="1"`))),
    ],
    ['a cell beyond the limit', 500_001, 'limit/cells', (n) => modelWith('<a/>'.repeat(n))],
    ['a wrapper', 100_000, 'reads', (n) => modelWith('<object a="b"><mxCell/></object>'.repeat(n))],
    ['an element in a wrapper', 100_000, 'reads', (n) => modelWith(`<object>${'<mxCell/>'.repeat(n)}</object>`)],
    [
      'a child of a cell',
      100_000,
      'reads',
      (n) => modelWith(`<mxCell>${'<a as="value" label="b"/>'.repeat(n)}</mxCell>`),
    ],
    [
      'a waypoint',
      100_000,
      'reads',
      (n) =>
        modelWith(
          `<mxCell edge="1"><mxGeometry><Array as="points">${'<mxPoint x="1"/>'.repeat(n)}</Array></mxGeometry></mxCell>`,
        ),
    ],
    ['an entry of a style', 500_000, 'reads', (n) => modelWith(`<mxCell style="${'a=b;'.repeat(n)}"/>`)],
    ['a tag', 500_000, 'reads', (n) => modelWith(`<object tags="${'a '.repeat(n)}"/>`)],
    ['a reference in a label', 500_000, 'reads', (n) => modelOf('&#10;'.repeat(n))],
    ['a tab in a label', 500_000, 'reads', (n) => modelOf('\t'.repeat(n))],
    ['CDATA in a page', 100_000, 'payload/deflate', (n) => fileOf(`<diagram>${'<![CDATA[a]]>'.repeat(n)}</diagram>`)],
    ['a comment in an instruction', 50_000, ENDS, (n) => pageOf(`a b<?a ${'<!--'.repeat(n)}?>`)],
    ['a comment in a comment', 50_000, 'payload/unknown', (n) => pageOf(`a b<!-- ${'<!--'.repeat(n)}-->`)],
    ['a comment in CDATA', 50_000, ENDS, (n) => pageOf(`a b<![CDATA[${'<!--'.repeat(n)}]]>`)],
    ['a comment in a page', 100_000, 'payload/unknown', (n) => fileOf(`<diagram>a b${'<!-- -->'.repeat(n)}</diagram>`)],
  ]);
});

/** A page and an SVG with a diagram of as many cells, and its cells' ids. */
const cellsOf = (n: number): string => modelWith(numbered(n, (i) => cellOf(`${i}`, 'style="html=1;"')));
const idsOf = (n: number): string[] => Array.from({ length: n }, (_, i) => `${i}`);
const inPage = (n: number): EmbeddedDiagram => find(sourceFromText(`a\n\n${cellsOf(n)}\n`)).value[0]!;
const inSvg = (n: number): EmbeddedDiagram => find(sourceFromText(svgWith(encodeURIComponent(cellsOf(n))))).value[0]!;

const tagged = (n: number): string => cellsOf(n).replaceAll('style=', 'a="b" style=');

const label = (cell: string): Edit => ({ type: 'label', page: 0, cell, label: 'new' });
const link = (cell: string): Edit => ({ type: 'link', page: 0, cell, link: '#new' });
const geometry = (cell: string): Edit => ({ type: 'geometry', page: 0, cell, geometry: { x: 1 } });

describe('writing to every cell takes time in proportion', () => {
  test.each([
    ['labels in a page', 20_000, inPage, label],
    ['links in a page', 15_000, inPage, link],
    ['geometry in a page', 20_000, inPage, geometry],
    ['labels in an SVG', 8_000, inSvg, label],
  ])('%s', (_, size, diagramOf, change) => {
    const work = (n: number) => edit(diagramOf(n), idsOf(n).map(change)).diagnostics;
    expect(whileGrowing((n) => n, size, work)).toEqual([]);
  });

  test('an attribute of all by `replace`', () => {
    expect(
      whileGrowing(
        (n) => n,
        20_000,
        (n) => replace(inPage(n), tagged(n)).diagnostics,
      ),
    ).toEqual([]);
  });
});

interface Look {
  readonly id: string;
  readonly label?: string;
  readonly style?: string;
  readonly parent?: string;
}

/** A shape at a place, and an edge from one shape to another or from a point to a point. */
const boxAt = ([x, y, width, height]: readonly number[], { id, label = id, style = '', parent = '1' }: Look): string =>
  `<mxCell id="${id}" value="${label}" style="${style}html=1;" vertex="1" parent="${parent}">` +
  `<mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`;
const edgeFrom = (id: string, source: string, target: string): string =>
  `<mxCell id="${id}" edge="1" parent="1" source="${source}" target="${target}"><mxGeometry relative="1" as="geometry"/></mxCell>`;
const lineFrom = (id: string, [x1, y1, x2, y2]: readonly number[]): string =>
  `<mxCell id="${id}" edge="1" parent="1"><mxGeometry relative="1" as="geometry">` +
  `<mxPoint x="${x1}" y="${y1}" as="sourcePoint"/><mxPoint x="${x2}" y="${y2}" as="targetPoint"/></mxGeometry></mxCell>`;

const TEXT = 'text;strokeColor=none;fillColor=none;';
const textAt = (x: number, y: number, id: string): string => boxAt([x, y, 60, 20], { id, style: TEXT });
const actors = boxAt([0, 0, 100, 100], { id: 'a' }) + boxAt([2000, 0, 100, 100], { id: 'b' });

/** A wrapped shape; `more` are its properties. */
const objectWith = (id: string, label: string, parent: string, more = ''): string =>
  `<object id="${id}" label="${label}" placeholders="1" ${more}><mxCell style="html=1;" vertex="1" parent="${parent}">` +
  '<mxGeometry width="100" height="60" as="geometry"/></mxCell></object>';

const drawnFrom = (cells: string): MxFile => {
  const [file] = read(modelWith(`<mxCell id="0"/><mxCell id="1" parent="0"/>${cells}`)).files;
  if (file?.pages[0]?.model == null) throw new Error('cannot test, expected a page that can be read');
  return file;
};

/** What a reader of the graph would ask for, and how many of it there are. */
function printed(file: MxFile): string {
  const graph = extract(file);
  for (const print of [JSON.stringify, mermaid, dot, outline, explain]) print(graph);
  const { stages, milestones, flows } = graph;
  return `${stages.length} stages, ${milestones.length} milestones, ${flows.length} flows`;
}

/** Places in rows of 150. */
const grid = (i: number): readonly number[] => [200 * (i % 150), 100 * Math.floor(i / 150), 120, 60];

describe('a stage graph takes time in proportion, wherever its cells are', () => {
  const table: readonly GrowingRow[] = [
    ['a box at one place', 20_000, '', (n) => numbered(n, (i) => boxAt([0, 0, 120, 60], { id: `n${i}` }))],
    [
      'a dot without a size',
      5_000,
      '',
      (n) => numbered(n, (i) => boxAt([0, 0, 0, 0], { id: `n${i}`, style: 'fillColor=none;' })),
    ],
    [
      'a box, a text and a line at one place',
      2_500,
      '',
      (n) =>
        numbered(
          n,
          (i) =>
            boxAt([0, 0, 120, 60], { id: `n${i}`, label: '' }) +
            textAt(10, 10, `t${i}`) +
            lineFrom(`e${i}`, [0, 0, 100, 50]),
        ),
    ],
    [
      'a box in the one before, by parent',
      10_000,
      '',
      (n) =>
        numbered(n, (i) =>
          boxAt([1, 1, 3 * (n - i), 3 * (n - i)], { id: `n${i}`, parent: i === 0 ? '1' : `n${i - 1}` }),
        ),
    ],
    [
      'a box in the one before, by place',
      10_000,
      '',
      (n) => numbered(n, (i) => boxAt([3 * i, 3 * i, 6 * (n - i), 6 * (n - i)], { id: `n${i}` })),
    ],
    [
      'a box and a text in one frame',
      15_000,
      '',
      (n) =>
        boxAt([-50, -50, 31_000, 1e6], { id: 'f', label: '' }) +
        numbered(
          n,
          (i) =>
            boxAt(grid(i), { id: `n${i}`, label: '' }) +
            textAt(200 * (i % 150), 100 * Math.floor(i / 150) + 62, `t${i}`),
        ),
    ],
    [
      'a text in a frame with a long style, and an edge that touches it',
      10_000,
      '',
      (n) =>
        numbered(n, (i) => textAt(100 * i, 50, `t${i}`) + lineFrom(`e${i}`, [100 * i, 0, 100 * i, -50])) +
        boxAt([0, 0, 100 * n, 1000], { id: 'f', label: '', style: 'a=b;'.repeat(n) }),
    ],
    [
      'a text beside one edge',
      50_000,
      '1',
      (n) =>
        boxAt([0, 0, 100, 40], { id: 'a' }) +
        boxAt([100 * n, 0, 100, 40], { id: 'b' }) +
        edgeFrom('e', 'a', 'b') +
        numbered(n, (i) => textAt(100 * i, 22, `t${i}`)),
    ],
    ['a loose edge over the others', 20_000, '', (n) => numbered(n, (i) => lineFrom(`e${i}`, [0, 0, 1000, 0]))],
    [
      'an edge across the others, and a text',
      10_000,
      '',
      (n) =>
        numbered(
          n,
          (i) =>
            lineFrom(`e${i}`, [i, 0, i + 10 * n, 10 * n]) +
            textAt((i * 997) % (10 * n), (i * 1009) % (10 * n), `t${i}`),
        ),
    ],
    ['an edge at one shape', 50_000, '2', (n) => actors + numbered(n, (i) => edgeFrom(`e${i}`, 'a', 'b'))],
    [
      'an edge at one group',
      10_000,
      '',
      (n) =>
        boxAt([0, 0, 1e6, 100], { id: 'a', style: 'group;' }) +
        numbered(n, (i) => boxAt([20 * i, 10, 10, 10], { id: `n${i}`, parent: 'a' }) + edgeFrom(`e${i}`, 'a', `n${i}`)),
    ],
    [
      'a stage in a chain',
      20_000,
      '',
      (n) => numbered(n, (i) => boxAt(grid(i), { id: `n${i}` }) + edgeFrom(`e${i}`, `n${i}`, `n${i + 1}`)),
    ],
    [
      'a stage in a cycle',
      10_000,
      '',
      (n) => numbered(n, (i) => boxAt(grid(i), { id: `n${i}` }) + edgeFrom(`e${i}`, `n${i}`, `n${(i + 1) % n}`)),
    ],
    [
      'an arrow in a wall of arrows',
      20_000,
      '',
      (n) => numbered(n, (i) => boxAt(grid(i), { id: `n${i}`, label: '', style: 'shape=singleArrow;' })),
    ],
    [
      'a milestone astride one border',
      15_000,
      '',
      (n) => actors + numbered(n, (i) => boxAt([2090, 40, 20, 20], { id: `n${i}`, style: 'ellipse;' })),
    ],
    [
      'a lane in one lane',
      20_000,
      '',
      (n) =>
        boxAt([0, 0, 1000, 50 * n], { id: 'a', style: 'swimlane;' }) +
        numbered(n, (i) => boxAt([0, 50 * i, 1000, 50], { id: `n${i}`, parent: 'a', style: 'swimlane;' })),
    ],
    [
      'a lane with a stage that an edge leaves',
      7_000,
      '',
      (n) =>
        numbered(
          n,
          (i) =>
            boxAt([300 * i, 0, 280, 200], { id: `n${i}`, style: 'swimlane;' }) +
            boxAt([10, 50, 100, 40], { id: `s${i}`, parent: `n${i}` }) +
            edgeFrom(`e${i}`, `s${i}`, 's0'),
        ),
    ],
    [
      'a lane, a stage and an edge label with the id of the others',
      7_000,
      '',
      (n) =>
        numbered(
          n,
          (i) =>
            boxAt([300 * i, 0, 280, 200], { id: 'n', style: 'swimlane;horizontal=0;' }) +
            boxAt([300 * i + 10, 50, 100, 40], { id: `s${i}` }) +
            edgeFrom('e', `s${i}`, 's0') +
            boxAt([0, 0, 0, 0], { id: 'l', parent: 'e' }),
        ),
    ],
    [
      'a coordinate beyond all numbers',
      10_000,
      '',
      (n) =>
        numbered(n, (i) =>
          boxAt([1e308, -1e308, 1e308, 1e308], { id: `n${i}`, parent: i % 4 === 0 ? '1' : `n${i - 1}` }),
        ),
    ],
    [
      'a placeholder for a long value',
      20_000,
      '',
      (n) => objectWith('u', '%a% '.repeat(n), '1', `a="${'x'.repeat(n)}"`),
    ],
    [
      'a cell with a placeholder for a long value',
      5_000,
      '',
      (n) =>
        objectWith('u', '', '1', `a="${'x'.repeat(10 * n)}"`) + numbered(n, (i) => objectWith(`n${i}`, '%a%', 'u')),
    ],
    [
      'a cell in the one before with a placeholder for nothing',
      5_000,
      '',
      (n) => numbered(n, (i) => objectWith(`n${i}`, '%a%', i === 0 ? '1' : `n${i - 1}`)),
    ],
  ];

  test.each(table)('%s, %i times', (_, size, gives, input) => {
    expect(whileGrowing((n) => drawnFrom(input(n) as string), size, printed)).toContain(gives);
  });

  test.each([
    ['words', 'word '],
    ['no letters', '- '],
    ['tags that are never closed', '&lt;b&gt;a'],
    ['tags that were never opened', '&lt;/b&gt;a'],
    ['blocks', '&lt;div&gt;&lt;li&gt;a'],
    ['links', '&lt;a href=&quot;#a&quot;&gt;a'],
    ['beginnings of tags', '&lt;'],
    ['placeholders', '%a%'],
  ])('a label of 1 MB of %s, at a shape with edges and texts', (_, part) => {
    const input = (n: number) =>
      actors +
      objectWith('c', part.repeat(n / part.length), '1') +
      numbered(100, (i) => edgeFrom(`e${i}`, 'c', 'b') + textAt(0, 65, `t${i}`));
    expect(whileGrowing((n) => drawnFrom(input(n)), 1_000_000, printed)).toContain('flows');
  });
});

test('what was read of hostile bytes is written back as it was', () => {
  for (const bytes of [
    Buffer.alloc(300, 0xff),
    Buffer.from(`\ufeff\0${MODEL}\ud800`, 'utf16le'),
    Buffer.from([0x3c, 0, 0x3c]),
  ])
    expect(Buffer.from(encode(sourceFromBytes(bytes).value)).equals(bytes)).toBe(true);
});
