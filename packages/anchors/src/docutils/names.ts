import { identifierOf } from './identifier.ts';

/** Gives ids, in the order in which docutils asks for them. */
export interface Ids {
  /** An id made of a name; where nothing of it fits, or it is taken, a number: `id1`, `id2`, … */
  readonly of: (name: string) => string;
  /** The next number. */
  readonly next: () => string;
  /** Takes an id that something else made; false where it is taken. */
  readonly take: (id: string) => boolean;
}

/** The ids of one page. */
export function pageIds(): Ids {
  const taken = new Set<string>();
  let count = 0;
  const take = (id: string): boolean => !taken.has(id) && taken.add(id).has(id);
  const next = (): string => {
    do count++;
    while (!take(`id${count}`));
    return `id${count}`;
  };
  const of = (name: string): string => {
    const id = identifierOf(name);
    return id !== '' && take(id) ? id : next();
  };
  return { of, next, take };
}

/** A name that references use. */
interface Name {
  readonly explicit: boolean;
  /** Where it leads, for an external target. */
  readonly uri: string | null;
  /** False when two elements of the same standing have it. */
  readonly unique: boolean;
}

/** The names of one page's elements. */
export interface Names {
  readonly note: (name: string, explicit: boolean, uri?: string | null) => void;
  readonly has: (name: string) => boolean;
  /** Whether a reference can use the name. */
  readonly isUnique: (name: string) => boolean;
}

/** Docutils' rules for names that stand twice: explicit ones win over implicit ones; two of the same standing void each other. */
export function pageNames(): Names {
  const known = new Map<string, Name>();
  const note = (name: string, explicit: boolean, uri: string | null = null): void => {
    const old = known.get(name);
    if (old === undefined) known.set(name, { explicit, uri, unique: true });
    else known.set(name, both(old, { explicit, uri, unique: true }));
  };
  return { note, has: (name) => known.has(name), isUnique: (name) => known.get(name)?.unique ?? false };
}

function both(old: Name, added: Name): Name {
  const explicit = old.explicit || added.explicit;
  if (old.uri !== null && old.uri === added.uri) return { ...old, explicit };
  if (added.explicit && !old.explicit) return added;
  if (old.explicit && !added.explicit) return old;
  return { ...old, unique: false };
}
