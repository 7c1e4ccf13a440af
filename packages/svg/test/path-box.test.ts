import { expect, test } from 'vitest';
import { pathBox } from '../src/draw/path-box.ts';

/** Expectations: `getBBox` of a browser. */
test.each<readonly [d: string, x: number, y: number, width: number, height: number]>([
  ['M 0 0 L 10 5 Z', 0, 0, 10, 5],
  ['M 2 3 H 12 V 8', 2, 3, 10, 5],
  ['M 0 0 Q 10 10 20 0', 0, 0, 20, 5],
  ['M 0 0 C 0 20 20 20 20 0', 0, 0, 20, 15],
  ['M 20 10 A 10 10 0 0 1 0 10 A 10 10 0 0 1 20 10 Z', 0, 0, 20, 20],
  ['M 10 0 A 10 10 0 0 1 20 10', 10, 0, 10, 10],
])('the box of `%s`', (d, x, y, width, height) => {
  const box = pathBox(d);
  for (const [key, value] of Object.entries({ x, y, width, height })) expect(box?.[key as 'x']).toBeCloseTo(value, 5);
});
