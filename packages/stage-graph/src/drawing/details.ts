import type { Figure } from '../scene/figure.ts';
import type { Scene } from '../scene/scene.ts';
import { isBadge } from './names.ts';
import { isLabelled } from './solid.ts';

/** Words and small pictures in a box that has a name and holds nothing else, with the box: edges at them mean it. */
export function readDetails({ attachedTo, contentOf }: Scene): ReadonlyMap<Figure, Figure> {
  return new Map(
    [...contentOf].flatMap(([box, content]) => {
      const isDetail = (inner: Figure) => inner.form === 'text' || isBadge(inner, box);
      if (box.form === 'group' || !isLabelled(box) || !content.every(isDetail)) return [];
      return content.flatMap((inner): [Figure, Figure][] => (attachedTo.has(inner) ? [[inner, box]] : []));
    }),
  );
}
