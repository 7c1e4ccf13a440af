import type { Emitter } from 'liquidjs';

/** More output than this is refused: a few loops in one another would fill any memory. In code units. */
const LARGEST = 1e8;

interface Piece {
  /** Offset in the output. */
  readonly at: number;
  /** Offset in the template that its text was copied from. */
  readonly from: number;
}

/** Output that knows which parts of it were copied from where in the template. */
export class PlacedOutput implements Emitter {
  buffer = '';
  readonly #pieces: Piece[] = [];

  write(value: unknown): void {
    this.buffer += textOf(value);
    if (this.buffer.length > LARGEST) throw new RangeError('output limit exceeded');
  }

  /** Writes text that stands in the template at `from`. */
  copy(text: string, from: number): void {
    this.#pieces.push({ at: this.buffer.length, from });
    this.write(text);
  }

  /** For each line of the output, the template's line that it begins in, or that of the tag which made it. Both from 1. */
  lines(template: string): (line: number) => number {
    const starts = lineStarts(this.buffer);
    const sources = lineStarts(template);
    return (line) => indexOf(sources, this.#sourceOf(starts[line - 1] ?? this.buffer.length)) + 1;
  }

  #sourceOf(offset: number): number {
    const index = indexOf(
      this.#pieces.map(({ at }) => at),
      offset,
    );
    const [piece, next] = [this.#pieces[index], this.#pieces[index + 1]];
    if (piece === undefined) return 0;
    return Math.min(
      piece.from + offset - piece.at,
      next === undefined || next.from < piece.from ? Infinity : next.from,
    );
  }
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value);
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the last number that is not greater than the wanted one; 0 for none. */
function indexOf(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}
