import type { Footnote } from '../commonmark/footnotes.ts';
import { bareDraft, type Draft } from './draft.ts';

/** A reference to a note; `footnote` is null for a note that is written where it is referred to. */
export interface Note {
  readonly footnote: Footnote | null;
  readonly line: number;
}

/** More ids than this are not repeated with the notes they stand in: only a page that means harm has so many. */
const MOST_REPEATED = 10_000;

/** The anchors of the text, then those of the notes, each as often as it is referred to. */
export function withNotes(
  homes: ReadonlyMap<Footnote | null, readonly Draft[]>,
  notes: readonly Note[],
): readonly Draft[] {
  const text = homes.get(null) ?? [];
  if (notes.length === 0) return text;
  const all = [...text, bareDraft('footnotes', notes[0]?.line ?? 1)];
  let repeated = 0;
  notes.forEach(({ footnote, line }, at) => {
    const inside = footnote === null ? [] : (homes.get(footnote) ?? []);
    repeated += inside.length;
    all.push(bareDraft(`fn${at + 1}`, line));
    if (repeated < MOST_REPEATED) for (const draft of inside) all.push(draft);
  });
  return all;
}
