import type { Anchor } from '../anchor.ts';
import type { Config } from '../config/config.ts';
import { idsInHtml } from '../html/ids.ts';
import type { PageReader } from '../page.ts';
import { attributesAtEnd, attributesOnLastLine } from './attributes.ts';
import { readBlocks, type Definitions } from './blocks.ts';
import { withoutFences } from './fences.ts';
import { plainText, readInline, type Inline, type InlineContext } from './inline.ts';
import type { Line } from './lines.ts';
import type { Node } from './node.ts';
import { pythonMarkdownOptions, type PythonMarkdownOptions } from './options.ts';
import type { Stash } from './placeholder.ts';
import { withoutRawHtml } from './raw-html.ts';
import { contentLines, pageLines } from './source.ts';
import { collapse } from './whitespace.ts';

/** A reader of the pages of a site of MkDocs 1.6 with Python-Markdown 3.10; `config` is what `mkdocs.yml` says. */
export function mkdocsPages(config: Config): PageReader {
  const { options, diagnostics } = pythonMarkdownOptions(config);
  return ({ text }) => ({ value: anchorsOf(text, options), diagnostics });
}

/** The ids of a page: front matter → fences → raw HTML → blocks → inline text → headings. */
function anchorsOf(text: string, options: PythonMarkdownOptions): readonly Anchor[] {
  const { extensions } = options;
  const all: Stash = [];
  const superfences = extensions.has('pymdownx.superfences');
  const lines = contentLines(pageLines(text));
  const fenced = withoutFences(lines, all, superfences);
  const blocks = readBlocks(withoutRawHtml(fenced, all, extensions.has('md_in_html')), options, all);
  const items: Item[] = [];
  const walk = walkerOf(blocks, options, items);
  walk(blocks.root);
  for (const [label, note] of blocks.footnotes) {
    items.push({ kind: 'id', id: `fn:${label}`, line: note.line, reserved: true });
    walk(note);
  }
  return withHeadingIds(items, options);
}

/** What may have an id, in document order. */
type Item =
  | { readonly kind: 'id'; readonly id: string; readonly line: number; readonly reserved: boolean }
  | { readonly kind: 'heading'; readonly heading: Heading };

interface Heading {
  readonly level: number;
  readonly line: number;
  readonly id: string | null;
  /** What its id is made of. */
  readonly name: string;
}

type Walk = (node: Node) => void;

function walkerOf(definitions: Definitions, options: PythonMarkdownOptions, items: Item[]): Walk {
  const { extensions } = options;
  const context: InlineContext = { extensions, references: definitions.references, footnotes: definitions.footnotes };
  const counts = new Map<string, number>();
  const emit = (inlines: readonly Inline[], line: number): void => {
    for (const inline of inlines) {
      if (inline.kind === 'footnote')
        items.push({ kind: 'id', id: referenceId(inline.label, counts), line, reserved: true });
      if (inline.kind === 'raw') for (const id of inline.ids) items.push({ kind: 'id', id, line, reserved: false });
      if (inline.kind === 'element') {
        for (const id of inline.ids) items.push({ kind: 'id', id, line, reserved: true });
        emit(inline.children, line);
      }
    }
  };
  const text = (lines: readonly Line[], node: Node): void => {
    if (!mayHoldIds(lines, definitions, extensions)) return;
    const inlines = readInline(lines.map((line) => line.text).join('\n'), context);
    const own = extensions.has('attr_list') ? blockAttributes(inlines, node.tag) : null;
    if (own !== null) items.push({ kind: 'id', id: own, line: node.line, reserved: true });
    emit(inlines, lines[0]?.line ?? node.line);
  };
  const walk: Walk = (node) => {
    if (node.tag === 'raw') return raw(node, items);
    for (const id of node.ids) items.push({ kind: 'id', id, line: node.line, reserved: true });
    if (/^h[1-6]$/.test(node.tag)) {
      const { heading, inlines } = headingOf(node, context);
      items.push({ kind: 'heading', heading });
      emit(inlines, node.line);
    } else text(node.text, node);
    for (const child of node.children) {
      walk(child);
      text(child.tail, node);
    }
  };
  return walk;
}

