import { decodeHTMLAttribute } from 'entities';
import type { Anchor } from '../anchor.ts';
import { idsInHtml } from '../html/ids.ts';
import type { Element } from './element.ts';
import { plainId, plainIds, type HeaderIds } from './header-ids.ts';
import type { PageState } from './page-state.ts';
import { shownText } from './shown-text.ts';

/** The page as it is written out, in order. */
interface Output {
  readonly page: PageState;
  readonly anchors: Anchor[];
  readonly ids: HeaderIds;
  /** What a table of contents lists. */
  readonly contents: { readonly id: string; readonly header: Element }[];
  /** Numbers of footnotes and how often each was referred to again, in order of the first reference. */
  readonly footnotes: Map<string, { readonly number: number; repeats: number }>;
  /** Where the table of contents and the footnotes go: `anchors` before them, and the list that stood there. */
  readonly places: { toc: Place | null; footnotes: Place | null };
}

interface Place {
  readonly index: number;
  readonly list: Element;
}

const HTML_HEADER = /^h[1-6]$/;
/** HTML elements in which tags are text. */
const TEXT_ONLY = new Set(['script', 'style', 'textarea', 'title']);

/** The ids of a page whose tree is complete, in the order of the built page. */
export function anchorsOf(page: PageState, root: Element): readonly Anchor[] {
  const output: Output = {
    page,
    anchors: [],
    ids: plainIds(page.options),
    contents: [],
    footnotes: new Map(),
    places: { toc: null, footnotes: null },
  };
  writeAll(output, root.children);
  const main = output.anchors.splice(0);
  writeFootnotes(output);
  const notes = output.anchors.splice(0);
  return joined(main, [
    [output.places.footnotes ?? { index: main.length, list: root }, notes],
    [output.places.toc ?? { index: main.length, list: root }, tocAnchors(output)],
  ]);
}

function joined(
  main: readonly Anchor[],
  inserted: readonly (readonly [Place, readonly Anchor[]])[],
): readonly Anchor[] {
  const inOrder = inserted.toSorted(([a], [b]) => b.index - a.index);
  return inOrder.reduce<readonly Anchor[]>(
    (all, [{ index }, more]) => [...all.slice(0, index), ...more, ...all.slice(index)],
    main,
  );
}

function writeAll(output: Output, children: readonly Element[]): void {
  for (const child of children) write(output, child);
}

function write(output: Output, made: Element): void {
  switch (made.kind) {
    case 'header':
      return writeHeader(output, made);
    case 'footnote':
      return writeFootnoteMarker(output, made);
    case 'raw':
      return writeRaw(output, made);
    case 'html':
      return writeHtml(output, made);
    case 'ul':
    case 'ol':
      return writeList(output, made);
    case 'dl':
      return writeDefinitions(output, made);
    case 'eob':
    case 'comment':
      return undefined;
    default:
      if (!made.bare) addIds(output, made);
      return writeAll(output, made.children);
  }
}

function writeHeader(output: Output, header: Element): void {
  const { options } = output.page;
  const id = header.attributes.get('id') || null;
  const given = id ?? (header.attributes.has('id') || !options.autoIds ? '' : output.ids(header.idSource));
  const hasId = header.attributes.has('id') || options.autoIds;
  const level = Math.max(1, Math.min(6, header.level + options.headerOffset));
  if (given.trim() !== '') output.anchors.push({ id: given, text: textOf(output, header), level, line: header.line });
  if (hasId && options.tocLevels.includes(header.level) && !/\bno_toc\b/.test(header.attributes.get('class') ?? ''))
    output.contents.push({ id: given, header });
  writeAll(output, header.children);
}

function writeFootnoteMarker(output: Output, { value, line }: Element): void {
  const { footnotes, page, anchors } = output;
  const name = page.options.footnotePrefix + value;
  const known = footnotes.get(value);
  if (known === undefined) footnotes.set(value, { number: page.options.footnoteNr + footnotes.size, repeats: 0 });
  else known.repeats += 1;
  const id = known === undefined ? `fnref:${name}` : `fnref:${name}:${known.repeats}`;
  anchors.push({ id, text: '', level: null, line });
}

