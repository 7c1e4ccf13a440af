/** A text that is read from left to right: consecutive lines of the page, perhaps without what indents them. */
export class Source {
  /** Ends with a line feed; has no carriage returns of its own. */
  readonly text: string;
  readonly #line: number;
  #starts: number[] | undefined;
  readonly #ahead = new Map<string, { readonly from: number; readonly to: number }>();

  /** `line`: the page's line at which it begins. */
  constructor(text: string, line: number) {
    this.text = text;
    this.#line = line;
  }

  /** The page's line at an offset, from 1. */
  lineAt(pos: number): number {
    return this.#line + lastAtMost((this.#starts ??= lineStarts(this.text)), pos);
  }

  /**
   * Offset of the first match at or behind `from`, -1 for none. What was found is kept, so that asking again from further on
   * costs nothing until that match is passed: unclosed brackets by the thousand stay linear. `pattern` has the flag `g`.
   */
  next(pattern: RegExp, from: number): number {
    const known = this.#ahead.get(pattern.source);
    if (known !== undefined && known.from <= from && (known.to < 0 || from <= known.to)) return known.to;
    pattern.lastIndex = from;
    const to = pattern.exec(this.text)?.index ?? -1;
    this.#ahead.set(pattern.source, { from, to });
    return to;
  }
}

/** A sticky pattern's match at an offset. */
export function matchAt(pattern: RegExp, text: string, pos: number): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(text);
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function lastAtMost(sorted: readonly number[], wanted: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
