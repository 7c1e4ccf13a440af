import type { Point, Rectangle } from '@mxg/model';

/** A cell that an edge may end at, as the view has placed it. */
export interface PlacedVertex {
  /** px, y down, in the page's frame, before its own rotation. */
  readonly bounds: Rectangle;
  /** Degrees, clockwise around the middle of the bounds. */
  readonly rotation: number;
  /** Which side of the shape as it is drawn faces east: shapes may be turned by quarters without their bounds. */
  readonly direction: 'east' | 'south' | 'west' | 'north';
  readonly flipH: boolean;
  readonly flipV: boolean;
  readonly style: StyleOf;
}

/** Degrees, clockwise, by which a shape that faces a side is turned. */
export const TURNS: Readonly<Record<PlacedVertex['direction'], number>> = { east: 0, south: 90, west: 180, north: 270 };

/** Which side a shape faces by its style. */
export const directionOf = (style: StyleOf): PlacedVertex['direction'] => {
  const written = style('direction') ?? '';
  return written === 'south' || written === 'west' || written === 'north' ? written : 'east';
};

/** The box in which a shape is drawn before it is turned: for one that faces north or south it lies on its side. */
export const frameFacing = (bounds: Rectangle, direction: PlacedVertex['direction']): Rectangle =>
  direction === 'north' || direction === 'south' ? lyingOn(bounds) : bounds;

/** The same middle, width and height changed. */
export function lyingOn(bounds: Rectangle): Rectangle {
  const { x, y } = middleOf(bounds);
  const { width, height } = bounds;
  return { x: x - height / 2, y: y - width / 2, width: height, height: width };
}

/** What a cell's style says of a key, defaults and named styles included; null for nothing. */
export type StyleOf = (key: string) => string | null;

export const numberOf = (style: StyleOf, key: string, fallback: number): number => {
  const value = Number.parseFloat(style(key) ?? '');
  return Number.isFinite(value) ? value : fallback;
};

export const middleOf = ({ x, y, width, height }: Rectangle): Point => ({ x: x + width / 2, y: y + height / 2 });

/** A rectangle with a border added on all sides. */
export const grown = ({ x, y, width, height }: Rectangle, by: number): Rectangle => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

export const holds = ({ x, y, width, height }: Rectangle, point: Point): boolean =>
  point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;

/** A point turned around another one by degrees, clockwise. */
export function turned(point: Point, degrees: number, around: Point): Point {
  if (degrees % 360 === 0) return point;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [dx, dy] = [point.x - around.x, point.y - around.y];
  return { x: around.x + dx * cos - dy * sin, y: around.y + dx * sin + dy * cos };
}