/** `fnref:1`, then `fnref2:1`. */
function referenceId(label: string, counts: Map<string, number>): string {
  const count = (counts.get(label) ?? 0) + 1;
  counts.set(label, count);
  return `fnref${count === 1 ? '' : count}:${label}`;
}

function raw({ text }: Node, items: Item[]): void {
  const html = text.map((line) => line.text).join('\n');
  const first = text[0]?.line ?? 1;
  for (const { id, offset } of html.includes('=') ? idsInHtml(html) : [])
    items.push({ kind: 'id', id, line: first + html.slice(0, offset).split('\n').length - 1, reserved: false });
}

/** Whether it is worth reading the inline text. */
function mayHoldIds(lines: readonly Line[], { footnotes }: Definitions, extensions: ReadonlySet<string>): boolean {
  return lines.some(
    ({ text }) =>
      (text.includes('<') && /\b(?:id|name)\b/i.test(text)) ||
      (footnotes.size > 0 && text.includes('[^')) ||
      (text.includes('{') && extensions.has('attr_list') && /#|\bid *=/.test(text)),
  );
}

/** Tags whose list stands at the end of the text rather than on a line of its own. */
const AT_END = new Set(['td', 'th', 'dt']);

function blockAttributes(inlines: readonly Inline[], tag: string): string | null {
  const last = inlines.at(-1);
  if (last?.kind !== 'text') return null;
  return (AT_END.has(tag) ? attributesAtEnd(last.text) : attributesOnLastLine(last.text))?.id ?? null;
}

const PLAIN = /^[\p{L}\p{N} ,.;'"?/()+@%$-]*$/u;

function headingOf(
  node: Node,
  context: InlineContext,
): { readonly heading: Heading; readonly inlines: readonly Inline[] } {
  const source = node.text.map((line) => line.text).join('\n');
  const level = Number(node.tag.slice(1));
  const { line } = node;
  if (PLAIN.test(source)) return { heading: { level, line, id: null, name: collapse(source) }, inlines: [] };
  const read = readInline(source, context);
  const last = read.at(-1);
  const found = last?.kind === 'text' && context.extensions.has('attr_list') ? attributesAtEnd(last.text) : null;
  const inlines: readonly Inline[] =
    found === null ? read : [...read.slice(0, -1), { kind: 'text', text: withoutClosing(found.text) }];
  return { heading: { level, line, id: found?.id ?? null, name: nameOf(inlines) }, inlines };
}

/** Marks that stood before the list close the heading. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === '#') end--;
  return text.slice(0, end);
}

const nameOf = (inlines: readonly Inline[]): string => collapse(plainText(textOf(inlines)));

const textOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((each) => (each.kind === 'text' ? each.text : each.kind === 'element' ? textOf(each.children) : ''))
    .join('');

/** Gives headings their ids: all that are written out are taken before the first is made. */
function withHeadingIds(items: readonly Item[], { slugify, separator }: PythonMarkdownOptions): readonly Anchor[] {
  const written = items.flatMap((item) =>
    item.kind === 'heading' ? (item.heading.id ?? []) : item.reserved ? item.id : [],
  );
  const taken: Taken = { ids: new Set(written), last: new Map() };
  return items.map((item): Anchor => {
    if (item.kind === 'id') return { id: item.id, text: '', level: null, line: item.line };
    const { id, name, level, line } = item.heading;
    return { id: id ?? unique(slugify(name, separator), taken), text: name, level, line };
  });
}

/** The ids that are taken, and for each slug the one that it came to last: the next search goes on from there. */
interface Taken {
  readonly ids: Set<string>;
  readonly last: Map<string, string>;
}

/** An id that is taken, or empty, gets the next number behind `_`. */
function unique(slug: string, { ids, last }: Taken): string {
  let id = last.get(slug) ?? slug;
  while (id === '' || ids.has(id)) {
    const numbered = /^(.*)_([0-9]+)$/s.exec(id);
    id = numbered === null ? `${id}_1` : `${numbered[1]}_${BigInt(numbered[2] ?? 0) + 1n}`;
  }
  ids.add(id);
  last.set(slug, id);
  return id;
}
