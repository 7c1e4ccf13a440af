import type { MarkdownIt } from 'markdown-it';
import { mayHoldIds } from '../commonmark/inline.ts';
import { blocksOf, type Piece } from '../commonmark/pieces.ts';
import type { Env, Token } from '../commonmark/token.ts';
import { runDirective, readHtml } from '../docutils/directive.ts';
import { readBody } from '../docutils/body.ts';
import { nameElement, rstDocument, type RstDocument } from '../docutils/document.ts';
import { element, type Element, type ElementKind } from '../docutils/element.ts';
import { normalizedName } from '../docutils/identifier.ts';
import { linesOf, type Lines } from '../docutils/lines.ts';
import { fencedDirective, type FencedDirective } from './directive-lines.ts';
import { areAttributes, idIn } from './inlines.ts';
import { readText, type MystText } from './text.ts';

/** A footnote, and where it was defined. */
export interface MystFootnote {
  readonly label: string;
  readonly note: Element;
  readonly parent: Element;
}

/** What all of a page's Markdown has in common. */
export interface MystPage {
  readonly document: RstDocument;
  readonly parser: MarkdownIt;
  readonly footnotes: MystFootnote[];
  /** Names of `myst_enable_extensions`. */
  readonly extensions: readonly string[];
}

/** Markdown on its way: a page's, or a directive's. */
interface State {
  readonly page: MystPage;
  readonly env: Env;
  /** Lines above the first one. */
  readonly above: number;
  /** What is open, outermost first; the first is where sections go. */
  readonly open: Element[];
  /** The sections around by the level of their headings; null in a directive, where headings open none. */
  readonly sections: Map<number, Element> | null;
  readonly depth: number;
  /** An id that is to be given to the next block. */
  pending: string | null;
}

const DEEPEST = 40;

/** Reads Markdown into `parent`. */
export function readMarkdown(page: MystPage, { text, first }: Lines, parent: Element, depth = 0): void {
  if (depth > DEEPEST) return;
  const { pieces, env } = blocksOf(page.parser, text.join('\n'));
  const sections = depth === 0 ? new Map([[0, parent]]) : null;
  const state: State = { page, env, above: first - 1, open: [parent], sections, depth, pending: null };
  for (const piece of pieces) readPiece(state, piece);
}

function readPiece(state: State, piece: Piece): void {
  const line = piece.line + state.above;
  if (piece.kind === 'heading') heading(state, piece.source, { line, level: piece.level });
  else if (piece.kind === 'html') html(state, piece.html, line);
  else if (piece.kind === 'text') text(state, piece.source, line);
  else token(state, piece.token, line);
}

/** What becomes of the blocks that contain others. Source: MyST 5.1, `mdit_to_docutils/base.py`. */
const CONTAINERS: Readonly<Record<string, ElementKind>> = {
  blockquote: 'block',
  bullet_list: 'list',
  ordered_list: 'list',
  list_item: 'block',
  table: 'list',
  dl: 'list',
  dd: 'block',
  paragraph: 'block',
};

const LEAVES: Readonly<Record<string, ElementKind>> = {
  hr: 'list',
  code_block: 'block',
  myst_comment: 'invisible',
  myst_break: 'invisible',
};

function token(state: State, { type, content, info, markup }: Token, line: number): void {
  const container = CONTAINERS[type.replace(/_(?:open|close)$/, '')];
  const leaf = LEAVES[type];
  if (container !== undefined && type.endsWith('_open')) state.open.push(placed(state, container, line));
  else if (container !== undefined || type === 'footnote_close') state.open.pop();
  else if (leaf !== undefined) placed(state, leaf, line);
  else if (type === 'footnote_open') state.open.push(footnote(state, content, line));
  else if (type === 'myst_target')
    nameElement(state.page.document, placed(state, 'target', line), normalizedName(content), true);
  else if (type === 'attributes_block') state.pending = areAttributes(content) ? idIn(content) : null;
  else if (type === 'math_block') mathBlock(state, info, line);
  else if (type === 'fence') fence(state, { content, info, line, isContainer: markup.startsWith(':') });
}

const parentOf = ({ open }: State): Element => open.at(-1) as Element;

/** Adds an element to what is open, with the id that waits for a block. */
function placed(state: State, kind: ElementKind, line: number): Element {
  const added = element(kind, line);
  parentOf(state).children.push(added);
  givePending(state, added);
  return added;
}

