import { indentAt, lineEnd } from '../characters.ts';
import { addText, element, type Element, type Model } from '../element.ts';
import { isKnown, isSpanElement, isVoidElement, MARKDOWN_ATTRIBUTE, modelOf } from '../html-elements.ts';
import { toNative } from '../native-headers.ts';
import { DEEPEST } from '../page-state.ts';
import { endTagAt, tagAt, type Tag } from '../tag.ts';
import { readWithin, type Blocks } from './blocks.ts';

/** How something between `<` and `>` that is no element ends, by how it begins. */
const ASIDES: readonly (readonly [open: string, close: RegExp])[] = [
  ['<!--', /-->/g],
  ['<?', /\?>/g],
  ['<![CDATA[', /\]\]>/g],
];

/** Reads a comment, a block element with what is in it, or the end tag of the element being read. */
export function readBlockHtml(blocks: Blocks): boolean {
  const { scan, tree } = blocks;
  const { text } = scan.source;
  if (text.startsWith('<!--', scan.pos)) return readComment(blocks);
  const start = scan.pos + indentAt(text, scan.pos);
  const tag = tagAt(text, start);
  if (tag !== null && !isSpanElement(tag.name)) {
    readElement(blocks, tag, start);
    const made = tree.children.at(-1);
    if (blocks.page.options.htmlToNative && made !== undefined)
      tree.children[tree.children.length - 1] = toNative(made);
    return true;
  }
  const end = endTagAt(text, start);
  if (end === null || isSpanElement(end.name) || tree.kind !== 'html' || tree.value !== end.name.toLowerCase())
    return false;
  scan.pos = end.end;
  blocks.closed = true;
  return true;
}

function readComment({ scan, tree }: Blocks): boolean {
  const end = asideEnd(scan);
  if (end < 0) return false;
  tree.children.push(element('comment', scan.source.lineAt(scan.pos)));
  scan.pos = end;
  passBlanks(scan, scan.source.text);
  return true;
}

/** Reads an element whose start tag is at `start`, up to its end tag. */
function readElement(blocks: Blocks, tag: Tag, start: number): void {
  const { scan, page, tree } = blocks;
  const made = element('html', scan.source.lineAt(start), { value: tag.name });
  for (const [key, value] of tag.attributes) made.attributes.set(key, value);
  tree.children.push(made);
  scan.pos = tag.end;
  made.ial = blocks.ial;
  blocks.ial = null;
  const own = page.options.parseBlockHtml ? modelOf(tag.name) : 'raw';
  made.model = chosenModel(made, isRaw(tree) ? 'raw' : own);
  const verbatim = tag.name === 'script' || tag.name === 'style';
  if (verbatim) addText(made, takeUpToEndTag(blocks, tag.name), 'raw');
  if (made.model === 'block') passBlanks(scan, scan.source.text);
  if (verbatim || tag.closed || isVoidElement(tag.name)) return;
  readContent(blocks, made);
  if (!isRaw(tree)) passBlanks(scan, scan.source.text);
}

function isRaw(tree: Element): boolean {
  return tree.kind === 'html' && tree.model === 'raw';
}

function chosenModel(made: Element, usual: Model): Model {
  const asked = MARKDOWN_ATTRIBUTE.get(made.attributes.get('markdown') ?? '');
  made.attributes.delete('markdown');
  return asked === 'default' ? modelOf(made.value) : (asked ?? usual);
}

function readContent(blocks: Blocks, made: Element): void {
  const depth = blocks.depth + 1;
  if (made.model === 'block') readWithin(blocks, made);
  else if (made.model === 'span') addText(made, takeUpToEndTag(blocks, made.value), 'raw-text');
  else if (depth <= DEEPEST) readRaw({ ...blocks, tree: made, depth, ial: null, closed: false });
}

/** Takes text up to an end tag, and that; the whole rest when there is none. */
function takeUpToEndTag({ scan }: Blocks, name: string): string {
  const { text } = scan.source;
  const start = scan.pos;
  let at = scan.source.next(END_TAG, start);
  while (at >= 0 && endTagAt(text, at)?.name.toLowerCase() !== name.toLowerCase())
    at = scan.source.next(END_TAG, at + 1);
  scan.pos = at < 0 ? text.length : (endTagAt(text, at)?.end ?? text.length);
  return text.slice(start, at < 0 ? text.length : at);
}

const END_TAG = /<\//g;
const LESS = /</g;

/** Reads elements and text up to the end tag of `tree`. */
function readRaw(inner: Blocks): void {
  const { scan, tree } = inner;
  const { source } = scan;
  for (;;) {
    const next = source.next(LESS, scan.pos);
    addText(tree, source.text.slice(scan.pos, next < 0 ? source.text.length : next));
    scan.pos = next < 0 ? source.text.length : next;
    if (next < 0 || readMarkup(inner)) return;
  }
}

/** Reads what begins with the `<` at which reading stands. True when it is the end tag of `tree`. */
function readMarkup(inner: Blocks): boolean {
  const { scan, tree } = inner;
  const { text } = scan.source;
  const aside = asideEnd(scan);
  const tag = aside < 0 ? tagAt(text, scan.pos) : null;
  const end = aside < 0 && tag === null ? endTagAt(text, scan.pos) : null;
  if (aside >= 0) scan.pos = aside;
  else if (tag !== null) readElement(inner, tag, scan.pos);
  else {
    const start = scan.pos;
    scan.pos = end?.end ?? start + 1;
    if (end !== null && isEndOf(tree, end.name)) return true;
    addText(tree, text.slice(start, scan.pos));
  }
  return false;
}

function isEndOf(tree: Element, name: string): boolean {
  return tree.value === (isKnown(tree.value) ? name.toLowerCase() : name);
}

/** Offset behind the comment or other aside that begins here; -1 for none. */
function asideEnd({ source, pos }: Blocks['scan']): number {
  const row = ASIDES.find(([open]) => source.text.startsWith(open, pos));
  if (row === undefined) return -1;
  const close = source.next(row[1], pos + row[0].length);
  return close < 0 ? -1 : close + (row[0] === '<?' ? 2 : 3);
}

/** Passes spaces and tabs up to the line's end, and that. */
function passBlanks(scan: Blocks['scan'], text: string): void {
  let at = scan.pos;
  while (text.charAt(at) === ' ' || text.charAt(at) === '\t') at += 1;
  if (text.charAt(at) === '\n') scan.pos = lineEnd(text, at);
}
