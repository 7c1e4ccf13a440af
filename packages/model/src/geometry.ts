/** A point, in px, y down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle, in px, y down; (x, y) is its upper left corner. */
export interface Rectangle extends Point {
  readonly width: number;
  readonly height: number;
}

/**
 * The geometry of a cell, as stored.
 * - of a vertex: px relative to the parent's upper left corner, its header included; with `relative`, x and y are fractions
 *   of the parent's size, and `offset` is added in px;
 * - of an edge: x, y place its label (x from -1 to 1 along the edge, y in px across it); `points` are its waypoints and
 *   `sourcePoint`, `targetPoint` its loose ends, in px relative to the edge's parent;
 * - of an edge label (a vertex inside an edge): as the label of an edge.
 * A number that is missing or none is 0, as in draw.io.
 */
export interface Geometry extends Rectangle {
  readonly relative: boolean;
  /** Waypoints in order from source to target. */
  readonly points: readonly Point[];
  readonly sourcePoint: Point | null;
  readonly targetPoint: Point | null;
  /** px, added after `relative` is resolved. */
  readonly offset: Point | null;
  /** The bounds that a collapsed or expanded group has in its other state. */
  readonly alternateBounds: Rectangle | null;
}
