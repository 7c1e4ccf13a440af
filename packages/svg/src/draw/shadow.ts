import type { Rectangle } from '@mxg/model';
import { grown, numberOf, type StyleOf } from '../view/shape.ts';
import { colourOf } from './colour.ts';
import type { Definition, Drawn } from './drawn.ts';
import { element, shortest } from './element.ts';

/** px of draw.io's shadows: how far they are moved, and the deviation of their blur. */
export const [SHADOW_X, SHADOW_Y, BLUR] = [2, 3, 2];
/** Hundredths. */
const OPACITY = 25;

/** What is drawn, with its shadow where the style wants one. Source: pictures of draw.io 24.7. */
export function shadowed(drawn: Drawn, style: StyleOf): Drawn {
  if (style('shadow') !== '1' || drawn.svg === '') return drawn;
  const shadow = shadowOf(style, drawn.boxes);
  return {
    ...drawn,
    svg: element('g', { filter: `url(#${shadow.id})` }, drawn.svg),
    definitions: [...drawn.definitions, shadow],
  };
}

/** A filter needs to be told where to work; shapes may reach beyond their boxes. */
function shadowOf(style: StyleOf, boxes: readonly Rectangle[]): Definition {
  const [dx, dy] = [within(style, 'shadowOffsetX', SHADOW_X, -1000), within(style, 'shadowOffsetY', SHADOW_Y, -1000)];
  const blur = within(style, 'shadowBlur', BLUR, 0);
  const colour = colourOf(style('shadowColor'), '#000000') ?? '#000000';
  const opacity = within(style, 'shadowOpacity', OPACITY, 0, 100) / 100;
  const { x, y, width, height } = roomFor(boxes, 3 * blur + Math.max(Math.abs(dx), Math.abs(dy)));
  const region = { x: Math.floor(x), y: Math.floor(y), width: Math.ceil(width) + 1, height: Math.ceil(height) + 1 };
  const id = ['shadow', colour, ...[dx, dy, blur, opacity, ...Object.values(region)].map(shortest)]
    .join('-')
    .replaceAll('.', '_')
    .replace(/[^\w-]/g, '');
  const drop = element('feDropShadow', {
    dx,
    dy,
    stdDeviation: blur,
    'flood-color': colour,
    'flood-opacity': opacity,
  });
  const units = { filterUnits: 'userSpaceOnUse', 'color-interpolation-filters': 'sRGB' };
  return { id, svg: element('filter', { id, ...units, ...region }, drop) };
}

const within = (style: StyleOf, key: string, fallback: number, least: number, most = 1000): number =>
  Math.min(most, Math.max(least, numberOf(style, key, fallback)));

/** Around all boxes: so many px and a tenth of their size beyond them. */
function roomFor(boxes: readonly Rectangle[], beyond: number): Rectangle {
  const least = (side: 'x' | 'y'): number => boxes.reduce((before, box) => Math.min(before, box[side]), Infinity);
  const [x, y] = [least('x'), least('y')];
  const width = boxes.reduce((before, box) => Math.max(before, box.x + box.width), -Infinity) - x;
  const height = boxes.reduce((before, box) => Math.max(before, box.y + box.height), -Infinity) - y;
  return grown({ x, y, width, height }, beyond + Math.max(width, height) / 10);
}
