import type { Geometry, Point, Rectangle } from '@mxg/model';
import { attributeOf, childElements, type XmlElement } from '../xml/tree.ts';
import type { Notes } from './notes.ts';

/** Reads an `<mxGeometry>`. */
export function readGeometry(element: XmlElement, notes: Notes): Geometry {
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
  const { points, sourcePoint, targetPoint, offset, alternateBounds } =
    element.children.length === 0 ? plainGeometry : readGeometryChildren(element, notes);
  return { x, y, width, height, relative, points, sourcePoint, targetPoint, offset, alternateBounds };
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
