import type { Drawing } from '../drawing/drawing.ts';
import { depthIn } from '../scene/around.ts';
import type { Figure } from '../scene/figure.ts';
import { tolerance } from '../tolerance.ts';

/** Finds one of the figures that has the same form and about the same size, and stands as deep in containers; in constant time. */
export function likenessOf(
  figures: readonly Figure[],
  { containerOf }: Drawing,
): (figure: Figure) => Figure | undefined {
  const depthOf = depthIn(containerOf);
  const bySize = new Map(figures.map((figure) => [sizeKey(figure, 0, 0, depthOf(figure)), figure]));
  return (figure) => {
    for (const across of [0, -1, 1]) {
      for (const down of [0, -1, 1]) {
        const like = bySize.get(sizeKey(figure, across, down, depthOf(figure)));
        if (like !== undefined && isAlike(figure, like)) return like;
      }
    }
    return undefined;
  };
}

const sizeKey = ({ form, bounds }: Figure, across: number, down: number, depth: number): string =>
  `${form} ${rung(bounds.width) + across} ${rung(bounds.height) + down} ${depth}`;

/** Sizes on one rung, or on the next, may be alike. */
const rung = (size: number): number => Math.floor(Math.log(Math.max(1, size)) / Math.log(tolerance.alike));

const isAlike = ({ bounds: a }: Figure, { bounds: b }: Figure): boolean =>
  ratio(a.width, b.width) <= tolerance.alike && ratio(a.height, b.height) <= tolerance.alike;

const ratio = (a: number, b: number): number => Math.max(a, b) / Math.max(1e-9, Math.min(a, b));
