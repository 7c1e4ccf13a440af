import { applyTextEdits, sortedEdits, type Diagnostic, type Span, type TextEdit } from '@mxg/model';
import type { Coding, Locate } from './coding/coding.ts';
import type { Failure } from './failure.ts';
import type { Limits } from './limits.ts';

/** A text that stands, encoded, inside another one; the outermost is the file itself and has no origin. */
export interface NestedText {
  readonly text: string;
  readonly origin: Origin | null;
}

/** Where a nested text stands and how to write it back. */
export interface Origin {
  readonly outer: NestedText;
  /** Of the encoded text, in the outer one. */
  readonly span: Span;
  readonly encode: (text: string) => string;
  readonly locate: Locate | null;
}

/** Gathers what is found wrong while reading. */
export interface Report {
  readonly limits: Limits;
  readonly diagnostics: Diagnostic[];
}

/** Decodes what stands at `span` of `outer`; null, and a diagnostic, when it cannot be decoded. */
export function open(outer: NestedText, span: Span, coding: Coding, report: Report): NestedText | null {
  const decoded = coding(outer.text.slice(span.start, span.end), report.limits);
  if (!decoded.ok) {
    reportFailure(report, outer, { ...decoded.failure, at: span.start + decoded.failure.at });
    return null;
  }
  const { text, encode, locate, warning } = decoded.value;
  if (warning !== undefined) report.diagnostics.push({ ...warning, severity: 'warning', ...rootSpan(outer, span) });
  return { text, origin: { outer, span, encode, locate } };
}

/** Adds a failure as an error; its place is in `nested`. */
export function reportFailure(report: Report, nested: NestedText, { code, message, hint, at }: Failure): void {
  report.diagnostics.push({ code, severity: 'error', message, hint, ...rootSpan(nested, { start: at, end: at }) });
}

/** A place in the outermost text: the very place where the encodings keep places, else the payload's. */
export interface RootSpan {
  readonly span: Span;
  readonly exact: boolean;
}

/** The places of nested spans in the outermost text, in one walk over each encoding. */
export function rootSpans(nested: NestedText, spans: readonly Span[]): readonly RootSpan[] {
  const { origin } = nested;
  if (origin === null) return spans.map((span) => ({ span, exact: true }));
  if (origin.locate === null) {
    const payload = rootSpan(origin.outer, origin.span).span;
    return spans.map(() => ({ span: payload, exact: false }));
  }
  return rootSpans(
    origin.outer,
    located(origin.locate, spans).map((span) => shifted(span, origin.span.start)),
  );
}

/** The place of one nested span in the outermost text. */
export function rootSpan(nested: NestedText, span: Span): RootSpan {
  return rootSpans(nested, [span])[0] ?? { span, exact: false };
}

/** Edits of a nested text as edits of the text around it. */
export function lift(nested: NestedText, edits: readonly TextEdit[]): readonly TextEdit[] {
  const { origin } = nested;
  if (origin === null || edits.length === 0) return edits;
  if (origin.locate === null) return [{ span: origin.span, text: origin.encode(applyTextEdits(nested.text, edits)) }];
  const sorted = sortedEdits(edits);
  const spans = located(
    origin.locate,
    sorted.map((edit) => edit.span),
  );
  return sorted.map((edit, i) => ({
    span: shifted(spans[i] ?? edit.span, origin.span.start),
    text: origin.encode(edit.text),
  }));
}

/** Edits of a nested text as edits of `outermost`, a text around it. */
export function liftTo(outermost: NestedText, nested: NestedText, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (nested === outermost || nested.origin === null) return edits;
  return liftTo(outermost, nested.origin.outer, lift(nested, edits));
}

/** The outermost text. */
export function rootOf(nested: NestedText): NestedText {
  return nested.origin === null ? nested : rootOf(nested.origin.outer);
}

function located(locate: Locate, spans: readonly Span[]): Span[] {
  const offsets = [...new Set(spans.flatMap((span) => [span.start, span.end]))].sort((a, b) => a - b);
  const places = new Map(locate(offsets).map((place, i) => [offsets[i], place]));
  return spans.map(({ start, end }) => ({ start: places.get(start) ?? 0, end: places.get(end) ?? 0 }));
}

const shifted = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
