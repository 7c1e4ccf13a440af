import type { Point } from '@mxg/model';
import { numberOf, turned, type StyleOf } from '../view/shape.ts';
import { path } from './element.ts';
import type { Part, PathPart } from './figure.ts';
import type { Paint } from './paint.ts';
import { cornersOf, curvesOf, type Curve } from './path-curves.ts';

/**
 * Draws parts as if by hand where the style wants it (`sketch=1`): lines twice and not quite straight, areas hatched.
 * Source: how rough.js 4 draws, and its settings in draw.io's styles. Its chance is not draw.io's: the same path is drawn the same.
 */
export function sketched(parts: readonly Part[], style: StyleOf, paint: Paint): readonly Part[] {
  if (style('sketch') !== '1') return parts;
  return parts.flatMap((part) => (part.kind === 'path' ? sketchedPath(part, style, paint) : [part]));
}

function sketchedPath(part: PathPart, style: StyleOf, paint: Paint): readonly Part[] {
  const fill = part.fill === undefined ? paint.fill : part.fill;
  const stroke = part.stroke === undefined ? paint.stroke : part.stroke;
  const runs = curvesOf(part.d);
  if (runs.reduce((sum, run) => sum + run.length, 0) > MOST_PIECES) return [part];
  const width = part.strokeWidth ?? paint.strokeWidth;
  const hand = handFor(part.d, style);
  const hatched = fill === null || style('fillStyle') === 'solid' ? null : hatching(runs, width, style, hand);
  const area: readonly Part[] =
    fill === null
      ? []
      : hatched === null
        ? [{ ...part, stroke: null }]
        : [
            {
              kind: 'path',
              d: hatched,
              fill: null,
              stroke: fill,
              strokeWidth: positive(style, 'fillWeight') ?? width / 2,
              dashes: null,
              strokeOpacity: part.fillOpacity ?? paint.fillOpacity,
            },
          ];
  if (stroke === null || width === 0) return area;
  const { fill: _, gradient: __, ...ink } = part;
  const times = style('disableMultiStroke') === '1' ? 1 : 2;
  return [...area, { ...ink, fill: null, d: runs.map((run) => strokesAlong(run, times, hand)).join(' ') }];
}

/** Pieces of a path, and hatches times its corners, beyond which it is drawn as it is. */
const [MOST_PIECES, MOST_CROSSINGS] = [5000, 400_000];

const positive = (style: StyleOf, key: string): number | null => {
  const value = numberOf(style, key, -1);
  return value > 0 ? Math.min(1000, value) : null;
};

/** Chance: px up or down, at most so many. */
type Hand = (most: number) => number;

/** Source: the numbers of Park and Miller, as rough.js takes them; each path begins anew, with its own. */
function handFor(d: string, style: StyleOf): Hand {
  const roughness = Math.min(10, Math.max(0, numberOf(style, 'jiggle', 1)));
  let seed = 1;
  for (let i = 0; i < d.length; i++) seed = Math.imul(seed ^ d.charCodeAt(i), 0x01000193) & 0x7fffffff;
  return (most) => {
    seed = Math.imul(48271, seed) & 0x7fffffff;
    return roughness * most * CALM * ((2 * seed) / 2 ** 31 - 1);
  };
}

/** Of what rough.js allows: where its chance falls nobody knows, and near the middle is near on the average. */
const CALM = 0.25;

/** px: how far a line may miss its ends. */
const MISS = 2;

function strokesAlong(run: readonly Curve[], times: number, hand: Hand): string {
  const strokes = Array.from({ length: times }, (_, i) =>
    run.map((piece) =>
      piece.handles === null
        ? strokeBetween(piece.from, piece.to, i === 0 ? 1 : 0.5, hand)
        : strokeAround(piece, piece.handles, i === 0 ? 1 : 1.15, hand),
    ),
  );
  return strokes.flat().join(' ');
}

/** A line that bends a little. @param share of what a line may miss */
function strokeBetween(from: Point, to: Point, share: number, hand: Hand): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const calm = length < 200 ? 1 : length > 500 ? 0.4 : -0.0016668 * length + 1.233334;
  const miss = Math.min(MISS, length / 10) * calm;
  const off = (): number => hand(miss * share);
  const turn = 0.3 + hand(0.1) * 0.5;
  const [bendX, bendY] = [hand((calm * MISS * (to.y - from.y)) / 200), hand((calm * MISS * (from.x - to.x)) / 200)];
  const at = (along: number): readonly [number, number] => [
    bendX + from.x + (to.x - from.x) * along + off(),
    bendY + from.y + (to.y - from.y) * along + off(),
  ];
  return path('M', from.x + off(), from.y + off(), 'C', ...at(turn), ...at(2 * turn), to.x + off(), to.y + off());
}

function strokeAround({ from, to }: Curve, handles: readonly [Point, Point], share: number, hand: Hand): string {
  const reach = Math.hypot(to.x - from.x, to.y - from.y);
  const miss = Math.min(MISS, reach / 10) * share;
  const near = ({ x, y }: Point): readonly [number, number] => [x + hand(miss), y + hand(miss)];
  return path('M', ...near(from), 'C', ...near(handles[0]), ...near(handles[1]), ...near(to));
}

/** Degrees: where hatches run to. */
const ANGLE = -41;

/** The hatches of an area; null where they would be too many. */
function hatching(runs: readonly (readonly Curve[])[], width: number, style: StyleOf, hand: Hand): string | null {
  const gap = Math.max(1, Math.round(positive(style, 'hachureGap') ?? width * 4));
  const angle = numberOf(style, 'hachureAngle', ANGLE) + 90;
  const polygons = runs.map(cornersOf);
  const first = hatchesAt(polygons, angle, gap);
  const second = style('fillStyle') === 'cross-hatch' ? hatchesAt(polygons, angle + 90, gap) : [];
  if (first === null || second === null) return null;
  return [...first, ...second]
    .flatMap(([from, to]) => [strokeBetween(from, to, 1, hand), strokeBetween(from, to, 0.5, hand)])
    .join(' ');
}

/** Level lines through the polygons when they are turned, turned back. */
function hatchesAt(
  polygons: readonly (readonly Point[])[],
  angle: number,
  gap: number,
): readonly (readonly [Point, Point])[] | null {
  const lying = polygons.map((polygon) => polygon.map((point) => turned(point, angle, ORIGIN)));
  const edges = lying.flatMap((polygon) =>
    polygon.map((point, i) => [point, polygon[(i + 1) % polygon.length] ?? point] as const),
  );
  const ys = edges.map(([{ y }]) => y);
  const [top, bottom] = [ys.reduce((a, b) => Math.min(a, b), Infinity), ys.reduce((a, b) => Math.max(a, b), -Infinity)];
  if (!(((bottom - top) / gap) * edges.length < MOST_CROSSINGS)) return null;
  const hatches: (readonly [Point, Point])[] = [];
  for (let y = top; y < bottom; y += gap) {
    const xs = edges
      .filter(([a, b]) => a.y <= y !== b.y <= y)
      .map(([a, b]) => a.x + ((y - a.y) * (b.x - a.x)) / (b.y - a.y))
      .toSorted((a, b) => a - b);
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const [left, right] = [
        { x: xs[i] ?? 0, y },
        { x: xs[i + 1] ?? 0, y },
      ];
      hatches.push([turned(left, -angle, ORIGIN), turned(right, -angle, ORIGIN)]);
    }
  }
  return hatches;
}

const ORIGIN: Point = { x: 0, y: 0 };
