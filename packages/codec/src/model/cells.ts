import {
  emptyStyle,
  parseStyle,
  type Attribute,
  type Cell,
  type CellCommon,
  type Geometry,
  type Style,
  type StyleEntry,
} from '@mxg/model';
import * as messages from '../messages.ts';
import type { NestedText } from '../nested-text.ts';
import type { Report } from '../report.ts';
import { attributeOf, type XmlAttribute, type XmlElement } from '../xml/tree.ts';
import { cellIn, idOf, type CellElements } from './cell-elements.ts';
import { readGeometry } from './geometry.ts';
import { Notes } from './notes.ts';
import { isReservedId } from './reserved-ids.ts';

/** Attributes of a wrapper to which draw.io gives a meaning; all others are custom properties. */
const WRAPPER_ATTRIBUTES: ReadonlySet<string> = new Set(['id', 'label', 'link', 'tooltip', 'tags', 'placeholders']);

/** The cells of one `<root>`, read one by one while the text around them is parsed. */
export class CellReader {
  readonly #text: string;
  readonly #most: number;
  readonly #notes: Notes;
  readonly #drafts: Draft[] = [];
  readonly #byId = new Map<string, Draft>();
  readonly #styleOf = styleReader();
  #root: Draft | null = null;
  #beyond: number | null = null;

  /**
   * @param text the one in which the cells stand
   * @param most how many are read
   */
  constructor(text: NestedText, most: number) {
    this.#text = text.text;
    this.#most = most;
    this.#notes = new Notes(text);
  }

  /** Where the first cell beyond the limit stands; null when all were read. */
  get beyond(): number | null {
    return this.#beyond;
  }

