import type { Failure } from './failure.ts';
import type { Limits } from './limits.ts';

/** All that the codec says, one function a code. `at` is the place in the text that was being read. */

const REPAIR = 'open the file in draw.io and save it again, or take an older version';
const COMPLETE = 'the text was cut off: copy the whole of it again';

const failure = (code: string, at: number, message: string, hint: string): Failure => ({ code, at, message, hint });
const clip = (text: string, most = 40) => (text.length > most ? `${text.slice(0, most)}…` : text);

// XML

export const xmlNoRoot = (at: number) => failure('xml/no-root', at, 'there is no XML element here', COMPLETE);

export const xmlExpected = (what: string, at: number) =>
  failure('xml/syntax', at, `this is not well-formed XML, expected ${what}`, REPAIR);

export const xmlTrailing = (at: number) =>
  failure(
    'xml/trailing',
    at,
    'there is more behind the end of the XML',
    'a document has one root element: remove what follows it',
  );

export const xmlUnclosed = (name: string, start: number, at: number) =>
  failure('xml/truncated', at, `\`<${clip(name)}>\` at character ${start + 1} of the XML is never closed`, COMPLETE);

export const xmlUnclosedTag = (name: string, at: number) =>
  failure('xml/truncated', at, `the tag \`<${clip(name)}\` has no end`, COMPLETE);

export const xmlUnclosedValue = (name: string, at: number) =>
  failure('xml/truncated', at, `the value of \`${clip(name)}\` has no closing quote`, COMPLETE);

export const xmlUnclosedSpecial = (kind: string, closing: string, at: number) =>
  failure('xml/truncated', at, `the ${kind} has no end, expected \`${closing}\``, COMPLETE);

export const xmlLessInValue = (name: string, at: number) =>
  failure('xml/syntax', at, `\`<\` stands bare in the value of \`${clip(name)}\``, 'write it as `&lt;`');

export const xmlDuplicateAttribute = (name: string, at: number) =>
  failure(
    'xml/duplicate-attribute',
    at,
    `the attribute \`${clip(name)}\` stands twice in one element`,
    'remove one of them',
  );

export const xmlBadReference = (text: string, at: number) =>
  failure(
    'xml/reference',
    at,
    `\`${clip(text, 12)}\` is no character reference of XML`,
    'write a bare `&` as `&amp;`, and others by number: `&#160;`',
  );

export const xmlMismatch = (found: string, expected: string, at: number) =>
  failure('xml/mismatch', at, `\`</${clip(found)}>\` closes \`<${clip(expected)}>\``, REPAIR);

export const xmlBadCharacter = (unit: number, at: number) =>
  failure(
    'xml/character',
    at,
    `XML may not hold the character U+${unit.toString(16).toUpperCase().padStart(4, '0')}`,
    'remove it',
  );

export const xmlEntityDeclarations = (at: number) =>
  failure(
    'xml/entities',
    at,
    'the DOCTYPE declares entities, which mxg never resolves',
    'remove the part in brackets: `<!DOCTYPE svg [ … ]>`',
  );

export const xmlBadDoctype = (at: number) => failure('xml/syntax', at, 'this DOCTYPE has no end', COMPLETE);

// Limits

/** Which option raises which limit stands in the command's help; the library's option has the limit's own name. */
export const limitMet = (limit: keyof Limits, value: number, at: number) =>
  failure(
    'limit/' + limit,
    at,
    `more than ${value.toLocaleString('en-US')} ${LIMIT_NOUNS[limit]}`,
    `if this input is honest, raise the limit: \`--limit ${limit}=N\` (\`limits.${limit}\`)`,
  );

const LIMIT_NOUNS: Readonly<Record<keyof Limits, string>> = {
  input: 'bytes of input',
  inflated: 'bytes when inflated',
  ratio: 'inflated bytes for a compressed one',
  depth: 'elements inside one another',
  attributes: 'attributes of one element',
  cells: 'cells on one page',
  pages: 'pages',
  diagrams: 'diagrams in one file',
  chunks: 'PNG chunks',
};

// Payloads

export const badEscape = (text: string, at: number) =>
  failure(
    'payload/escape',
    at,
    `\`${clip(text, 12)}\` is no URL escape of UTF-8 text`,
    `a literal \`%\` is written \`%25\`; or ${COMPLETE}`,
  );

