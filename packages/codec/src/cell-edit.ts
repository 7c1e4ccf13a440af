import { parseStyle, withStyle, type Edit, type GeometryEdit, type TextEdit } from '@mxg/model';
import { escapeXmlAttribute } from './coding/escapes.ts';
import { editGeometry } from './geometry-edit.ts';
import type { CellElements } from './model/cell-elements.ts';
import { setAttribute } from './xml/edit.ts';
import { attributeOf, type XmlElement } from './xml/tree.ts';

/** All that edits want of one cell; of two that want the same, the later counts. */
export interface CellChange {
  readonly label?: string;
  readonly link?: string | null;
  readonly style: ReadonlyMap<string, string | null>;
  readonly geometry?: GeometryEdit['geometry'];
  readonly properties: ReadonlyMap<string, string | null>;
}

export const noChange: CellChange = { style: new Map(), properties: new Map() };

/** The change with one more edit. */
export function withEdit(change: CellChange, edit: Edit): CellChange {
  if (edit.type === 'label') return { ...change, label: edit.label };
  if (edit.type === 'link') return { ...change, link: edit.link };
  if (edit.type === 'style') return { ...change, style: new Map(change.style).set(edit.key, edit.value) };
  if (edit.type === 'geometry') return { ...change, geometry: { ...change.geometry, ...edit.geometry } };
  return { ...change, properties: new Map(change.properties).set(edit.name, edit.value) };
}

/** The change as edits of the text in which the cell stands, apart from each other. */
export function editCell(text: string, elements: CellElements, change: CellChange): TextEdit[] {
  const { cell, wrapper } = elements;
  const named = wrapper === null ? wrapperAttributes(change) : [];
  return [
    ...(named.length > 0 ? wrap(text, cell, change, named) : editNames(text, elements, change)),
    ...editStyle(text, cell, change),
    ...(change.geometry === undefined ? [] : editGeometry(text, cell, change.geometry)),
  ];
}

function editNames(text: string, { cell, wrapper }: CellElements, { label, link, properties }: CellChange): TextEdit[] {
  if (wrapper === null) return label === undefined ? [] : setAttribute(text, cell, 'value', label, 'id');
  return [
    ...(label === undefined ? [] : setAttribute(text, wrapper, 'label', label)),
    ...(link === undefined ? [] : setAttribute(text, wrapper, 'link', link, 'label')),
    ...[...properties].flatMap(([name, value]) => setAttribute(text, wrapper, name, value)),
  ];
}

function editStyle(text: string, cell: XmlElement, { style }: CellChange): TextEdit[] {
  const before = attributeOf(cell, 'style');
  let after = parseStyle(before ?? '');
  for (const [key, value] of style) after = withStyle(after, key, value);
  return after.text === (before ?? '') ? [] : setAttribute(text, cell, 'style', after.text);
}

/** What of a change can only stand on a wrapper. */
function wrapperAttributes({ link, properties }: CellChange): (readonly [name: string, value: string])[] {
  return [['link', link ?? null] as const, ...properties].filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
}

/** Puts a wrapper around a bare `mxCell`: label and id move to it, as draw.io writes them. */
function wrap(
  text: string,
  cell: XmlElement,
  change: CellChange,
  named: readonly (readonly [name: string, value: string])[],
): TextEdit[] {
  const element = change.link == null ? 'object' : 'UserObject';
  const id = attributeOf(cell, 'id');
  const attributes = [
    ['label', change.label ?? attributeOf(cell, 'value') ?? ''] as const,
    ...named,
    ...(id === null ? [] : [['id', id] as const]),
  ];
  const written = attributes.map(([name, value]) => ` ${name}="${escapeXmlAttribute(value, text)}"`);
  return [
    { span: { start: cell.start, end: cell.start }, text: `<${element}${written.join('')}>` },
    ...setAttribute(text, cell, 'id', null),
    ...setAttribute(text, cell, 'value', null),
    { span: { start: cell.end, end: cell.end }, text: `</${element}>` },
  ];
}
