import {
  withStyle,
  parseStyle,
  type Edit,
  type GeometryEdit,
  type LinkEdit,
  type Point,
  type PropertyEdit,
  type Reading,
  type TextEdit,
} from '@mxg/model';
import { escapeXmlAttribute } from './coding/escapes.ts';
import type { EmbeddedDiagram } from './find.ts';
import { defaultLimits, type Limits } from './limits.ts';
import * as messages from './messages.ts';
import { cellIndex, type CellElements } from './model/cell-elements.ts';
import { liftTo, rootOf, type NestedText } from './nested-text.ts';
import { Report } from './report.ts';
import { readPages } from './pages.ts';
import { insertChild, removeElement, setAttribute } from './xml/edit.ts';
import { attributeOf, childElements, type XmlElement } from './xml/tree.ts';

/**
 * The edits of a diagram as edits of the source's text: of an uncompressed carrier only the bytes of what changes, of a
 * compressed one that payload. Edits of one attribute or geometry that come in turn see the original: give one of each.
 * An edit of a page or cell that is not there is left out, and a diagnostic says so.
 */
export function edit(
  diagram: EmbeddedDiagram,
  edits: readonly Edit[],
  limits: Limits = defaultLimits,
): Reading<readonly TextEdit[]> {
  const report = new Report(limits);
  const file = diagram.xml === null ? null : readPages(diagram.xml, report);
  if (file === null || diagram.xml === null) return { value: [], diagnostics: report.diagnostics() };
  const byText = new Map<NestedText, TextEdit[]>();
  const pages = new Map<number, ReturnType<typeof cellIndex>>();
  for (const each of edits) {
    const page = file.pages[each.page];
    if (page?.model != null && !pages.has(each.page)) pages.set(each.page, cellIndex(page.model.element));
    const cell = pages.get(each.page)?.(each.cell);
    if (page?.model == null || cell === undefined) {
      report.add('error', messages.noSuchCell(each.page, each.cell), diagram.xml, { start: 0, end: 0 });
      continue;
    }
    const found = byText.get(page.model.text) ?? [];
    found.push(...editCell(page.model.text.text, cell, each));
    byText.set(page.model.text, found);
  }
  return { value: liftAll(diagram.xml, byText), diagnostics: report.diagnostics() };
}

/** Edits of a payload's text and of the texts nested in it, as edits of the source's text. */
export function liftAll(xml: NestedText, byText: ReadonlyMap<NestedText, readonly TextEdit[]>): readonly TextEdit[] {
  const ofPayload = [...byText].flatMap(([text, edits]) => [...liftTo(xml, text, edits)]);
  return liftTo(rootOf(xml), xml, ofPayload);
}

function editCell(text: string, elements: CellElements, change: Edit): TextEdit[] {
  const { cell, wrapper } = elements;
  if (change.type === 'label')
    return wrapper === null
      ? setAttribute(text, cell, 'value', change.label, 'id')
      : setAttribute(text, wrapper, 'label', change.label);
  if (change.type === 'style') {
    const style = withStyle(parseStyle(attributeOf(cell, 'style') ?? ''), change.key, change.value);
    return setAttribute(
      text,
      cell,
      'style',
      style.text === '' && attributeOf(cell, 'style') === null ? null : style.text,
    );
  }
  if (change.type === 'geometry') return editGeometry(text, cell, change.geometry);
  return editWrapper(text, elements, change);
}

function editWrapper(text: string, { cell, wrapper }: CellElements, change: LinkEdit | PropertyEdit): TextEdit[] {
  const [element, name, value] =
    change.type === 'link' ? ['UserObject', 'link', change.link] : ['object', change.name, change.value];
  if (wrapper !== null) return setAttribute(text, wrapper, name, value, change.type === 'link' ? 'label' : undefined);
  return value === null ? [] : wrap(text, cell, element, name, value);
}

/** Puts a wrapper around a bare `mxCell`: label and id move to it, as draw.io writes them. */
function wrap(text: string, cell: XmlElement, element: string, name: string, value: string): TextEdit[] {
  const escape = (raw: string) => escapeXmlAttribute(raw, text);
  const id = attributeOf(cell, 'id');
  const label = escape(attributeOf(cell, 'value') ?? '');
  const opening = `<${element} label="${label}" ${name}="${escape(value)}"${id === null ? '' : ` id="${escape(id)}"`}>`;
  return [
    { span: { start: cell.start, end: cell.start }, text: opening },
    ...setAttribute(text, cell, 'id', null),
    ...setAttribute(text, cell, 'value', null),
    { span: { start: cell.end, end: cell.end }, text: `</${element}>` },
  ];
}

function editGeometry(text: string, cell: XmlElement, change: GeometryEdit['geometry']): TextEdit[] {
  const element = childElements(cell).find(({ name }) => name === 'mxGeometry');
  if (element === undefined) return insertChild(text, cell, newGeometry(change, attributeOf(cell, 'edge') === '1'));
  const edits: TextEdit[] = [];
  for (const [name, after] of GEOMETRY_ATTRIBUTES) {
    const value = change[name];
    if (value !== undefined && Number.parseFloat(attributeOf(element, name) ?? '0') !== value)
      edits.push(...setAttribute(text, element, name, String(value), after));
  }
  return change.points === undefined ? edits : [...edits, ...editPoints(text, element, change.points)];
}

/** The numbers of a geometry in the order in which draw.io writes them, and behind what a missing one goes. */
const GEOMETRY_ATTRIBUTES = [
  ['x', ''],
  ['y', 'x'],
  ['width', 'y'],
  ['height', 'width'],
] as const;

function editPoints(text: string, geometry: XmlElement, points: readonly Point[]): TextEdit[] {
  const array = childElements(geometry).find((child) => attributeOf(child, 'as') === 'points');
  if (points.length === 0) return array === undefined ? [] : [removeElement(text, array)];
  const written = `<Array as="points">${points.map(pointXml).join('')}</Array>`;
  if (array === undefined) return insertChild(text, geometry, written);
  return text.slice(array.start, array.end) === written
    ? []
    : [{ span: { start: array.start, end: array.end }, text: written }];
}

const pointXml = ({ x, y }: Point): string => `<mxPoint x="${x}" y="${y}"/>`;

function newGeometry({ points, ...numbers }: GeometryEdit['geometry'], relative: boolean): string {
  const attributes = GEOMETRY_ATTRIBUTES.flatMap(([name]) =>
    numbers[name] === undefined ? [] : [` ${name}="${numbers[name]}"`],
  );
  const opening = `<mxGeometry${attributes.join('')}${relative ? ' relative="1"' : ''} as="geometry"`;
  const waypoints = (points ?? []).map(pointXml).join('');
  return waypoints === '' ? `${opening}/>` : `${opening}><Array as="points">${waypoints}</Array></mxGeometry>`;
}
