import type { Span } from '@mxg/model';
import * as messages from '../messages.ts';
import type { NestedText } from '../nested-text.ts';
import type { Note, Report } from '../report.ts';
import type { XmlAttribute } from '../xml/tree.ts';

/** Warnings about one page: read, but something is wrong. */
export class Notes {
  readonly #text: NestedText;
  readonly #page: string | null;
  readonly #report: Report;
  /** Id of the cell that is being read. */
  cell: string | null = null;

  /** @param page how the page is called in diagnostics */
  constructor(text: NestedText, page: string | null, report: Report) {
    this.#text = text;
    this.#page = page;
    this.#report = report;
  }

  warn(note: Note, span: Span): void {
    const subject = {
      ...(this.#page === null ? {} : { page: this.#page }),
      ...(this.cell === null ? {} : { cell: this.cell }),
    };
    this.#report.add('warning', note, this.#text, span, subject);
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
