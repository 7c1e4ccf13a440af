import type { Rectangle } from '@mxg/model';
import type { Frame } from '../draw/figure.ts';
import { numberOf } from '../view/shape.ts';

/** A length of a style, px, at least 0 and at most so much. */
export const lengthOf = ({ style }: Frame, key: string, fallback: number, most: number): number =>
  Math.max(0, Math.min(most, numberOf(style, key, fallback)));

/** A share of a style, 0 to 1, of a length, px. */
export const shareOf = ({ style }: Frame, key: string, fallback: number, length: number): number =>
  length * Math.max(0, Math.min(1, numberOf(style, key, fallback)));

/** `size`: px where the style says that it is fixed, else a share of a length; at most so much, px. */
export function sizeOf(frame: Frame, fallback: { px: number; share: number }, length: number, most = length): number {
  return frame.style('fixedSize') === '1'
    ? lengthOf(frame, 'size', fallback.px, most)
    : Math.min(most, shareOf(frame, 'size', fallback.share, length));
}

/** A rectangle with a border taken off on all sides. */
export const shrunk = ({ x, y, width, height }: Rectangle, by: number): Rectangle => ({
  x: x + by,
  y: y + by,
  width: Math.max(0, width - 2 * by),
  height: Math.max(0, height - 2 * by),
});

/** px: how far the second outline of a doubled shape stands in. */
export const doubled = ({ paint }: Frame): number => Math.max(2, paint.strokeWidth + 1);