export const badBase64 = (text: string, at: number) =>
  failure('payload/base64', at, `\`${clip(text, 12)}\` cannot stand in base64`, COMPLETE);

export const badDeflate = (at: number) => failure('payload/deflate', at, 'the compressed data is damaged', REPAIR);

export const truncatedDeflate = (at: number) =>
  failure('payload/truncated', at, 'the compressed data ends too early', COMPLETE);

export const badJson = (what: string, at: number) =>
  failure('payload/json', at, `the JSON of ${what} is broken`, 'paste the embed code from draw.io again');

export const noPayload = (at: number) =>
  failure(
    'payload/unknown',
    at,
    'this is no draw.io model in any encoding that mxg knows',
    `expected XML, URL-encoded or compressed text; or ${COMPLETE}`,
  );

export const wrongRoot = (name: string, at: number) =>
  failure('payload/root', at, `\`<${clip(name)}>\` is no draw.io diagram`, 'expected `<mxfile>` or `<mxGraphModel>`');

export const truncatedPayload = (name: string, at: number) =>
  failure('payload/truncated', at, `the diagram has no end, expected \`${name}\``, COMPLETE);

export const nestedTooDeep = (at: number) =>
  failure('payload/nested', at, 'the payload is encoded more often than draw.io ever does', REPAIR);

export const noModel = (at: number) =>
  failure('payload/no-model', at, 'there is no `<root>` with cells in this model', REPAIR);

// PNG and PDF

export const pngTruncated = (at: number) =>
  failure('png/truncated', at, 'the PNG ends inside a chunk', 'the file was cut off: copy it again');

export const pngCompression = (at: number) =>
  failure('png/compression', at, 'the text chunk names a compression that PNG does not have', REPAIR);

export const pdfTruncated = (at: number) =>
  failure('pdf/truncated', at, 'the PDF ends too early', 'the file was cut off: copy it again');

// Sources

export const notUtf8 = () => ({
  code: 'payload/utf-8',
  message: 'a byte in the diagram is no UTF-8',
  hint: 'save the file as UTF-8; what is not edited is written back as it is',
});

export const oddUtf16 = () => ({
  code: 'source/utf-16',
  message: 'the file begins as UTF-16 and has an odd number of bytes',
  hint: COMPLETE,
});

// Writing

export const needsPage = (pages: number) => ({
  code: 'replace/page',
  message: `the diagram has ${pages} pages and what is to go into it is one model`,
  hint: 'say which page it replaces (`--page`), or give an `<mxfile>` with all pages',
});

export const notWritable = (carrier: string) => ({
  code: 'replace/read-only',
  message: `diagrams in this carrier (${carrier}) are only read`,
  hint: 'write the diagram into another carrier, or save it with draw.io',
});

export const unreadableTarget = () => ({
  code: 'replace/unreadable',
  message: 'the diagram to be replaced cannot be read, so its encoding is not known',
  hint: 'remove the broken payload and put a new one there',
});

export const notAPicture = (kind: string) => ({
  code: 'embed/picture',
  message: `the picture is no ${kind}`,
  hint: `give the diagram exported as ${kind}, or leave the picture out for an empty frame`,
});

// Models

export const noSuchCell = (page: number, cell: string | number) => ({
  code: 'edit/no-such-cell',
  message: `there is no cell ${typeof cell === 'number' ? `number ${cell}` : `\`${clip(cell)}\``} on page ${page + 1}`,
  hint: 'decode the diagram again: the edit speaks of another state of it',
});

export const duplicateId = (id: string) => ({
  code: 'model/duplicate-id',
  message: `two cells have the id \`${clip(id)}\``,
  hint: 'draw.io may refuse the page: give one of them another id',
});

export const reservedId = (id: string) => ({
  code: 'model/reserved-id',
  message: `draw.io cannot load a page with the id \`${id}\`, a word of JavaScript to it`,
  hint: 'give the cell another id, and edges and children that name it',
});

export const badNumber = (attribute: string, value: string) => ({
  code: 'model/number',
  message: `\`${clip(value)}\` is no number for \`${attribute}\`, read as 0`,
  hint: 'write a plain number such as `120` or `0.5`',
});
