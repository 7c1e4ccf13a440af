import type { Figure } from './figure.ts';

/** What stands around what. */
export type ContainerOf = ReadonlyMap<Figure, Figure>;

/**
 * The nearest container of each figure, however far out, that is of a kind; each figure is looked at once, so deep nesting
 * costs no more than flat.
 */
export function nearestAround(
  containerOf: ContainerOf,
  isOfKind: (figure: Figure) => boolean,
): (figure: Figure) => Figure | null {
  return inherited<Figure | null>(containerOf, null, (container, above) => (isOfKind(container) ? container : above));
}

/** How many containers stand around each figure. */
export const depthIn = (containerOf: ContainerOf): ((figure: Figure) => number) =>
  inherited(containerOf, 0, (_, above) => above + 1);

/** A value that each figure gets from the container around it and from what that one got. */
function inherited<T>(
  containerOf: ContainerOf,
  outermost: T,
  next: (container: Figure, above: T) => T,
): (figure: Figure) => T {
  const known = new Map<Figure, T>();
  return (figure) => {
    const way: Figure[] = [];
    let at: Figure | undefined = figure;
    while (at !== undefined && !known.has(at)) {
      way.push(at);
      at = containerOf.get(at);
    }
    for (const step of way.reverse()) {
      const container = containerOf.get(step);
      known.set(step, container === undefined ? outermost : next(container, known.get(container) ?? outermost));
    }
    return known.get(figure) ?? outermost;
  };
}
