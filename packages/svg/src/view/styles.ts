import { styleNames, styleValue, type Cell } from '@mxg/model';
import type { StyleOf } from './shape.ts';

/**
 * What the named styles say about places. Source: their names in the style menu of draw.io 24.7, and where its pictures show edges end
 * (`perimeter`). What only colours or fonts hang on is not here.
 */
const NAMED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ellipse: { shape: 'ellipse', perimeter: 'ellipsePerimeter' },
  doubleEllipse: { shape: 'doubleEllipse', perimeter: 'ellipsePerimeter' },
  rhombus: { shape: 'rhombus', perimeter: 'rhombusPerimeter' },
  triangle: { shape: 'triangle', perimeter: 'trianglePerimeter' },
  swimlane: { shape: 'swimlane' },
  line: { shape: 'line' },
  image: { shape: 'image' },
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
  const defaults = kind === 'edge' ? EDGE : VERTEX;
  const named = styleNames(style).flatMap((name) => (NAMED[name] === undefined ? [] : [NAMED[name]]));
  return (key) => {
    const value = styleValue(style, key) ?? named.findLast((each) => each[key] !== undefined)?.[key] ?? defaults[key];
    return value === undefined || (value === 'none' && !MAY_BE_NONE.test(key)) ? null : value;
  };
}
