import type { Drawing } from '../drawing/drawing.ts';
import type { Figure } from '../scene/figure.ts';
import type { MarkKind } from '../stage-graph.ts';

export type Role =
  | 'stage'
  | 'milestone'
  | 'mark'
  | 'flow'
  | 'title'
  | 'note'
  | 'lane'
  | 'group'
  | 'divider'
  | 'arrow'
  | 'image'
  | 'decoration';

/** What a figure is, and why. */
export interface Decision {
  readonly figure: Figure;
  readonly role: Role;
  /** Which of its rule's reasons holds. */
  readonly reason: string;
  /** What it belongs to: the figure or edge that it names, the figure that it stands in. Null for none. */
  readonly of: string | null;
  /** Ids of the cells that it went by. */
  readonly because: readonly string[];
  /** Of a mark. */
  readonly kind?: MarkKind;
  /** Of a milestone: the figures before and after it. */
  readonly between?: readonly [Figure | null, Figure | null];
}

export type Roles = ReadonlyMap<Figure, Decision>;

/** One way of telling a role. */
export interface Rule {
  /** What it looks for, by the name that stands in the evidence. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Decides on some of the figures that no earlier rule has decided on. */
  readonly decide: (open: readonly Figure[], drawing: Drawing, roles: Roles) => readonly Decision[];
}

export const decision = (
  figure: Figure,
  role: Role,
  reason: string,
  of: string | null = null,
  because: readonly string[] = [],
): Decision => ({ figure, role, reason, of, because });
