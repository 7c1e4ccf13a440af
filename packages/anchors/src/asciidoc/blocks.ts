import { attributeLine, bothAttributes, NO_ATTRIBUTES, type BlockAttributes } from './block-attributes.ts';
import { delimitedAt, kindOfStyle, type DelimitedKind } from './block-kinds.ts';
import { attributeEntry, withAttributes } from './document-attributes.ts';
import { addId, addText, setAttribute, type AdocDocument } from './document.ts';
import { listItemAt } from './list-markers.ts';
import { discreteHeading, sectionAt, type SectionLine } from './section.ts';
import { sourceOf, type Source, type SourceLine } from './source.ts';
import { tableCells } from './table.ts';

/** Blocks that are being read. */
interface Blocks {
  readonly document: AdocDocument;
  readonly source: Source;
  /** How many blocks these are in. */
  readonly depth: number;
  /** Opens a section; null where none may be. */
  readonly section: ((found: SectionLine, attributes: BlockAttributes) => void) | null;
  /** Whether the block read last was an item of a list. */
  isInList: boolean;
  /** Whether a `+` has attached the block that comes to an item. */
  isAttached: boolean;
}

/** Deeper than any page that a person writes. */
const DEEPEST = 40;

/** Reads blocks until no line is left. */
export function readBlocks(document: AdocDocument, source: Source, section: Blocks['section'], depth = 0): void {
  if (depth > DEEPEST) return;
  const blocks: Blocks = { document, source, depth, section, isInList: false, isAttached: false };
  for (let attributes = attributesAbove(blocks); source.peek() !== null; attributes = attributesAbove(blocks))
    readBlock(blocks, attributes);
}

/** Reads what may stand above a block: blank lines, comments, entries, titles, attributes. */
function attributesAbove(blocks: Blocks): BlockAttributes {
  const { document, source } = blocks;
  let attributes = NO_ATTRIBUTES;
  for (let next = source.peek(); next !== null; next = source.peek()) {
    const given = attributeLine(withAttributes(next.text, document.attributes));
    if (given === null && !skipsAbove(blocks, next)) return attributes;
    if (given !== null) {
      attributes = bothAttributes(attributes, given);
      blocks.isInList = blocks.isAttached;
    }
    if (given !== null) source.take();
  }
  return attributes;
}

const TITLE = /^\.\.?[^ \t.]/;

/** Takes a line that belongs to no block; false for any other. */
function skipsAbove(blocks: Blocks, { text, line }: SourceLine): boolean {
  const { document, source } = blocks;
  if (text === '' || (text.startsWith('//') && !text.startsWith('///'))) return source.take() !== null;
  if (text === '+' && blocks.isInList) {
    blocks.isAttached = true;
    return source.take() !== null;
  }
  if (TITLE.test(text) && listItemAt(text) === null && delimitedAt(text) === null) {
    source.take();
    addText(document, text.slice(1), line);
    return true;
  }
  return takeEntry(document, source, text);
}

/** Takes an attribute's entry, which goes on behind a backslash at its end. */
export function takeEntry(document: AdocDocument, source: Source, text: string): boolean {
  const entry = attributeEntry(text);
  if (entry === null) return false;
  source.take();
  let value = entry.value;
  while (value?.endsWith(' \\') === true && source.peek() !== null) {
    value = `${value.slice(0, -2).trimEnd()} ${source.take()?.text.trim()}`.replace(/ \+ (?=\S*$)/, ' ');
  }
  setAttribute(document, { name: entry.name, value });
  return true;
}

function readBlock(blocks: Blocks, attributes: BlockAttributes): void {
  const { source } = blocks;
  const next = source.peek() as SourceLine;
  const mayBeSection = !blocks.isAttached;
  const wasAttached = blocks.isAttached;
  blocks.isAttached = false;
  const section = mayBeSection ? sectionAt(source) : null;
  if (section !== null && blocks.section !== null && !IS_DISCRETE.test(attributes.style))
    readSection(blocks, section, attributes);
  else readOther(blocks, attributes, { next, section, wasAttached });
}

const IS_DISCRETE = /^(?:discrete|float)$/;

/** What comes, and what is known of it. */
interface Coming {
  readonly next: SourceLine;
  readonly section: SectionLine | null;
  /** Whether it belongs to an item of a list. */
  readonly wasAttached: boolean;
}

function readOther(blocks: Blocks, attributes: BlockAttributes, { next, section, wasAttached }: Coming): void {
  const { document, source } = blocks;
  document.hasLead ||= document.lead === null;
  if (section !== null && IS_DISCRETE.test(attributes.style))
    discreteHeading(document, { source, section, attributes });
  else if (!readDelimited(blocks, attributes, next) && !readMacro(blocks, attributes, next))
    readLines(blocks, attributes, { next, wasAttached });
}

