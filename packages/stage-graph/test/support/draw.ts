import { decode, find, sourceFromText } from '@mxg/codec';
import type { MxFile } from '@mxg/model';

/** Cells of a drawing, written as draw.io writes them. */
type Drawn = string;

/** Cells, and rows of them where that reads better. */
export type Rows = readonly (Drawn | readonly Drawn[])[];

type Place = readonly [x: number, y: number];

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export interface Where {
  readonly parent?: string;
  /** Further attributes of the cell, as written. */
  readonly attributes?: string;
}

/** A shape at its corner; its style comes after draw.io's own for a box. */
export function box(
  id: string | null,
  label: string,
  [x, y]: Place,
  [width, height]: Place = [120, 60],
  style = '',
  { parent = '1', attributes = '' }: Where = {},
): Drawn {
  const name = id === null ? '' : `id="${id}" `;
  return (
    `<mxCell ${name}value="${escaped(label)}" style="${style}" vertex="1" parent="${parent}" ${attributes}>` +
    `<mxGeometry x="${x}" y="${y}" width="${width}" height="${height}" as="geometry"/></mxCell>`
  );
}

/** A cell of words alone. */
export const text = (id: string, label: string, at: Place, size: Place = [80, 20], style = '', where?: Where): Drawn =>
  box(id, label, at, size, `text;${style}`, where);

/** An edge between two shapes. */
export function edge(
  id: string | null,
  from: string | null,
  to: string | null,
  style = '',
  { label = '', parent = '1', attributes = '' }: Where & { readonly label?: string } = {},
): Drawn {
  const name = id === null ? '' : `id="${id}" `;
  const ends = `${from === null ? '' : `source="${from}"`} ${to === null ? '' : `target="${to}"`}`;
  return (
    `<mxCell ${name}value="${escaped(label)}" style="${style}" edge="1" parent="${parent}" ${ends} ${attributes}>` +
    `<mxGeometry relative="1" as="geometry"/></mxCell>`
  );
}

/** An edge whose ends are points or shapes, as a hand draws it. */
export function line(id: string, from: Place | string, to: Place | string, style = '', parent = '1'): Drawn {
  const end = (name: string, at: Place | string) => (typeof at === 'string' ? `${name}="${at}"` : '');
  const point = (name: string, at: Place | string) =>
    typeof at === 'string' ? '' : `<mxPoint x="${at[0]}" y="${at[1]}" as="${name}Point"/>`;
  return (
    `<mxCell id="${id}" style="${style}" edge="1" parent="${parent}" ${end('source', from)} ${end('target', to)}>` +
    `<mxGeometry relative="1" as="geometry">${point('source', from)}${point('target', to)}</mxGeometry></mxCell>`
  );
}

/** A label that is a cell of its own, on an edge. */
export const labelOn = (edgeId: string, id: string, label: string): Drawn =>
  `<mxCell id="${id}" value="${escaped(label)}" style="edgeLabel" vertex="1" connectable="0" parent="${edgeId}">` +
  `<mxGeometry relative="1" as="geometry"/></mxCell>`;

/** A layer; hidden ones are what a reader switches off. */
export const layer = (id: string, visible = true): Drawn =>
  `<mxCell id="${id}" parent="0" ${visible ? '' : 'visible="0"'}/>`;

/** A file of one page with the given cells. */
export const drawing = (...cells: Rows): MxFile => read(pageXml(cells));

/** A file of many pages, each with its name. */
export const pages = (named: Readonly<Record<string, Rows>>): MxFile =>
  read(
    `<mxfile>${Object.entries(named)
      .map(([name, cells]) => `<diagram id="${name}-id" name="${name}">${pageXml(cells)}</diagram>`)
      .join('')}</mxfile>`,
  );

const pageXml = (cells: Rows): string =>
  `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.flat().join('')}</root></mxGraphModel>`;

export function read(xml: string): MxFile {
  const [found] = find(sourceFromText(xml)).value;
  const file = found === undefined ? null : decode(found).value;
  if (file == null) throw new Error('no diagram');
  return file;
}
