import type { AttributeList } from '../attribute-list.ts';
import { element, type Element, type Kind } from '../element.ts';
import { DEEPEST, type PageState } from '../page-state.ts';
import type { Source } from '../source.ts';

/** Where reading stands in a text. */
export interface Scan {
  readonly source: Source;
  /** Offset of what is read next. */
  pos: number;
}

/** Blocks that are being read into an element. */
export interface Blocks {
  readonly page: PageState;
  readonly scan: Scan;
  readonly tree: Element;
  /** How many elements `tree` is in. */
  readonly depth: number;
  /** An attribute list that the next block gets. */
  ial: AttributeList | null;
  /** The end tag of `tree` was read: no more of its blocks follow. */
  closed: boolean;
  /** Reads blocks up to the text's end or the end tag of their tree. */
  readonly read: (blocks: Blocks) => void;
}

/** Reads a block where one of its kind stands; false, and nothing changed, where none does. */
export type BlockReader = (blocks: Blocks) => boolean;

/** Reads blocks into `tree`: of a text of their own, or of the one being read from where that stands. Returns whether `tree` was closed. */
export function readWithin(blocks: Blocks, tree: Element, source?: Source): boolean {
  const depth = blocks.depth + 1;
  const scan = source === undefined ? blocks.scan : { source, pos: 0 };
  if (depth > DEEPEST) return false;
  const inner: Blocks = { ...blocks, scan, tree, depth, ial: null, closed: false };
  blocks.read(inner);
  return inner.closed;
}

/** Adds a block, which gets the attribute list that stands before it. */
export function addBlock(
  blocks: Blocks,
  kind: Kind,
  line: number,
  options: { readonly value?: string; readonly level?: number } = {},
): Element {
  const block = newBlock(blocks, kind, line, options);
  blocks.tree.children.push(block);
  return block;
}

/** A block that is not in the tree yet. */
export function newBlock(
  blocks: Blocks,
  kind: Kind,
  line: number,
  options: { readonly value?: string; readonly level?: number } = {},
): Element {
  const block = element(kind, line, options);
  block.ial = blocks.ial;
  blocks.ial = null;
  return block;
}

/** The page's line at which reading stands. */
export function lineOf({ scan }: Blocks): number {
  return scan.source.lineAt(scan.pos);
}
