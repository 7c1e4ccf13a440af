/** Values by the key of each thing, in order; things without a key are left out. */
export function grouped<T, K, V>(
  things: readonly T[],
  keyOf: (thing: T) => K | null,
  valueOf: (thing: T) => V,
): ReadonlyMap<K, readonly V[]> {
  const groups = new Map<K, V[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [valueOf(thing)]);
    else group.push(valueOf(thing));
  }
  return groups;
}
