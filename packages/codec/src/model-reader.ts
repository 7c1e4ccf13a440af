import {
  emptyStyle,
  parseStyle,
  type Attribute,
  type Cell,
  type CellCommon,
  type CellRef,
  type Geometry,
  type Model,
  type ModelSettings,
  type Point,
  type Rectangle,
  type Span,
  type Style,
  type Subject,
} from '@mxg/model';
import * as messages from './messages.ts';
import { reportFailure, rootSpans, type NestedText, type Report } from './nested-text.ts';
import { attributeOf, childElements, type XmlAttribute, type XmlElement } from './xml/tree.ts';

/**
 * A cell's elements: the `mxCell`, and the wrapper around it if there is one. An element of the author's own without an
 * `mxCell` inside is a cell, too (mxGraph makes it one, with the element as its value): then it stands for both.
 */
export interface CellElements {
  readonly cell: XmlElement;
  readonly wrapper: XmlElement | null;
}

/** The cells of an `<mxGraphModel>` in document order; null when it has no `<root>`. */
export function cellElements(model: XmlElement): CellElements[] | null {
  const root = childElements(model).find(({ name }) => name === 'root');
  if (root === undefined) return null;
  const cells: CellElements[] = [];
  for (const element of root.children) {
    if (element.kind !== 'element') continue;
    if (element.name === 'mxCell') cells.push({ cell: element, wrapper: null });
    else
      cells.push({ cell: childElements(element).find(({ name }) => name === 'mxCell') ?? element, wrapper: element });
  }
  return cells;
}

/** The id of a cell: it stands on the wrapper where there is one. */
export const idOf = ({ cell, wrapper }: CellElements): string | null =>
  (wrapper === null ? null : attributeOf(wrapper, 'id')) ?? attributeOf(cell, 'id');

/** Looks cells of an `<mxGraphModel>` up: by id (the first of that id) or by place in document order. */
export function cellIndex(model: XmlElement): (ref: CellRef) => CellElements | undefined {
  const cells = cellElements(model) ?? [];
  const byId = new Map<string, CellElements>();
  for (const cell of cells) {
    const id = idOf(cell);
    if (id !== null && !byId.has(id)) byId.set(id, cell);
  }
  return (ref) => (typeof ref === 'number' ? cells[ref] : byId.get(ref));
}

/** Reads an `<mxGraphModel>` that stands in `text`. `page` names it in diagnostics. */
export function readModel(text: NestedText, element: XmlElement, page: string | null, report: Report): Model | null {
  const elements = cellElements(element);
  if (elements === null) {
    reportFailure(report, text, messages.noModel(element.start));
    return null;
  }
  if (elements.length > report.limits.cells) {
    reportFailure(
      report,
      text,
      messages.limitMet('cells', report.limits.cells, elements[report.limits.cells]?.cell.start ?? 0),
    );
    return null;
  }
  const notes = new Notes();
  const model: Model = {
    settings: readSettings(element, notes),
    unknownAttributes: element.attributes.filter(({ name }) => !SETTINGS.has(name)).map(plain),
    cells: readCells(text.text, elements, notes),
  };
  notes.report(text, page, report);
  return model;
}

interface Note {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** Warnings about one page: read, but something is wrong. Their places are looked up all at once, at the end. */
class Notes {
  readonly #notes: { readonly note: Note; readonly span: Span; readonly cell: string | null }[] = [];
  /** Id of the cell that is being read. */
  cell: string | null = null;

  warn(note: Note, span: Span): void {
    this.#notes.push({ note, span, cell: this.cell });
  }

  report(text: NestedText, page: string | null, report: Report): void {
    if (this.#notes.length === 0) return;
    const places = rootSpans(
      text,
      this.#notes.map(({ span }) => span),
    );
    this.#notes.forEach(({ note, span, cell }, i) => {
      const subject: Subject = { ...(page === null ? {} : { page }), ...(cell === null ? {} : { cell }) };
      report.diagnostics.push({ ...note, severity: 'warning', ...(places[i] ?? { span, exact: false }), subject });
    });
  }