  /** Reads the next child of `<root>`. */
  read(element: XmlElement): void {
    if (this.#drafts.length >= this.#most) this.#beyond ??= element.start;
    if (this.#beyond !== null) return;
    const draft = readCell(this.#text, cellIn(element), this.#drafts.length, this.#styleOf, this.#notes);
    this.#drafts.push(draft);
    const { id, parent, kind } = draft;
    if (id !== null && this.#byId.has(id))
      this.#notes.warn(messages.duplicateId(id), { start: element.start, end: element.openEnd });
    else if (id !== null) {
      this.#byId.set(id, draft);
      if (isReservedId(id)) this.#notes.warn(messages.reservedId(id), { start: element.start, end: element.openEnd });
    }
    if (parent === null && kind === 'plain') this.#root ??= draft;
  }

  /** All cells, once all are read; what is wrong with them goes to the report. `page` is how the page is called there. */
  cells(page: string | null, report: Report): Cell[] {
    for (const draft of this.#drafts) draft.kind = kindOf(draft, this.#root, this.#byId);
    this.#notes.report(page, report);
    return this.#drafts as Cell[];
  }
}

/** A cell under construction: before it is known what its parent is, its kind is `vertex`, `edge` or `plain`. */
interface Draft extends CellCommon {
  kind: Cell['kind'];
}

function readCell(
  text: string,
  elements: CellElements,
  index: number,
  styleOf: (text: string) => Style,
  notes: Notes,
): Draft {
  const { cell, wrapper } = elements;
  let parent: string | null = null;
  let value: string | null = null;
  let style = emptyStyle;
  let vertex = false;
  let edge = false;
  let source: string | null = null;
  let target: string | null = null;
  let visible = true;
  let collapsed = false;
  let connectable = true;
  let unknown: Attribute[] | null = null;
  for (const attribute of cell.attributes) {
    const { name, value: raw } = attribute;
    if (name === 'style') style = styleOf(raw);
    else if (name === 'parent') parent = raw;
    else if (name === 'value') value = raw;
    else if (name === 'vertex') vertex = raw === '1';
    else if (name === 'edge') edge = raw === '1';
    else if (name === 'source') source = raw;
    else if (name === 'target') target = raw;
    else if (name === 'visible') visible = raw !== '0';
    else if (name === 'collapsed') collapsed = raw === '1';
    else if (name === 'connectable') connectable = raw !== '0';
    else if (cell !== wrapper && name !== 'id') (unknown ??= []).push(plain(attribute));
  }
  const id = idOf(elements);
  notes.cell = id;
  const inner = cell.children.length === 0 ? childless : readChildren(text, cell, notes);
  const wrapped = wrapper === null ? noWrapper : readWrapper(wrapper);
  const draft: Draft = {
    kind: vertex ? 'vertex' : edge ? 'edge' : 'plain',
    index,
    id,
    parent,
    label: wrapped.label ?? value ?? inner.label ?? '',
    link: wrapped.link,
    tooltip: wrapped.tooltip,
    tags: wrapped.tags,
    placeholders: wrapped.placeholders,
    style,
    visible,
    collapsed,
    connectable,
    geometry: inner.geometry,
    properties: wrapped.properties,
    wrapper: wrapper?.name ?? null,
    unknownAttributes: unknown ?? NONE,
    unknownElements: inner.unknown,
  };
  return draft.kind === 'edge' ? Object.assign(draft, { source, target }) : draft;
}

const NONE: readonly never[] = [];

function kindOf(draft: Draft, root: Draft | null, byId: ReadonlyMap<string, Draft>): Cell['kind'] {
  const { kind, parent } = draft;
  if (kind === 'edge') return kind;
  const around = parent === null ? undefined : byId.get(parent);
  if (kind === 'vertex') return around?.kind === 'edge' ? 'edge-label' : kind;
  if (draft === root) return 'root';
  return around !== undefined && around === root ? 'layer' : 'plain';
}

interface Wrapper {
  readonly label: string | null;
  readonly link: string | null;
  readonly tooltip: string | null;
  readonly tags: readonly string[];
  readonly placeholders: boolean;
  readonly properties: readonly Attribute[];
}

const noWrapper: Wrapper = { label: null, link: null, tooltip: null, tags: [], placeholders: false, properties: [] };

function readWrapper(wrapper: XmlElement): Wrapper {
  return {
    label: attributeOf(wrapper, 'label'),
    link: attributeOf(wrapper, 'link'),
    tooltip: attributeOf(wrapper, 'tooltip'),
    tags: (attributeOf(wrapper, 'tags') ?? '').split(/\s+/).filter((tag) => tag !== ''),
    placeholders: attributeOf(wrapper, 'placeholders') === '1',
    properties: wrapper.attributes.filter(({ name }) => !WRAPPER_ATTRIBUTES.has(name)).map(plain),
  };
}

interface Children {
  readonly geometry: Geometry | null;
  /** Of a value that is an element (`<Object as="value" label="…"/>`), as old programs of mxGraph write it. */
  readonly label: string | null;
  readonly unknown: readonly string[];
}

const childless: Children = { geometry: null, label: null, unknown: [] };

function readChildren(text: string, cell: XmlElement, notes: Notes): Children {
  let geometry: Geometry | null = null;
  let label: string | null = null;
  let unknown: string[] | null = null;
  for (const child of cell.children) {
    if (child.kind !== 'element') continue;
    if (child.name === 'mxGeometry' && geometry === null) geometry = readGeometry(child, notes);
    else (unknown ??= []).push(text.slice(child.start, child.end));
    if (attributeOf(child, 'as') === 'value') label = attributeOf(child, 'label');
  }
  return { geometry, label, unknown: unknown ?? NONE };
}

const plain = ({ name, value }: XmlAttribute): Attribute => ({ name, value });

/** Many cells share a style, and many styles an entry: each is read once. */
function styleReader(): (text: string) => Style {
  const styles = new Map<string, Style>();
  const entries = new Map<string, StyleEntry>();
  return (text) => {
    let style = styles.get(text);
    if (style === undefined) styles.set(text, (style = parseStyle(text, entries)));
    return style;
  };
}
