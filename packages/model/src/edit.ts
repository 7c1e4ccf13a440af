import type { Point } from './geometry.ts';

/**
 * Which cell an edit is about: an id (the first cell of that id in document order), or the cell's `index` where ids are
 * missing or not unique.
 */
export type CellRef = string | number;

/** A change of one cell, as a value. `page` is the page's index, from 0. */
export type Edit = LabelEdit | LinkEdit | StyleEdit | GeometryEdit | PropertyEdit;

interface CellEdit {
  readonly page: number;
  readonly cell: CellRef;
}

/** Sets the label as stored (HTML where the style says `html=1`). */
export interface LabelEdit extends CellEdit {
  readonly type: 'label';
  readonly label: string;
}

/** Sets or (null) removes the link. A cell without a wrapper gets a `UserObject` around it, as in draw.io. */
export interface LinkEdit extends CellEdit {
  readonly type: 'link';
  readonly link: string | null;
}

/** Sets or (null) removes one key of the style. */
export interface StyleEdit extends CellEdit {
  readonly type: 'style';
  readonly key: string;
  readonly value: string | null;
}

/** Sets what is given of the geometry and leaves the rest; frames and units as in `Geometry`. An empty `points` removes all waypoints. */
export interface GeometryEdit extends CellEdit {
  readonly type: 'geometry';
  readonly geometry: {
    readonly x?: number;
    readonly y?: number;
    readonly width?: number;
    readonly height?: number;
    readonly points?: readonly Point[];
  };
}

/** Sets or (null) removes a custom property. A cell without a wrapper gets an `object` around it. */
export interface PropertyEdit extends CellEdit {
  readonly type: 'property';
  readonly name: string;
  readonly value: string | null;
}