  number(attribute: XmlAttribute): number {
    const value = Number.parseFloat(attribute.value);
    if (Number.isFinite(value)) return value;
    this.warn(messages.badNumber(attribute.name, attribute.value), {
      start: attribute.valueStart,
      end: attribute.valueEnd,
    });
    return 0;
  }
}

// Settings

const SETTINGS: ReadonlySet<string> = new Set<keyof ModelSettings>([
  'dx',
  'dy',
  'grid',
  'gridSize',
  'guides',
  'tooltips',
  'connect',
  'arrows',
  'fold',
  'page',
  'pageScale',
  'pageWidth',
  'pageHeight',
  'background',
  'backgroundImage',
  'math',
  'shadow',
  'extFonts',
  'adaptiveColors',
]);

function readSettings(element: XmlElement, notes: Notes): ModelSettings {
  const text = (name: string) => attributeOf(element, name);
  const flag = (name: string) => (text(name) === null ? null : text(name) === '1');
  const number = (name: string) => {
    const attribute = element.attributes.find((candidate) => candidate.name === name);
    return attribute === undefined ? null : notes.number(attribute);
  };
  return {
    dx: number('dx'),
    dy: number('dy'),
    grid: flag('grid'),
    gridSize: number('gridSize'),
    guides: flag('guides'),
    tooltips: flag('tooltips'),
    connect: flag('connect'),
    arrows: flag('arrows'),
    fold: flag('fold'),
    page: flag('page'),
    pageScale: number('pageScale'),
    pageWidth: number('pageWidth'),
    pageHeight: number('pageHeight'),
    background: text('background'),
    backgroundImage: text('backgroundImage'),
    math: flag('math'),
    shadow: flag('shadow'),
    extFonts: text('extFonts'),
    adaptiveColors: text('adaptiveColors'),
  };
}

// Cells

/** Attributes of an `mxCell` to which the model gives a field. */
const CELL_ATTRIBUTES: ReadonlySet<string> = new Set([
  'id',
  'parent',
  'value',
  'style',
  'vertex',
  'edge',
  'source',
  'target',
  'visible',
  'collapsed',
  'connectable',
]);

/** Attributes of a wrapper to which draw.io gives a meaning; all others are custom properties. */
const WRAPPER_ATTRIBUTES: ReadonlySet<string> = new Set(['id', 'label', 'link', 'tooltip', 'tags', 'placeholders']);

function readCells(text: string, elements: readonly CellElements[], notes: Notes): Cell[] {
  const styles = new Map<string, Style>();
  const drafts = elements.map((each, index) => readCell(text, each, index, styles, notes));
  const byId = new Map<string, Draft>();
  let root: Draft | null = null;
  drafts.forEach((draft, index) => {
    const { id, parent } = draft.common;
    if (id !== null && byId.has(id)) {
      notes.cell = id;
      const { cell, wrapper } = elements[index]!;
      notes.warn(messages.duplicateId(id), { start: (wrapper ?? cell).start, end: (wrapper ?? cell).openEnd });
    } else if (id !== null) byId.set(id, draft);
    if (parent === null && draft.shape === 'plain') root ??= draft;
  });
  return drafts.map((draft) => finish(draft, root, byId));
}

/** A cell before it is known what its parent is. */
interface Draft {
  readonly common: CellCommon;
  readonly shape: 'vertex' | 'edge' | 'plain';
  readonly source: string | null;
  readonly target: string | null;
}

function readCell(
  text: string,
  elements: CellElements,
  index: number,
  styles: Map<string, Style>,
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
  const unknown: Attribute[] = [];
  for (const attribute of cell.attributes) {
    const { name, value: raw } = attribute;
    if (name === 'style') style = interned(styles, raw);
    else if (name === 'parent') parent = raw;
    else if (name === 'value') value = raw;
    else if (name === 'vertex') vertex = raw === '1';
    else if (name === 'edge') edge = raw === '1';
    else if (name === 'source') source = raw;
    else if (name === 'target') target = raw;
    else if (name === 'visible') visible = raw !== '0';
    else if (name === 'collapsed') collapsed = raw === '1';
    else if (name === 'connectable') connectable = raw !== '0';
    else if (cell !== wrapper && !CELL_ATTRIBUTES.has(name)) unknown.push(plain(attribute));
  }
  const id = idOf(elements);
  notes.cell = id;
  const inner = readChildren(text, cell, notes);
  const wrapped = wrapper === null ? noWrapper : readWrapper(wrapper);
  return {
    shape: vertex ? 'vertex' : edge ? 'edge' : 'plain',
    source,
    target,
    common: {
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
      unknownAttributes: unknown,
      unknownElements: inner.unknown,
    },
  };
}

