import type { Attribute } from './attribute.ts';
import type { Geometry } from './geometry.ts';
import type { Style } from './style.ts';

/** What every cell has. */
export interface CellCommon {
  /** Place in document order, which is drawing order, from 0; unique in its page where ids may not be. */
  readonly index: number;
  /** Null when the file gives none. Not always unique: draw.io refuses such a file, mxg reads it. */
  readonly id: string | null;
  /** Id of the parent, or null. The parent may be missing from the page. */
  readonly parent: string | null;
  /** The label as stored: text, or HTML where the style says `html=1`; placeholders unresolved. Empty when there is none. */
  readonly label: string;
  readonly link: string | null;
  readonly tooltip: string | null;
  readonly tags: readonly string[];
  /** Whether `%name%` in the label stands for a property. */
  readonly placeholders: boolean;
  readonly style: Style;
  readonly visible: boolean;
  readonly collapsed: boolean;
  readonly connectable: boolean;
  readonly geometry: Geometry | null;
  /** Custom properties: the wrapper's attributes that draw.io gives no meaning of its own, in order. */
  readonly properties: readonly Attribute[];
  /** Name of the element that wraps the `mxCell` (`UserObject`, `object`, or a name of the author's own); null for none. */
  readonly wrapper: string | null;
  /** Attributes of the `mxCell` that mxg does not know, in order. */
  readonly unknownAttributes: readonly Attribute[];
  /** Child elements that mxg does not know, as XML text, in order. */
  readonly unknownElements: readonly string[];
}

/** The cell that holds the layers: the one without a parent. */
export interface RootCell extends CellCommon {
  readonly kind: 'root';
}

/** A layer: a child of the root. Its label is the layer's name. */
export interface Layer extends CellCommon {
  readonly kind: 'layer';
}

/** A shape, group, container or free text. */
export interface Vertex extends CellCommon {
  readonly kind: 'vertex';
}

/** A label of an edge that is a cell of its own: a vertex whose parent is an edge. */
export interface EdgeLabel extends CellCommon {
  readonly kind: 'edge-label';
}

/** A connector. */
export interface Edge extends CellCommon {
  readonly kind: 'edge';
  /** Id of the cell at the start, null for a loose end. The cell may be missing from the page. */
  readonly source: string | null;
  readonly target: string | null;
}

/** A cell that is neither vertex nor edge and no layer: a group of old files, or an incomplete cell. Not drawn itself. */
export interface PlainCell extends CellCommon {
  readonly kind: 'plain';
}

export type Cell = RootCell | Layer | Vertex | EdgeLabel | Edge | PlainCell;
