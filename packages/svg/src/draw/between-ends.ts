import type { Point } from '@mxg/model';
import type { StyleOf } from '../view/shape.ts';
import { solid, type Ink, type Part } from './figure.ts';
import { closedPath } from './paths.ts';

/** Draws an edge from its first point straight to its last. */
type BetweenEnds = (points: readonly Point[], style: StyleOf) => readonly Part[];

/** How far along the way from end to end, and how far to its right, in shares of the way. */
type Place = readonly [along: number, aside: number];

/** A flash. Source: measured in draw.io's picture of the template `lan`. */
const FLASH: readonly Place[] = [
  [0.05, 0],
  [0.59, -0.09],
  [0.53, 0.03],
  [0.95, 0],
  [0.41, 0.09],
  [0.47, -0.03],
];

/** px of the wide arrow of old diagrams: its shaft, its head. Source: mxGraph. */
const [SHAFT, HEAD] = [10, 30];

function arrowPlaces(length: number): readonly Place[] {
  const [neck, shaft, head] = [1 - HEAD / length, SHAFT / 2 / length, HEAD / 2 / length];
  return [
    [0, -shaft],
    [neck, -shaft],
    [neck, -head],
    [1, 0],
    [neck, head],
    [neck, shaft],
    [0, shaft],
  ];
}

const between =
  (placesFor: (length: number) => readonly Place[]): BetweenEnds =>
  (points, style) => {
    const [from, to] = [points[0], points.at(-1)];
    if (from === undefined || to === undefined) return [];
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const length = Math.hypot(dx, dy);
    if (length === 0) return [];
    const corners = placesFor(length).map(([along, aside]) => ({
      x: from.x + dx * along - dy * aside,
      y: from.y + dy * along + dx * aside,
    }));
    const unfilled: Ink = style('fillColor') === null ? { fill: null } : {};
    return [solid(closedPath(corners), unfilled)];
  };

/** px that draw.io keeps free around edges of these shapes, besides twice their line. Source: mxGraph. */
export const ROOM_BESIDE = 15;

/** Shapes of edges that take no notice of waypoints, by their name in styles. */
export const BETWEEN_ENDS: ReadonlyMap<string, BetweenEnds> = new Map([
  ['arrow', between(arrowPlaces)],
  ['mxgraph.networks.comm_link_edge', between(() => FLASH)],
]);
