import type { Cell, Style } from '@mxg/model';
import type { StyleOf } from './shape.ts';

type Values = Readonly<Record<string, string>>;

const BARE: Values = { fillColor: 'none', gradientColor: 'none', strokeColor: 'none' };
const TEXT: Values = { ...BARE, align: 'left', verticalAlign: 'top' };
const LABEL: Values = {
  fontStyle: '1',
  align: 'left',
  verticalAlign: 'middle',
  spacing: '2',
  spacingLeft: '52',
  imageWidth: '42',
  imageHeight: '42',
  rounded: '1',
};
const IMAGE: Values = {
  shape: 'image',
  verticalAlign: 'top',
  verticalLabelPosition: 'bottom',
  labelBackgroundColor: '#ffffff',
};

const plain = (fillColor: string, gradientColor: string, strokeColor: string): Values => ({
  fillColor,
  gradientColor,
  strokeColor,
});

/** What the named styles say. Source: the style sheet that mxGraph's Graph Editor brings, and draw.io 24.7's pictures. */
const NAMED: Readonly<Record<string, Values>> = {
  'plain-gray': plain('#f5f5f5', '#b3b3b3', '#666666'),
  'plain-blue': plain('#dae8fc', '#7ea6e0', '#6c8ebf'),
  'plain-green': plain('#d5e8d4', '#97d077', '#82b366'),
  'plain-turquoise': plain('#d5e8d4', '#67ab9f', '#6a9153'),
  'plain-yellow': plain('#fff2cc', '#ffd966', '#d6b656'),
  'plain-orange': plain('#ffcd28', '#ffa500', '#d79b00'),
  'plain-red': plain('#f8cecc', '#ea6b66', '#b85450'),
  'plain-pink': plain('#e6d0de', '#d5739d', '#996185'),
  'plain-purple': plain('#e1d5e7', '#8c6c9c', '#9673a6'),
  text: TEXT,
  edgeLabel: { ...TEXT, labelBackgroundColor: '#ffffff', fontSize: '11' },
  label: LABEL,
  icon: {
    ...LABEL,
    align: 'center',
    imageAlign: 'center',
    verticalLabelPosition: 'bottom',
    verticalAlign: 'top',
    labelBackgroundColor: '#ffffff',
    spacing: '0',
    spacingLeft: '0',
    spacingTop: '6',
    fontStyle: '0',
    imageWidth: '48',
    imageHeight: '48',
  },
  group: { ...BARE, verticalAlign: 'top' },
  ellipse: { shape: 'ellipse', perimeter: 'ellipsePerimeter' },
  doubleEllipse: { shape: 'doubleEllipse', perimeter: 'ellipsePerimeter' },
  rhombus: { shape: 'rhombus', perimeter: 'rhombusPerimeter' },
  triangle: { shape: 'triangle', perimeter: 'trianglePerimeter' },
  swimlane: { shape: 'swimlane', startSize: '23', fontStyle: '1' },
  line: { shape: 'line', strokeWidth: '4', labelBackgroundColor: '#ffffff', verticalAlign: 'top', spacingTop: '8' },
  image: IMAGE,
  roundImage: { ...IMAGE, perimeter: 'ellipsePerimeter' },
  rhombusImage: { ...IMAGE, perimeter: 'rhombusPerimeter' },
  arrow: { shape: 'arrow', edgeStyle: 'none', fillColor: '#ffffff' },
};

const VERTEX: Values = { shape: 'label', perimeter: 'rectanglePerimeter' };
const EDGE: Values = {
  rounded: '1',
  shape: 'connector',
  endArrow: 'classic',
  fontSize: '11',
  labelBackgroundColor: '#ffffff',
};

/** Keys for which `none` is a value of its own. */
const MAY_BE_NONE = /^edgeStyle$|Color$|Arrow$/;

/** The style of a cell with its named styles and draw.io's defaults; `none` takes a default away, but for colours and arrows, where it is told. */
export function styleOf({ style, kind }: Cell): StyleOf {
  const known = kind === 'edge' ? edges : vertices;
  const before = known.get(style);
  if (before !== undefined) return before;
  const values = valuesOf(style, kind === 'edge' ? EDGE : VERTEX);
  const made: StyleOf = (key) => values.get(key) ?? null;
  known.set(style, made);
  return made;
}

/** A style is asked some fifty times for each cell that has it. */
const [vertices, edges] = [new WeakMap<Style, StyleOf>(), new WeakMap<Style, StyleOf>()];

/**
 * What counts last: the entries in order, a named style where its name stands, before all of them the defaults. Values are looked up in
 * tables: one that every object has (`constructor`) is none.
 */
function valuesOf(style: Style, defaults: Values): ReadonlyMap<string, string> {
  const values = new Map(Object.entries(defaults));
  for (const { key, value } of style.entries) {
    if (value !== null) {
      if (!(value in Object.prototype)) values.set(key, value);
    } else if (Object.hasOwn(NAMED, key)) {
      for (const [name, named] of Object.entries(NAMED[key] ?? {})) values.set(name, named);
    }
  }
  for (const [key, value] of values) if (value === 'none' && !MAY_BE_NONE.test(key)) values.delete(key);
  return values;
}
