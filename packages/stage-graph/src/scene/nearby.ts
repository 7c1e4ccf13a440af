import type { Point, Rectangle } from '@mxg/model';
import Flatbush from 'flatbush';
import { center } from './rectangle.ts';

/** How many things are looked at around one place: bounds the work on drawings that are piled up. */
const MOST = 48;

/** Finds what stands near a place, nearest first, in about log n. */
export interface Nearby<T> {
  /** What a point lies in, or at most `reach` px from. */
  readonly at: (point: Point, reach?: number) => readonly T[];
  /** What a rectangle touches or is at most `reach` px from; by the distance from its centre. */
  readonly around: (rectangle: Rectangle, reach: number) => readonly T[];
}

export function nearby<T>(things: readonly T[], boundsOf: (thing: T) => Rectangle): Nearby<T> {
  if (things.length === 0) return { at: () => [], around: () => [] };
  const index = new Flatbush(things.length);
  for (const thing of things) {
    const { x, y, width, height } = boundsOf(thing);
    index.add(x, y, x + width, y + height);
  }
  index.finish();
  const at = ({ x, y }: Point, reach = 0): readonly T[] =>
    index.neighbors(x, y, MOST, reach).flatMap((found) => things[found] ?? []);
  return {
    at,
    around: (rectangle, reach) => at(center(rectangle), Math.hypot(rectangle.width, rectangle.height) / 2 + reach),
  };
}
