import type { Span } from '@mxg/model';

/**
 * Where the string stands that a JSON object has under a key: its inside, without quotes. Null when the key is missing or
 * holds no string; `broken` when this is no JSON object. Only the outermost object is looked at.
 */
export function jsonStringAt(json: string, key: string): Span | null | 'broken' {
  const value = jsonObject(json);
  if (value === null) return 'broken';
  if (!Object.hasOwn(value, key) || typeof value[key] !== 'string') return null;
  return jsonStrings(json).findLast((string) => string.key === key && string.depth === 1)?.span ?? null;
}

/** A string that is a value in JSON: where its inside stands, its key (null in an array), and how deep it lies. */
export interface JsonString {
  readonly key: string | null;
  readonly depth: number;
  /** Which element of the outermost array it lies in, from 0; 0 in an object. */
  readonly element: number;
  readonly span: Span;
}

/** The strings that are values, in order. The text must be JSON. */
export function jsonStrings(json: string): JsonString[] {
  const found: JsonString[] = [];
  const marks = /["[\]{},]/g;
  let depth = 0;
  let element = 0;
  let key: string | null = null;
  for (let mark = marks.exec(json); mark !== null; mark = marks.exec(json)) {
    if (mark[0] === '"') {
      const span = { start: marks.lastIndex, end: endOfString(json, marks.lastIndex) };
      marks.lastIndex = span.end + 1;
      if (isFollowedByColon(json, span.end + 1)) key = JSON.parse(json.slice(span.start - 1, span.end + 1)) as string;
      else found.push({ key, depth, element, span });
    } else {
      key = null;
      if (mark[0] === '{' || mark[0] === '[') depth++;
      else if (mark[0] !== ',') depth--;
      else if (depth === 1) element++;
    }
  }
  return found;
}

/** At the closing quote of the string whose inside starts at `from`. */
function endOfString(json: string, from: number): number {
  const stops = /["\\]/g;
  stops.lastIndex = from;
  for (let stop = stops.exec(json); stop !== null; stop = stops.exec(json)) {
    if (stop[0] === '"') return stop.index;
    stops.lastIndex++;
  }
  return json.length;
}

function isFollowedByColon(json: string, from: number): boolean {
  const colon = /\s*:/y;
  colon.lastIndex = from;
  return colon.test(json);
}

function jsonObject(json: string): { readonly [key: string]: unknown } | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as { readonly [key: string]: unknown }) : null;
  } catch {
    return null;
  }
}
