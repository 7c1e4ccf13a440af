/** Makes slugs unique within a page: the first stands as it is, later ones get `-1`, `-2` … until one is free. */
export interface Numbered {
  /** The id of a slug; it is taken from now on. */
  readonly unique: (slug: string) => string;
  /** Takes an id; false when it was taken already. */
  readonly take: (id: string) => boolean;
}

/** Counts as markdown-it-anchor, goldmark and comrak do. A slug that was seen before goes on from where it came to. */
export function numbered(): Numbered {
  const taken = new Set<string>();
  const last = new Map<string, number>();
  const take = (id: string): boolean => {
    const free = !taken.has(id);
    taken.add(id);
    return free;
  };
  return {
    take,
    unique(slug) {
      let count = last.get(slug) ?? 0;
      let id = count === 0 ? slug : `${slug}-${count}`;
      while (taken.has(id)) id = `${slug}-${++count}`;
      last.set(slug, count);
      taken.add(id);
      return id;
    },
  };
}
