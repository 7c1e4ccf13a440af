import { styleNames, type Cell, type Style } from '@mxg/model';
import type { StyleOf } from './shape.ts';

/**
 * What the named styles say about places. Source: their names in the style menu of draw.io 24.7, and where its pictures show edges end
 * (`perimeter`). Of colours and fonts, only what labels show is here.
 */
const NAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ellipse: { shape: 'ellipse', perimeter: 'ellipsePerimeter' },
  doubleEllipse: { shape: 'doubleEllipse', perimeter: 'ellipsePerimeter' },
  rhombus: { shape: 'rhombus', perimeter: 'rhombusPerimeter' },
  triangle: { shape: 'triangle', perimeter: 'trianglePerimeter' },
  swimlane: { shape: 'swimlane', startSize: '23', fontStyle: '1' },
  line: { shape: 'line' },
  text: { fillColor: 'none', strokeColor: 'none', gradientColor: 'none', align: 'left', verticalAlign: 'top' },
  group: { fillColor: 'none', strokeColor: 'none', gradientColor: 'none', verticalAlign: 'top' },
  image: {
    shape: 'image',
    verticalAlign: 'top',
    verticalLabelPosition: 'bottom',
    labelBackgroundColor: '#ffffff',
  },
  roundImage: { shape: 'image', perimeter: 'ellipsePerimeter' },
  rhombusImage: { shape: 'image', perimeter: 'rhombusPerimeter' },
  arrow: { shape: 'arrow', edgeStyle: 'none' },
};

const VERTEX: Readonly<Record<string, string>> = { shape: 'label', perimeter: 'rectanglePerimeter' };
const EDGE: Readonly<Record<string, string>> = { shape: 'connector', endArrow: 'classic' };

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
 * What counts last: the style's own entries, before that its named styles in order, before that the defaults. Values are looked up
 * in tables: one that every object has (`constructor`) is none.
 */
function valuesOf(style: Style, defaults: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const values = new Map(Object.entries(defaults));
  for (const name of styleNames(style)) {
    if (Object.hasOwn(NAMED, name))
      for (const [key, value] of Object.entries(NAMED[name] ?? {})) values.set(key, value);
  }
  for (const { key, value } of style.entries)
    if (value !== null && !(value in Object.prototype)) values.set(key, value);
  for (const [key, value] of values) if (value === 'none' && !MAY_BE_NONE.test(key)) values.delete(key);
  return values;
}
