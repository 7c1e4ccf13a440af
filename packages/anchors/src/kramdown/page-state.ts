import type { AttributeList } from './attribute-list.ts';
import type { Element } from './element.ts';
import type { KramdownOptions } from './options.ts';

/** What the parts of a page tell one another while it is read. */
export interface PageState {
  /** Changed by `{::options}` from there on. */
  options: KramdownOptions;
  /** Attribute list definitions by name. */
  readonly lists: Map<string, AttributeList>;
  /** Link definitions by normalized name; the element holds the attribute list that stood beside it. */
  readonly links: Map<string, Element>;
  /** Abbreviations, likewise. */
  readonly abbreviations: Map<string, Element>;
  /** Contents of footnotes by name. */
  readonly footnotes: Map<string, Element>;
}

/** The state before anything has been read. */
export function pageState(options: KramdownOptions): PageState {
  return { options, lists: new Map(), links: new Map(), abbreviations: new Map(), footnotes: new Map() };
}

/**
 * Blocks and spans deeper than this are text. kramdown itself follows them until Ruby's stack ends, some thousands deep;
 * nobody writes that.
 */
export const DEEPEST = 100;