function givePending(state: State, to: Element): void {
  if (state.pending !== null) nameElement(state.page.document, to, normalizedName(state.pending), true);
  state.pending = null;
}

/** A second definition of a label is left out; what stands in it is read into nothing. */
function footnote({ page, open }: State, label: string, line: number): Element {
  const note = element('note', line);
  const parent = open.at(-1) as Element;
  if (page.document.names.has(label)) return note;
  parent.children.push(note);
  page.footnotes.push({ label, note, parent });
  nameElement(page.document, note, label, true);
  return note;
}

function mathBlock(state: State, label: string, line: number): void {
  const block = placed(state, 'block', line);
  if (label !== '') block.ids.push(`equation-${label.trim()}`);
}

const MAY_MATTER = /\[\^|[{$]/;

function text(state: State, source: string, line: number): void {
  if (mayHoldIds(source) || MAY_MATTER.test(source)) readText(textOf(state), source, { ...parentOf(state), line });
}

const textOf = ({ page, env }: State): MystText => ({
  document: page.document,
  parser: page.parser,
  env,
  extensions: page.extensions,
});

function html(state: State, source: string, line: number): void {
  if (state.page.extensions.includes('html_image') && ONLY_IMAGES.test(source)) return;
  readHtml(placed(state, 'silent', line), { text: source.split('\n'), first: line });
}

/** HTML that the `html_image` extension makes into images, which lose their ids. */
const ONLY_IMAGES = /^\s*(?:<img\b[^>]*>\s*)+$/i;

function heading(state: State, source: string, { line, level }: { line: number; level: number }): void {
  const isSection = state.sections !== null && state.open.length === 1;
  const draft = element(isSection ? 'section' : 'block', line);
  givePending(state, draft);
  const { name, shown } = readText(textOf(state), source, draft);
  const parent = isSection ? parentSection(state.sections, level) : parentOf(state);
  const made: Element = isSection
    ? { ...draft, text: shown, level: Math.min((parent.level ?? 0) + 1, 6) }
    : { ...draft, text: shown };
  parent.children.push(made);
  if (made.ids.length === 0) nameElement(state.page.document, made, normalizedName(name), false);
  else state.page.document.names.note(normalizedName(name), false);
  if (isSection) openSection(state, made, level);
}

/** The section of the next higher level. */
function parentSection(sections: ReadonlyMap<number, Element>, level: number): Element {
  const above = Math.max(...[...sections.keys()].filter((each) => each < level));
  return sections.get(above) as Element;
}

function openSection({ sections, open }: State, section: Element, level: number): void {
  for (const each of sections?.keys() ?? []) if (each > level) sections?.delete(each);
  sections?.set(level, section);
  open[0] = section;
}

/** A fence; one of colons contains Markdown where it is no directive. */
interface Fence {
  readonly content: string;
  readonly info: string;
  readonly line: number;
  readonly isContainer: boolean;
}

function fence(state: State, { content, info, line, isContainer }: Fence): void {
  const { page, depth } = state;
  const directive = fencedDirective(info, content, line);
  if (directive !== null) runFence(state, directive, line);
  else if (isContainer)
    readMarkdown(page, { text: content.split('\n'), first: line + 1 }, placed(state, 'block', line), depth + 1);
  else placed(state, 'block', line);
}

function runFence(state: State, directive: FencedDirective, line: number): void {
  const { page, depth } = state;
  const { document } = page;
  const nested = (lines: Lines, into: Element): void => readMarkdown(page, lines, into, depth + 1);
  const inline = (source: string, into: Element): string => readText(textOf(state), source, into).name;
  const section = state.open[0] as Element;
  if (directive.name !== 'eval-rst')
    runDirective({ ...directive, document, parent: parentOf(state), section, line, nested, inline });
  else evaluateRst(document, directive.lines, parentOf(state));
}

/** reStructuredText has ids of its own: they may repeat those of the page. */
function evaluateRst(document: RstDocument, { text, first }: Lines, parent: Element): void {
  const inner = rstDocument();
  readBody(inner, { ...linesOf(text.join('\n')), first }, inner.root);
  parent.children.push(...inner.root.children);
  document.references.push(...inner.references);
  document.contents.push(...inner.contents);
  for (const { ids } of inner.root.children) for (const id of ids) document.ids.take(id);
}