function finish({ common, shape, source, target }: Draft, root: Draft | null, byId: ReadonlyMap<string, Draft>): Cell {
  if (shape === 'edge') return { kind: 'edge', ...common, source, target };
  const parent = common.parent === null ? undefined : byId.get(common.parent);
  if (shape === 'vertex') return { kind: parent?.shape === 'edge' ? 'edge-label' : 'vertex', ...common };
  if (common === root?.common) return { kind: 'root', ...common };
  return { kind: parent !== undefined && parent === root ? 'layer' : 'plain', ...common };
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
  if (cell.children.length === 0) return childless;
  let geometry: Geometry | null = null;
  let label: string | null = null;
  const unknown: string[] = [];
  for (const child of cell.children) {
    if (child.kind !== 'element') continue;
    if (child.name === 'mxGeometry' && geometry === null) geometry = readGeometry(child, notes);
    else unknown.push(text.slice(child.start, child.end));
    if (attributeOf(child, 'as') === 'value') label = attributeOf(child, 'label');
  }
  return { geometry, label, unknown };
}

// Geometry

function readGeometry(element: XmlElement, notes: Notes): Geometry {
  let x = 0;
  let y = 0;
  let width = 0;
  let height = 0;
  let relative = false;
  for (const attribute of element.attributes) {
    const { name } = attribute;
    if (name === 'x') x = notes.number(attribute);
    else if (name === 'y') y = notes.number(attribute);
    else if (name === 'width') width = notes.number(attribute);
    else if (name === 'height') height = notes.number(attribute);
    else if (name === 'relative') relative = attribute.value === '1';
  }
  const inner = element.children.length === 0 ? plainGeometry : readGeometryChildren(element, notes);
  return { x, y, width, height, relative, ...inner };
}

type GeometryChildren = Pick<Geometry, 'points' | 'sourcePoint' | 'targetPoint' | 'offset' | 'alternateBounds'>;

const plainGeometry: GeometryChildren = {
  points: [],
  sourcePoint: null,
  targetPoint: null,
  offset: null,
  alternateBounds: null,
};

function readGeometryChildren(element: XmlElement, notes: Notes): GeometryChildren {
  let points: readonly Point[] = [];
  const named = new Map<string, XmlElement>();
  for (const child of childElements(element)) {
    const role = attributeOf(child, 'as') ?? '';
    if (role === 'points')
      points = childElements(child)
        .filter(({ name }) => name === 'mxPoint')
        .map((point) => readPoint(point, notes));
    else named.set(role, child);
  }
  const point = (role: string) => {
    const found = named.get(role);
    return found === undefined ? null : readPoint(found, notes);
  };
  const bounds = named.get('alternateBounds');
  return {
    points,
    sourcePoint: point('sourcePoint'),
    targetPoint: point('targetPoint'),
    offset: point('offset'),
    alternateBounds: bounds === undefined ? null : readRectangle(bounds, notes),
  };
}

function readPoint(element: XmlElement, notes: Notes): Point {
  const { x, y } = readRectangle(element, notes);
  return { x, y };
}

function readRectangle(element: XmlElement, notes: Notes): Rectangle {
  const number = (name: string) => {
    const attribute = element.attributes.find((candidate) => candidate.name === name);
    return attribute === undefined ? 0 : notes.number(attribute);
  };
  return { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
}

const plain = ({ name, value }: XmlAttribute): Attribute => ({ name, value });

/** Many cells share a style: it is parsed once. */
function interned(styles: Map<string, Style>, text: string): Style {
  let style = styles.get(text);
  if (style === undefined) styles.set(text, (style = parseStyle(text)));
  return style;
}
