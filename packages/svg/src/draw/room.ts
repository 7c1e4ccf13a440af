import type { Point, Rectangle } from '@mxg/model';
import { grown, numberOf, type StyleOf } from '../view/shape.ts';
import type { Paint } from './paint.ts';
import { BLUR, SHADOW_X, SHADOW_Y } from './shadow.ts';

/** px of a mark at an end of an edge where the style says nothing. */
const MARK = 6;

/** What a shape takes without its shadow: its bounds, and half of its line. Source: sizes of draw.io 24.7's pictures. */
export function shapeRoom(bounds: Rectangle, style: StyleOf, { stroke, strokeWidth }: Paint): Rectangle {
  const isDrawnAround = stroke !== null && style('shape') !== 'image';
  return grown(bounds, isDrawnAround ? strokeWidth / 2 : 0);
}

/** The box of a shape as it is turned, with its shadow where the style wants one: that falls the same way whatever the shape faces. */
export function withShadow(box: Rectangle, style: StyleOf): Rectangle {
  if (style('shadow') !== '1') return box;
  const [dx, dy] = [numberOf(style, 'shadowOffsetX', SHADOW_X), numberOf(style, 'shadowOffsetY', SHADOW_Y)];
  const { x, y, width, height } = grown(box, Math.max(0, 2 * numberOf(style, 'shadowBlur', BLUR)));
  return { x: x + Math.min(0, dx), y: y + Math.min(0, dy), width: width + Math.abs(dx), height: height + Math.abs(dy) };
}

/** What a line takes without its marks: a px at each of its points, and half of its width. */
export const lineRoom = (points: readonly Point[], style: StyleOf, paint: Paint): readonly Rectangle[] =>
  points.map(({ x, y }) => withShadow(shapeRoom({ x, y, width: 1, height: 1 }, style, paint), style));

/** px that the marks of a line take around it: each has one more than its size. */
export function reachOfMarks(style: StyleOf): number {
  const size = (end: 'start' | 'end'): number | null =>
    (style(`${end}Arrow`) ?? 'none') === 'none' ? null : numberOf(style, `${end}Size`, MARK);
  const [start, end] = [size('start'), size('end')];
  const atStart = start === null ? 0 : start + 1;
  return end === null ? atStart : Math.max(atStart, end) + 1;
}
