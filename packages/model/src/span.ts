/** A run of a text: offsets in UTF-16 code units from the start of that text, `start` included, `end` excluded. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A point of a text as editors show it: line and column from 1, the column counted in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Makes a function that tells line and column of an offset.
 * A line ends at `\n`, `\r\n` or a lone `\r`. The text is walked once, at the first call; each call is a binary search.
 */
export function positions(text: string): (offset: number) => Position {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (const end of text.matchAll(/\r\n?|\n/g)) starts.push(end.index + end[0].length);
  return starts;
}
