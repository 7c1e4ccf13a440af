import type { Rectangle } from '@mxg/model';

/**
 * A page of a diagram as its readers see it. Cells are named by their id; one without an id by `#` and its place in document
 * order, from 0. Every drawn cell of the page stands in exactly one of `stages`, `milestones`, `marks`, `lanes`, `groups`,
 * `flows` (as `edge`) and `decorations`. The same model gives the same graph, in the same order.
 */
export interface StageGraph {
  readonly schemaVersion: 1;
  readonly page: PageName;
  /** In reading order along the flows: see `order`. */
  readonly stages: readonly Stage[];
  /** Left to right, top to bottom. */
  readonly milestones: readonly Milestone[];
  /** In reading order along the flows. */
  readonly marks: readonly Mark[];
  /** Swimlanes, and rows or columns of tables that hold stages. */
  readonly lanes: readonly Container[];
  /** Groups and frames around stages. */
  readonly groups: readonly Container[];
  readonly flows: readonly Flow[];
  /** In document order. */
  readonly links: readonly Link[];
  /** Whatever is none of these, in document order: no cell is lost. */
  readonly decorations: readonly Decoration[];
}

export interface PageName {
  /** From 0. */
  readonly index: number;
  readonly id: string | null;
  readonly name: string | null;
}

/** Why something was read as it was. */
export interface Evidence {
  /** Name of the rule that decided: `rules` says what each looks for. */
  readonly rule: string;
  /** The cells that it went by, other than the cell itself. */
  readonly cells: readonly string[];
}

/** What a shape has in every role. */
export interface Drawn {
  /** The cell. */
  readonly id: string;
  /** As people read it: markup, entities and placeholders resolved, on one line. Empty when there is none. */
  readonly label: string;
  /** The text cell that holds the label, when it is another one than the shape itself. */
  readonly labelCell: string | null;
  /** px, y down, in the page's frame: the upright box around the shape, its rotation included, its label not. */
  readonly bounds: Rectangle;
  /** The link of the cell itself, or of the text cell that names it; null for none. All links stand in `links`. */
  readonly link: string | null;
  /** The lane around it; null for none. */
  readonly lane: string | null;
  /** The stage or group around it; null for none. */
  readonly parent: string | null;
  /** Whether a hidden layer, a hidden cell or a collapsed group keeps it from being seen. */
  readonly hidden: boolean;
  readonly evidence: Evidence;
}

/** A box that a reader would call a step. */
export interface Stage extends Drawn {
  /** Other texts in or at it, in document order. */
  readonly notes: readonly Note[];
  /** From 0: topological where flows say so, else the order of reading. */
  readonly order: number;
}

export interface Note {
  readonly cell: string;
  readonly text: string;
}

/** A mark on the border between two stages, or at an end of the row. */
export interface Milestone extends Drawn {
  /** The stages before and after it; null at an end. */
  readonly between: readonly [before: string | null, after: string | null];
}

export type MarkKind = 'start' | 'end' | 'decision' | 'fork' | 'join';

/** A symbol that flows run through and that is no stage. */
export interface Mark extends Drawn {
  readonly kind: MarkKind;
  /** How many stages come before it. */
  readonly order: number;
}

/** A swimlane, group or frame. */
export interface Container extends Drawn {
  /** The stages in it and in no smaller one of its kind, in their order. */
  readonly stages: readonly string[];
}

/** What a reader follows from one shape to the next. */
export interface Flow {
  /** A stage, milestone or mark, or the other shape that an edge is drawn to (a store, a note); null for a loose end. */
  readonly from: string | null;
  readonly to: string | null;
  /** Of the edge, of labels on it, or of a text beside it; empty for none. */
  readonly label: string;
  readonly via: 'edge' | 'arrow' | 'adjacency';
  /** Where the arrow heads are: at `to`, at both ends, or nowhere. */
  readonly heads: 'to' | 'both' | 'none';
  /** How each end of an edge was found: stored in the file, by touching the shape, or not at all. */
  readonly ends: readonly [from: FlowEnd, to: FlowEnd];
  /** Whether the edge or arrow is kept from sight. */
  readonly hidden: boolean;
  /** The cells that say so: the edge or arrow first, then labels and what it runs through. */
  readonly evidence: readonly string[];
}

export type FlowEnd = 'stored' | 'touching' | 'loose' | 'placed';

export type LinkKind = 'anchor' | 'page' | 'external' | 'diagram-page' | 'action' | 'mail' | 'unsafe';

/** A link of a cell, of `<a href>` in its label, or of an `open` in its custom action. */
export interface Link {
  readonly cell: string;
  /** Of the cell in document order, from 0; unique where ids are not. */
  readonly index: number;
  readonly at: 'cell' | 'label' | 'action';
  /** The stage or milestone that the cell belongs to; null for none. */
  readonly owner: string | null;
  /** Of the cell, or of the text cell that names it; of a link in a label, the text between its tags. */
  readonly label: string;
  /** As written, entities of XML and HTML resolved. */
  readonly href: string;
  /** `anchor` has a fragment and a path or none; `page` has a path only. */
  readonly kind: LinkKind;
  /** Of `anchor`, `page` and `external`: all before `#`, empty for the page itself. Of `diagram-page`: the page's id. Else null. */
  readonly path: string | null;
  /** All after `#`, as written; null for none. */
  readonly fragment: string | null;
  /** Of `diagram-page`: the page it leads to; null when the file has none such. */
  readonly page: PageName | null;
  /** Of `action`: ids that it names and that no cell of the page has, in order. */
  readonly missing: readonly string[];
  readonly hidden: boolean;
}

export type DecorationRole = 'flow' | 'title' | 'note' | 'divider' | 'arrow' | 'image' | 'decoration';

/** A cell that is no stage, milestone, mark, lane, group or flow. */
export interface Decoration {
  readonly cell: string;
  /** `flow` is an edge that leads from no shape to another. */
  readonly role: DecorationRole;
  /** What it belongs to: the shape it names or stands in, the edge it labels; null for none. */
  readonly of: string | null;
  readonly label: string;
  readonly hidden: boolean;
  readonly evidence: Evidence;
}
