import type { Span, Subject } from '@mxg/model';
import * as messages from '../messages.ts';
import { rootSpans, type NestedText, type Report } from '../nested-text.ts';
import type { XmlAttribute } from '../xml/tree.ts';

interface Note {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

/** Warnings about one page: read, but something is wrong. Their places are looked up all at once, at the end. */
export class Notes {
  readonly #notes: { readonly note: Note; readonly span: Span; readonly cell: string | null }[] = [];
  /** Id of the cell that is being read. */
  cell: string | null = null;

  warn(note: Note, span: Span): void {
    this.#notes.push({ note, span, cell: this.cell });
  }

  report(text: NestedText, page: string | null, report: Report): void {
    if (this.#notes.length === 0) return;
    const places = rootSpans(
      text,
      this.#notes.map(({ span }) => span),
    );
    this.#notes.forEach(({ note, span, cell }, i) => {
      const subject: Subject = { ...(page === null ? {} : { page }), ...(cell === null ? {} : { cell }) };
      report.diagnostics.push({ ...note, severity: 'warning', ...(places[i] ?? { span, exact: false }), subject });
    });
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
