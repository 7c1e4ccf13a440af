import type { RstDocument } from './document.ts';
import type { Element } from './element.ts';
import type { Lines } from './lines.ts';

/** A directive, whatever markup it is written in. */
export interface Directive {
  readonly document: RstDocument;
  readonly name: string;
  /** Its block: arguments, options, content. */
  readonly lines: Lines;
  /** Where it stands. */
  readonly parent: Element;
  /** The section around. */
  readonly section: Element;
  readonly line: number;
  /** Reads content that is markup. */
  readonly nested: (lines: Lines, parent: Element) => void;
  /** Reads text with inline markup. */
  readonly inline: (text: string, parent: Element) => string;
}