/** Writes each footnote that was referred to; footnotes in footnotes follow. */
function writeFootnotes(output: Output): void {
  for (const name of output.footnotes.keys()) {
    const content = output.page.footnotes.get(name);
    if (content === undefined) continue;
    output.anchors.push({
      id: `fn:${output.page.options.footnotePrefix}${name}`,
      text: '',
      level: null,
      line: content.line,
    });
    writeAll(output, content.children);
  }
}

function writeRaw({ anchors }: Output, { value, line }: Element): void {
  let [counted, lines] = [0, line];
  for (const { id, offset } of value.includes('<') ? idsInHtml(value) : []) {
    for (let at = value.indexOf('\n', counted); at >= 0 && at < offset; at = value.indexOf('\n', counted))
      [counted, lines] = [at + 1, lines + 1];
    anchors.push({ id, text: '', level: null, line: lines });
  }
}

function writeHtml(output: Output, made: Element): void {
  const isHeader = HTML_HEADER.test(made.value);
  addIds(output, made, isHeader ? { text: textOf(output, made), level: Number(made.value.slice(1)) } : undefined);
  if (!TEXT_ONLY.has(made.value)) writeAll(output, made.children);
}

/** The first list that asks for it becomes the table of contents, or the place of the footnotes. */
function writeList(output: Output, list: Element): void {
  const { places, anchors } = output;
  const here = { index: anchors.length, list };
  const asks = (name: string): boolean => list.ial?.references.includes(name) === true;
  if (places.toc === null && asks('toc')) places.toc = here;
  else if (places.footnotes === null && asks('footnotes')) places.footnotes = here;
  else {
    addIds(output, list);
    writeAll(output, list.children);
  }
}

function writeDefinitions(output: Output, list: Element): void {
  addIds(output, list);
  const wanted = list.ial?.references
    .map((name) => /^auto_ids(?:-([\w-]+))?/.exec(name))
    .find((found) => found !== null);
  for (const child of list.children) {
    if (child.kind === 'dt' && wanted !== undefined && !child.attributes.has('id'))
      child.attributes.set('id', `${wanted[1] ?? ''}${plainId(child.idSource)}`);
    write(output, child);
  }
}

function addIds(
  { anchors }: Output,
  made: Element,
  header: { readonly text: string; readonly level: number | null } = { text: '', level: null },
): void {
  if (made.attributes.size === 0) return;
  const isLink = made.kind === 'a' || (made.kind === 'html' && made.value === 'a');
  for (const value of [made.attributes.get('id'), isLink ? made.attributes.get('name') : undefined]) {
    const id = value?.includes('&') === true ? decodeHTMLAttribute(value) : (value ?? '');
    if (id.trim() !== '') anchors.push({ id, ...header, line: made.line });
  }
}

/** A table of contents: its own id, and one an entry, with ids that stand in the header's text once more. */
function tocAnchors(output: Output): readonly Anchor[] {
  const list = output.places.toc?.list;
  if (list === undefined || output.contents.length === 0) return [];
  const own = list.attributes.get('id') ?? 'markdown-toc';
  const entry = (id: string): Anchor => ({ id, text: '', level: null, line: list.line });
  return [
    entry(own),
    ...output.contents.flatMap(({ id, header }) => [entry(`${own}-${id}`), ...repeated(output, header, list.line)]),
  ];
}

function repeated(output: Output, { children }: Element, line: number): readonly Anchor[] {
  const copy: Output = { ...output, anchors: [], contents: [] };
  for (const child of children) {
    if (child.kind === 'footnote') continue;
    if (child.kind !== 'a') addIds(copy, child);
    copy.anchors.push(...repeated(output, child, line));
  }
  return copy.anchors.map((anchor) => ({ ...anchor, line }));
}

function textOf({ footnotes, page }: Output, made: Element): string {
  return shownText(made, (name) => footnotes.get(name)?.number ?? page.options.footnoteNr + footnotes.size);
}
