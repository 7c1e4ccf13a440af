import { styleFlag, styleNumber, styleValue, type Point } from '@mxg/model';
import type { Figure } from '../scene/figure.ts';

/** Degrees, clockwise from east: where a shape points that is turned by `direction`. */
const TURNS: ReadonlyMap<string, number> = new Map([
  ['east', 0],
  ['south', 90],
  ['west', 180],
  ['north', 270],
]);

/** Where shapes point whose name says so; all others point east. Source: draw.io 24.7's arrow library. */
const NAMED = [
  ['left', 180],
  ['down', 90],
  ['up', 270],
] as const;

/** Where an arrow shape points, as a vector of length 1 (y down): its shape's own way, then mirrored and turned as drawn. */
export function directionOf({ cell: { style } }: Figure): Point {
  const shape = styleValue(style, 'shape') ?? '';
  const own = NAMED.find(([word]) => shape.startsWith('mxgraph.arrows.') && shape.includes(word))?.[1] ?? 0;
  const angle = ((own + (TURNS.get(styleValue(style, 'direction') ?? '') ?? 0)) * Math.PI) / 180;
  const x = Math.cos(angle) * (styleFlag(style, 'flipH') ? -1 : 1);
  const y = Math.sin(angle) * (styleFlag(style, 'flipV') ? -1 : 1);
  const rotation = (styleNumber(style, 'rotation', 0) * Math.PI) / 180;
  return {
    x: x * Math.cos(rotation) - y * Math.sin(rotation),
    y: x * Math.sin(rotation) + y * Math.cos(rotation),
  };
}

/** Whether an arrow shape has a head at either end, as its name says. */
export const pointsBothWays = ({ cell: { style } }: Figure): boolean =>
  /double|two_?way/i.test(styleValue(style, 'shape') ?? '');
