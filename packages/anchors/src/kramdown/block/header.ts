import { lineEnd, stripEnd } from '../characters.ts';
import { addText } from '../element.ts';
import { matchAt } from '../source.ts';
import { addBlock, lineOf, type Blocks } from './blocks.ts';
import { isAfterBoundary } from './boundary.ts';

/** `[^ \t]` takes a line feed too: `##` alone goes on with the next line. */
const ATX = /(#{1,6})[\t ]*([^ \t][^\n]*)\n/y;
const ATX_GFM = /(#{1,6})[\t ]+([^\n]*)\n/y;
const SETEXT = / {0,3}([^ \t\n][^\n]*)\n([-=])[-=]*[ \t\r\f\v]*\n/y;
const UNDERLINE = /[-=]/;
const HASH = 35;
const BACKSLASH = 92;

/** `{#name}` at the end of a header; the name is one of XML 1.0. */
const NAME_START =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}' +
  '\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const HEADER_ID = new RegExp(
  `[\\t ]\\{#([${NAME_START}][${NAME_START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}]*)\\}$`,
  'u',
);

interface Header {
  readonly level: number;
  readonly text: string;
  readonly id: string | null;
  /** Offset behind it. */
  readonly end: number;
}

/** Reads `# Header`. GFM wants white space behind the marks, and no blank line before them. */
export function readAtxHeader(blocks: Blocks): boolean {
  const { input, paragraphEnd } = blocks.page.options;
  const gfm = input === 'gfm';
  if (!(gfm && paragraphEnd) && !isAfterBoundary(blocks)) return false;
  const { source, pos } = blocks.scan;
  const found = matchAt(gfm ? ATX_GFM : ATX, source.text, pos);
  if (found === null) return false;
  const { text, id } = splitId(found[2] ?? '');
  const level = (found[1] ?? '').length;
  return addHeader(blocks, {
    level,
    text: gfm && paragraphEnd ? unclosedGfm(text) : unclosed(text),
    id,
    end: pos + found[0].length,
  });
}

/** Reads a header that is underlined with `=` or `-`. */
export function readSetextHeader(blocks: Blocks): boolean {
  const { source, pos } = blocks.scan;
  if (!UNDERLINE.test(source.text.charAt(lineEnd(source.text, pos))) || !isAfterBoundary(blocks)) return false;
  const found = matchAt(SETEXT, source.text, pos);
  if (found === null) return false;
  return addHeader(blocks, { level: found[2] === '-' ? 2 : 1, ...splitId(found[1] ?? ''), end: pos + found[0].length });
}

function addHeader(blocks: Blocks, { level, text, id, end }: Header): boolean {
  if (text === '') return false;
  const header = addBlock(blocks, 'header', lineOf(blocks), { level });
  header.idSource = text;
  if (id !== null) header.attributes.set('id', id);
  addText(header, text, 'raw-text');
  blocks.scan.pos = end;
  return true;
}

function splitId(contents: string): { readonly text: string; readonly id: string | null } {
  const text = stripEnd(contents);
  const found = text.endsWith('}') ? HEADER_ID.exec(text) : null;
  return found === null ? { text, id: null } : { text: stripEnd(text.slice(0, found.index)), id: found[1] ?? null };
}

/** Without the marks at its end; one that a backslash stands before stays. */
function unclosed(text: string): string {
  const start = closingMarks(text);
  const from = text.charCodeAt(start - 1) === BACKSLASH ? start + 1 : start;
  return from < text.length ? stripEnd(text.slice(0, from)) : text;
}

/** Without the marks at its end if white space stands before them. */
function unclosedGfm(text: string): string {
  const start = closingMarks(text);
  return start < text.length && /[\t ]/.test(text.charAt(start - 1)) ? stripEnd(text.slice(0, start)) : text;
}

function closingMarks(text: string): number {
  let start = text.length;
  while (text.charCodeAt(start - 1) === HASH) start -= 1;
  return start;
}
