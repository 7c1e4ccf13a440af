/** What stays of a heading in its id: Rust's `is_alphanumeric`, `_`, `-`, and white space, which becomes `-`. Source: mdBook 0.5.4, `id_from_content`. */
const DROPPED = /[^\p{Alphabetic}\p{N}\p{White_Space}_-]/gu;

/** The id that mdBook makes of a heading's text; may be empty. */
export const idOfText = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(/\p{White_Space}/gu, '-');

/** Gives ids that are taken a number. */
export interface UniqueIds {
  /** The id, or with the first of `-1`, `-2`, … that is free. */
  readonly unique: (id: string) => string;
}

/** As mdBook numbers the ids it makes; ids that a page itself writes are not heeded. */
export function uniqueIds(): UniqueIds {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const unique = (id: string): string => {
    let found = id;
    let count = counts.get(id) ?? 0;
    while (taken.has(found)) found = `${id}-${++count}`;
    counts.set(id, count);
    taken.add(found);
    return found;
  };
  return { unique };
}
