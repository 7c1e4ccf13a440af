import type { Line } from './lines.ts';

/** An element of the tree that blocks make. */
export interface Node {
  /** As HTML has it; `raw` is a block of raw HTML, `#root` the page. */
  readonly tag: string;
  /** Inline Markdown at its head; empty for none. Of `raw` the HTML. */
  text: readonly Line[];
  readonly children: Node[];
  /** Inline Markdown behind it, inside its parent. */
  tail: readonly Line[];
  /** Ids that the element has by itself. */
  ids: readonly string[];
  /** In the page's file, from 1. */
  readonly line: number;
}

/** An element without content. */
export function nodeOf(tag: string, line: number, text: readonly Line[] = []): Node {
  return { tag, text, children: [], tail: [], ids: [], line };
}

/** Adds an element at the end of another. */
export function append(parent: Node, child: Node): Node {
  parent.children.push(child);
  return child;
}

export const lastChild = (node: Node): Node | undefined => node.children.at(-1);
