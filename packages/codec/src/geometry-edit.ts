import type { GeometryEdit, Point, TextEdit } from '@mxg/model';
import { insertChild, removeElement, setAttribute } from './xml/edit.ts';
import { attributeOf, childElements, type XmlElement } from './xml/tree.ts';

/** The edits that give a cell what is said of its geometry; the rest of it stays. */
export function editGeometry(text: string, cell: XmlElement, change: GeometryEdit['geometry']): TextEdit[] {
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
