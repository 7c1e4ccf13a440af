/** Makes the ids of headings that have none. */
export interface Identifiers {
  /** Notes an id that the page itself gives to a heading. */
  readonly note: (id: string) => void;
  /** The id for a heading with this slug. */
  readonly make: (slug: string) => string;
}

/** Pandoc's own Markdown: the first of `slug`, `slug-1`, … that no heading above has. */
export function freeIdentifiers(): Identifiers {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  const make = (slug: string): string => {
    let id = slug;
    let count = counts.get(slug) ?? 0;
    while (taken.has(id)) id = `${slug}-${++count}`;
    counts.set(slug, count);
    taken.add(id);
    return id;
  };
  return { note: (id) => void taken.add(id), make };
}

/** CommonMark's dialects: the number of headings with the same slug, whatever ids there are. */
export function countedIdentifiers(): Identifiers {
  const counts = new Map<string, number>();
  const count = (slug: string): number => {
    const before = counts.get(slug) ?? 0;
    counts.set(slug, before + 1);
    return before;
  };
  const make = (slug: string): string => {
    const before = count(slug);
    return before === 0 ? slug : `${slug}-${before}`;
  };
  return { note: (id) => void count(id), make };
}
