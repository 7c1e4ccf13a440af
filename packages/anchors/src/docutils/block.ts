import type { RstDocument } from './document.ts';
import { element, type Element } from './element.ts';
import type { Lines } from './lines.ts';

/** A piece of a page that is read as blocks: the page itself, or what stands in a list item, a directive, a cell. */
export interface Body {
  readonly document: RstDocument;
  readonly lines: Lines;
  /** Takes the blocks; the section that a title opens, from there on. */
  parent: Element;
  /** The sections around, outermost first; null where titles are not allowed. */
  readonly sections: Element[] | null;
  /** How many bodies this one is in. */
  readonly depth: number;
  /** Reads blocks that stand in this body. */
  readonly nested: (lines: Lines, parent: Element) => void;
}

/** Tries to read a block at a line; gives the index of the line behind it, or -1 where there is none of its kind. */
export type BlockRule = (body: Body, at: number) => number;

/** The line's number in the page. */
export const lineAt = ({ lines }: Body, at: number): number => lines.first + at;

/** Adds an element to the place that is being read. */
export function place(body: Body, kind: Element['kind'], at: number): Element {
  const placed = element(kind, lineAt(body, at));
  body.parent.children.push(placed);
  return placed;
}
