/** True when two types take the same values; read-only and writable count as one. */
export type Same<A, B> = [DeepMutable<A>] extends [DeepMutable<B>]
  ? [DeepMutable<B>] extends [DeepMutable<A>]
    ? true
    : false
  : false;

type DeepMutable<T> = T extends object ? { -readonly [Key in keyof T]: DeepMutable<T[Key]> } : T;
