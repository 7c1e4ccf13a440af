import type { Block, Line, Queue } from '../lines.ts';
import type { Node } from '../node.ts';
import type { PythonMarkdownOptions } from '../options.ts';
import type { Stash } from '../placeholder.ts';

/** What processors share while a page is read. */
export interface Parser {
  readonly options: PythonMarkdownOptions;
  readonly stash: Stash;
  /** What is being read, the innermost last: `list`, `looselist`, `detabbed`, `blockquote`. */
  readonly state: string[];
  readonly references: Set<string>;
  readonly footnotes: Map<string, Node>;
  readonly counters: { tabSets: number };
  /** Reads blocks into an element until none is left. */
  readonly parse: (parent: Node, queue: Queue) => void;
  /** Reads lines into an element. */
  readonly parseLines: (parent: Node, lines: readonly Line[]) => void;
}

/** The block in hand, where it goes, and what follows it. */
export interface Place {
  readonly parent: Node;
  readonly block: Block;
  readonly queue: Queue;
}

/** Takes a block, puts back what it does not want of it, and says so; false when the block is none for it. */
export type Processor = (parser: Parser, place: Place) => boolean;

/** Whether the innermost that is being read is this. */
export const isIn = ({ state }: Parser, name: string): boolean => state.at(-1) === name;

/** Does something in a state. */
export function within({ state }: Parser, name: string, action: () => void): void {
  state.push(name);
  action();
  state.pop();
}
