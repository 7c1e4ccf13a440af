import type { ModelSettings, Rectangle } from '@mxg/model';
import { colourOf } from '../draw/colour.ts';
import type { Drawn } from '../draw/drawn.ts';
import { element } from '../draw/element.ts';

/** The root of a picture, cropped to what is on it, with draw.io's view box. */
export function picture({ svg, definitions, boxes }: Drawn, settings: ModelSettings | null): string {
  const bounds = around(boxes);
  const [width, height] = [Math.max(1, Math.ceil(bounds.width)), Math.max(1, Math.ceil(bounds.height))];
  const ground = colourOf(settings?.background ?? null, 'none');
  const shared = new Map(definitions.map((each) => [each.id, each.svg]));
  return element(
    'svg',
    { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `-0.5 -0.5 ${width} ${height}` },
    shared.size === 0 ? '' : element('defs', {}, ...shared.values()),
    ground === null ? '' : element('rect', { x: -0.5, y: -0.5, width, height, fill: ground }),
    element('g', { transform: `translate(${Math.floor(-bounds.x)} ${Math.floor(-bounds.y)})` }, svg),
  );
}

/** Walked over, not spread into a call: a page may have more boxes than a call takes arguments. */
function around(boxes: readonly Rectangle[]): Rectangle {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of boxes) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return boxes.length === 0
    ? { x: 0, y: 0, width: 1, height: 1 }
    : { x: left, y: top, width: right - left, height: bottom - top };
}
