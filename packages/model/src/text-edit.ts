import type { Span } from './span.ts';

/** Replace what stands at `span` of the original text by `text`. An empty span inserts, an empty text deletes. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/**
 * Applies edits to the text that their spans speak of. Offsets always mean the original text, so order does not matter;
 * insertions at one offset keep the order in which they are given.
 * @throws RangeError when two edits overlap or one lies outside the text: a mistake of the caller
 */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  if (edits.length === 0) return text;
  const pieces: string[] = [];
  let at = 0;
  for (const { span, text: replacement } of sortedEdits(edits)) {
    if (span.start < at || span.end < span.start || span.end > text.length)
      throw new RangeError(
        `cannot apply the edit at ${span.start}..${span.end}, expected edits apart and inside the text`,
      );
    pieces.push(text.slice(at, span.start), replacement);
    at = span.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** The edits in the order of the text (a stable sort). */
export function sortedEdits(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The edit that turns `before`, standing at `offset`, into `after`, without what both have at their ends; null when they are equal. */
export function trimmedEdit(before: string, after: string, offset: number): TextEdit | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  if (splitsPair(before, head) || splitsPair(after, head)) head--;
  let tail = 0;
  while (
    tail < most - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  if (splitsPair(before, before.length - tail) || splitsPair(after, after.length - tail)) tail--;
  return {
    span: { start: offset + head, end: offset + before.length - tail },
    text: after.slice(head, after.length - tail),
  };
}

/** Whether a cut at `at` would part the two halves of a surrogate pair. */
function splitsPair(text: string, at: number): boolean {
  return at > 0 && isHigh(text.charCodeAt(at - 1)) && at < text.length && isLow(text.charCodeAt(at));
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
