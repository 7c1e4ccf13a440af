import type { Cell, Edge, Model, Point, Rectangle } from '@mxg/model';

/** Width and height of a picture, px. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** How large a drawing is: the box around its vertices and the fixed points of its edges, rounded up; at least 1 × 1. */
export function pictureSize(model: Model): PictureSize {
  const corners = placedCorners(model.cells);
  if (corners.length === 0) return { width: 1, height: 1 };
  return { width: extent(corners.map(({ x }) => x)), height: extent(corners.map(({ y }) => y)) };
}

function extent(values: readonly number[]): number {
  const low = values.reduce((a, b) => Math.min(a, b), Infinity);
  const high = values.reduce((a, b) => Math.max(a, b), -Infinity);
  return Math.min(MOST, Math.max(1, Math.ceil(high - low)));
}

/** px; no hostile size makes a huge picture. */
const MOST = 10_000;

function placedCorners(cells: readonly Cell[]): Point[] {
  const byId = new Map(cells.flatMap((cell) => (cell.id === null ? [] : [[cell.id, cell] as const])));
  const origins = new Map<Cell, Point>();
  const originOf = (cell: Cell, depth: number): Point => {
    const known = origins.get(cell);
    if (known !== undefined) return known;
    const parent = cell.parent === null ? undefined : byId.get(cell.parent);
    const base = parent === undefined || depth > 100 ? ORIGIN : originOf(parent, depth + 1);
    const origin = cell.kind === 'vertex' && cell.geometry !== null ? moved(base, cell.geometry, parent) : base;
    origins.set(cell, origin);
    return origin;
  };
  return cells.flatMap((cell) => {
    if (cell.geometry === null) return [];
    if (cell.kind === 'vertex') return cornersOf(originOf(cell, 0), cell.geometry);
    return cell.kind === 'edge' ? fixedPoints(cell).map((point) => sum(originOf(cell, 0), point)) : [];
  });
}

const ORIGIN: Point = { x: 0, y: 0 };

function moved(base: Point, geometry: NonNullable<Cell['geometry']>, parent: Cell | undefined): Point {
  const { width = 0, height = 0 } = parent?.geometry ?? {};
  const at = geometry.relative ? { x: geometry.x * width, y: geometry.y * height } : geometry;
  return sum(sum(base, at), geometry.offset ?? ORIGIN);
}

const sum = (a: Point, b: Point): Point => ({ x: a.x + b.x, y: a.y + b.y });

const cornersOf = (origin: Point, { width, height }: Rectangle): Point[] => [
  origin,
  { x: origin.x + width, y: origin.y + height },
];

const fixedPoints = ({ geometry }: Edge): Point[] =>
  geometry === null
    ? []
    : [...geometry.points, ...[geometry.sourcePoint, geometry.targetPoint].filter((point) => point !== null)];
