import { applyTextEdits, sortedEdits, type Span, type TextEdit } from '@mxg/model';
import type { Locate } from './coding/coding.ts';

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

/** A place in the outermost text: the very place where the encodings keep places, else the payload's. */
export interface RootSpan {
  readonly span: Span;
  readonly exact: boolean;
}

/** A place in a nested text. */
export interface NestedPlace {
  readonly nested: NestedText;
  readonly span: Span;
}

/** Places in the outermost text for places in texts of any depth, from the inside out, each encoding walked once. */
export function rootPlaces(places: readonly NestedPlace[]): readonly RootSpan[] {
  const found = places.map(({ nested, span }) => ({ nested, span, exact: true }));
  const depths = new Map<NestedText, number>();
  const deepest = found.reduce((most, { nested }) => Math.max(most, depthOf(nested, depths)), 0);
  for (let depth = deepest; depth > 0; depth--) {
    for (const [nested, group] of groupedBy(found, depth, depths)) {
      const { origin } = nested;
      if (origin === null) continue;
      const spans =
        origin.locate === null
          ? null
          : located(
              origin.locate,
              group.map(({ span }) => span),
            );
      group.forEach((place, i) => {
        place.nested = origin.outer;
        place.exact &&= spans !== null;
        place.span = spans === null ? origin.span : shifted(spans[i] ?? place.span, origin.span.start);
      });
    }
  }
  return found.map(({ span, exact }) => ({ span, exact }));
}

/** The place of one nested span in the outermost text. */
export function rootSpan(nested: NestedText, span: Span): RootSpan {
  return rootPlaces([{ nested, span }])[0] ?? { span, exact: false };
}

function groupedBy<T extends NestedPlace>(
  places: readonly T[],
  depth: number,
  depths: ReadonlyMap<NestedText, number>,
) {
  const groups = new Map<NestedText, T[]>();
  for (const place of places) {
    if (depths.get(place.nested) !== depth) continue;
    const group = groups.get(place.nested);
    if (group === undefined) groups.set(place.nested, [place]);
    else group.push(place);
  }
  return groups;
}

/** How many texts are around a text; those are entered, too. */
function depthOf(nested: NestedText, depths: Map<NestedText, number>): number {
  const known = depths.get(nested);
  if (known !== undefined) return known;
  const depth = nested.origin === null ? 0 : 1 + depthOf(nested.origin.outer, depths);
  depths.set(nested, depth);
  return depth;
}

/** Edits of a nested text as edits of the text around it. */
function lift(nested: NestedText, edits: readonly TextEdit[]): readonly TextEdit[] {
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
