import { element, type Element } from './element.ts';
import { pageIds, pageNames, type Ids, type Names } from './names.ts';

/** A reference by name; whether it leads anywhere is known when the whole page is read. */
export interface PendingReference {
  /** Where its id, or that of the message in its place, is to be written. */
  readonly at: Element;
  /** Null: the next anonymous target. */
  readonly name: string | null;
  readonly kind: 'target' | 'footnote' | 'citation' | 'substitution';
}

/** A table of contents whose entries are numbered when the whole page is read. */
export interface PendingContents {
  readonly at: Element;
  /** The section of which it tells; the page's root for all. */
  readonly of: Element;
  readonly depth: number;
}

/** What is known of a page while it is read. */
export interface RstDocument {
  readonly root: Element;
  readonly ids: Ids;
  readonly names: Names;
  /** Styles of titles (underline, or overline and underline) in the order of their first use, which is that of levels. */
  readonly titleStyles: string[];
  readonly references: PendingReference[];
  readonly contents: PendingContents[];
  /** Names of substitutions, as written and in lower case. */
  readonly substitutions: Set<string>;
  /** Roles that the page defines. */
  readonly roles: Set<string>;
  /** Anonymous targets so far. */
  anonymousTargets: number;
  /** Entries of the index so far: `index-0`, … */
  indexEntries: number;
  /** Set by `module` and `program` directives for the descriptions below them. */
  readonly described: Map<string, string>;
}

export const rstDocument = (): RstDocument => ({
  root: element('block', 1),
  ids: pageIds(),
  names: pageNames(),
  titleStyles: [],
  references: [],
  contents: [],
  substitutions: new Set(['release', 'version', 'today', 'translation progress']),
  roles: new Set(),
  anonymousTargets: 0,
  indexEntries: 0,
  described: new Map(),
});

/** Names an element, and gives it the id of the name. */
export function nameElement(document: RstDocument, named: Element, name: string, explicit: boolean): void {
  document.names.note(name, explicit);
  named.ids.push(document.ids.of(name));
}

/** An element in place of markup that cannot be read; docutils gives an id to it and, before, to the message about it. */
export function problematic(document: RstDocument, line: number): Element {
  document.ids.next();
  const placed = element('inline', line);
  placed.ids.push(document.ids.next());
  return placed;
}