function readSection(blocks: Blocks, section: SectionLine, attributes: BlockAttributes): void {
  for (let count = 0; count < section.lines; count++) blocks.source.take();
  blocks.isInList = false;
  blocks.section?.(section, attributes);
}

function readDelimited(blocks: Blocks, { id, style }: BlockAttributes, next: SourceLine): boolean {
  const { document, source } = blocks;
  const delimited = delimitedAt(next.text);
  if (delimited === null) return false;
  source.take();
  const lines: SourceLine[] = [];
  for (let line = source.take(); line !== null && line.text !== delimited.close; line = source.take()) lines.push(line);
  const kind =
    delimited.kind === 'comment' || delimited.kind === 'table'
      ? delimited.kind
      : (kindOfStyle(style) ?? delimited.kind);
  if (kind !== 'comment' && kind !== 'html') addId(document, id, next.line);
  readInside(blocks, lines, { kind, style, delimiter: delimited.close });
  return true;
}

function readInside(
  { document, depth }: Blocks,
  lines: readonly SourceLine[],
  { kind, style, delimiter }: { kind: DelimitedKind; style: string; delimiter: string },
): void {
  const [first] = lines;
  if (first === undefined) return;
  const text = (): string => lines.map((line) => line.text).join('\n');
  if (kind === 'blocks') readBlocks(document, sourceOf(lines), null, depth + 1);
  if (kind === 'html') document.pieces.push({ kind: 'html', html: text(), line: first.line });
  if (style === 'verse') addText(document, text(), first.line);
  if (kind !== 'table') return;
  for (const cell of tableCells(lines, delimiter)) {
    if (cell.isAsciiDoc) readBlocks(document, sourceOf(cell.lines), null, depth + 1);
    else addText(document, cell.lines.map((line) => line.text).join('\n'), cell.lines[0]?.line ?? first.line);
  }
}

const MACRO = /^(?:image|video|audio|toc)::(?! )[^[]*\[(.*)\]$|^(?:'{3,}|<{3,}|-{3}|\*{3}|- - -|\* \* \*)$/;

/** Images, rules and the like, which have but one line. */
function readMacro({ document, source }: Blocks, { id }: BlockAttributes, { text, line }: SourceLine): boolean {
  const found = MACRO.exec(text);
  if (found === null) return false;
  source.take();
  const list = found[1] === undefined ? null : attributeLine(`[${found[1]}]`);
  if (text.startsWith('toc::')) for (const each of ['toc', 'toctitle']) addToc(document, each, line);
  else if (found[1] !== undefined) addId(document, list?.id ?? id, line);
  return true;
}

function addToc(document: AdocDocument, id: string, line: number): void {
  if (document.attributes.get('toc') === 'macro') addId(document, id, line);
}

/** A paragraph, or an item of a list. */
function readLines(
  blocks: Blocks,
  { id, style }: BlockAttributes,
  { next, wasAttached }: Omit<Coming, 'section'>,
): void {
  const { document, source } = blocks;
  const item = kindOfStyle(style) === null ? listItemAt(next.text) : null;
  if (item === null || !blocks.isInList || id !== null)
    addId(document, kindOfStyle(style) === 'html' ? null : id, next.line);
  const isLiteral = item === null && /^[ \t]/.test(next.text) && style === '';
  source.take();
  blocks.isInList = item !== null || wasAttached || (blocks.isInList && isLiteral);
  const texts = item?.texts ?? [next.text];
  for (const each of texts.slice(0, -1)) addText(document, each, next.line);
  const text = [texts.at(-1) ?? '', ...restOfText(blocks, isLiteral)].join('\n');
  const kind = isLiteral ? 'verbatim' : kindOfStyle(style);
  if (kind === 'html') document.pieces.push({ kind: 'html', html: text, line: next.line });
  else if (kind === null || style === 'verse') addText(document, text, next.line);
}

/** The lines that go on with a text: up to a blank one, to a block, in a list to the next item. */
function restOfText({ source, isInList }: Blocks, isLiteral: boolean): readonly string[] {
  const rest: string[] = [];
  for (let next = source.peek(); next !== null && next.text !== ''; next = source.peek()) {
    const { text } = next;
    if (!isLiteral && (attributeLine(text) !== null || delimitedAt(text) !== null)) break;
    if (isInList && (text === '+' || listItemAt(text) !== null)) break;
    source.take();
    if (!(text.startsWith('//') && !text.startsWith('///'))) rest.push(text);
  }
  return rest;
}
