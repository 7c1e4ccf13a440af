import type { Line } from './lines.ts';

/** A tag in the text of a page. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly closing: boolean;
  /** Whether it is closed in itself: `<a/>`. */
  readonly empty: boolean;
  /** The last of equal names counts; names in lower case. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Behind its `>`: index of the line, and column. */
  readonly end: { readonly line: number; readonly column: number };
}

/** A tag over more lines is none, or one that is longer: pages of strangers may begin a tag with every letter. */
const MOST_LINES = 50;
const LONGEST = 2000;
/** The first tag of a line may hold a whole diagram. */
const LONGEST_AT_START = 10_000_000;

/** As Python's `html.parser` tells tags: a name of letters, then attributes, then `>`. */
const TAG = /^<(\/?)([A-Za-z][^\t\n\r\f />]*)((?:[\t\n\r\f /](?:[^>"']|"[^"]*"|'[^']*')*)?)>/;

const ATTRIBUTE = /([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g;

/** The tag that begins at a place; null for none. */
export function tagAt(
  lines: readonly Line[],
  { line, column }: { readonly line: number; readonly column: number },
): Tag | null {
  const limit = column <= 3 ? LONGEST_AT_START : LONGEST;
  let text = (lines[line]?.text ?? '').slice(column, column + limit);
  if (!/^<\/?[A-Za-z]/.test(text)) return null;
  for (let more = 0; ; more++) {
    const found = TAG.exec(text);
    if (found !== null) return tagOf(found, line + more, more === 0 ? column : 0);
    if (more === MOST_LINES || text.length > limit || line + more + 1 >= lines.length) return null;
    text += `\n${lines[line + more + 1]?.text ?? ''}`;
  }
}

function tagOf([all, slash, name = '', rest = '']: RegExpExecArray, line: number, column: number): Tag {
  const lastLine = all.slice(all.lastIndexOf('\n') + 1);
  const pairs = Array.from(
    rest.matchAll(ATTRIBUTE),
    ([, key = '', a, b, c]) => [key.toLowerCase(), a ?? b ?? c ?? ''] as const,
  );
  return {
    name: name.toLowerCase(),
    closing: slash === '/',
    empty: rest.endsWith('/'),
    attributes: Object.fromEntries(pairs),
    end: { line, column: column + lastLine.length },
  };
}
