import type { Span } from '@mxg/model';
import * as messages from '../messages.ts';
import type { NestedText } from '../nested-text.ts';
import type { Note, Report } from '../report.ts';
import type { XmlAttribute } from '../xml/tree.ts';

/** Warnings about one page: read, but something is wrong. Kept until it is known how the page is called. */
export class Notes {
  readonly #text: NestedText;
  readonly #notes: { readonly note: Note; readonly span: Span; readonly cell: string | null }[] = [];
  /** Id of the cell that is being read. */
  cell: string | null = null;

  constructor(text: NestedText) {
    this.#text = text;
  }

  warn(note: Note, span: Span): void {
    this.#notes.push({ note, span, cell: this.cell });
  }

  report(page: string | null, report: Report): void {
    for (const { note, span, cell } of this.#notes) {
      const subject = { ...(page === null ? {} : { page }), ...(cell === null ? {} : { cell }) };
      report.add('warning', note, this.#text, span, subject);
    }
  }

  /** The number that an attribute says; 0, and a warning, when it says none. */
  number(attribute: XmlAttribute): number {
    const value = Number.parseFloat(attribute.value);
    if (Number.isFinite(value)) return value;
    this.warn(messages.badNumber(attribute.name, attribute.value), {
      start: attribute.valueStart,
      end: attribute.valueEnd,
    });
    return 0;
  }
}
