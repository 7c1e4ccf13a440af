/**
 * What becomes of an element's ids. `inline` and `block`: written where it begins. `list`: only the first is written there, the others
 * before it. `section`: a title's. `target`: empty, hands its ids to the element behind it, or writes them. `silent`: takes such ids
 * and writes none. `invisible`: not in the page, takes none. `note`: footnotes and citations, which have ids and take none.
 */
export type ElementKind = 'inline' | 'block' | 'list' | 'section' | 'target' | 'silent' | 'invisible' | 'note';

/** A piece of a page that may have ids. Made while the page is read, in the order in which docutils makes it. */
export interface Element {
  readonly kind: ElementKind;
  /** From 1. */
  readonly line: number;
  /** In the order of their making. */
  readonly ids: string[];
  readonly children: Element[];
  /** Of a title: what a reader sees. */
  readonly text: string;
  /** Nesting of the section, from 1; null for what is no heading. */
  readonly level: number | null;
  /** What Sphinx numbers: figures, tables and listings with a caption; they have an id even if nobody named them. */
  readonly numbered?: boolean;
}

/** An element without ids. */
export const element = (kind: ElementKind, line: number): Element => ({
  kind,
  line,
  ids: [],
  children: [],
  text: '',
  level: null,
});
