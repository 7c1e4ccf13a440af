import type { Diagnostic, Severity, Span, Subject } from '@mxg/model';
import type { Coding } from './coding/coding.ts';
import type { Failure } from './failure.ts';
import type { Limits } from './limits.ts';
import { limitMet } from './messages.ts';
import { rootPlaces, type NestedText } from './nested-text.ts';

/** What is found wrong, without its place. */
export interface Note {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
}

interface Entry {
  readonly note: Note;
  readonly severity: Severity;
  readonly nested: NestedText;
  readonly span: Span;
  readonly subject: Subject | undefined;
}

/** Gathers what is found wrong while reading, under limits. Places in the file are looked up at the end, all at once. */
export class Report {
  readonly limits: Limits;
  readonly #entries: Entry[] = [];
  #inflated = 0;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Adds a failure as an error; its place is in `nested`. Gives null, for readers that then have no value. */
  fail(nested: NestedText, { code, message, hint, at }: Failure): null {
    return this.add('error', { code, message, hint }, nested, { start: at, end: at });
  }

  /** Adds something; `span` is in `nested`. */
  add(severity: Severity, note: Note, nested: NestedText, span: Span, subject?: Subject): null {
    this.#entries.push({ note, severity, nested, span, subject });
    return null;
  }

  /** Takes over what another report has gathered, if it is wanted. */
  adopt(other: Report, isWanted: (code: string) => boolean = () => true): void {
    for (const entry of other.#entries) if (isWanted(entry.note.code)) this.#entries.push(entry);
    this.#inflated += other.#inflated;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  /** Decodes what stands at `span` of `outer`; null, and an error, when it cannot be decoded. */
  open(outer: NestedText, span: Span, coding: Coding): NestedText | null {
    const limits = { ...this.limits, inflated: this.limits.inflated - this.#inflated };
    const decoded = coding(outer.text.slice(span.start, span.end), limits);
    if (!decoded.ok) return this.fail(outer, this.#placed(decoded.failure, span.start));
    const { text, encode, locate } = decoded.value;
    if (locate === null) this.#inflated += text.length;
    return { text, origin: { outer, span, encode, locate } };
  }

  /** A failure of a coding, with its place in the outer text, and the limit as it was set. */
  #placed(failure: Failure, start: number): Failure {
    const at = start + failure.at;
    return failure.code === 'limit/inflated' ? limitMet('inflated', this.limits.inflated, at) : { ...failure, at };
  }

  /** All that was found, with its place in the outermost text. */
  diagnostics(): Diagnostic[] {
    const places = rootPlaces(this.#entries);
    return this.#entries.map(({ note, severity, subject, span }, i) => ({
      code: note.code,
      severity,
      message: note.message,
      hint: note.hint,
      ...(places[i] ?? { span, exact: false }),
      ...(subject === undefined ? {} : { subject }),
    }));
  }
}
