import { styleValue } from '@mxg/model';
import type { Figure } from '../scene/figure.ts';
import { area, distance } from '../scene/rectangle.ts';
import type { Scene } from '../scene/scene.ts';
import { tolerance } from '../tolerance.ts';
import type { Names } from './names.ts';
import { isLabelled, isSolid } from './solid.ts';

/** Small boxes without a label at the border of a larger one, or on its lifeline, with the larger one: edges at them mean it. */
export function readPorts(scene: Scene, names: Names): ReadonlyMap<Figure, Figure> {
  return new Map(
    scene.figures.flatMap((figure): [Figure, Figure][] => {
      if (figure.form !== 'box' || isLabelled(figure) || !scene.attachedTo.has(figure)) return [];
      const around = scene.containerOf.get(figure);
      const owner =
        around !== undefined && isLifeline(around)
          ? around
          : scene.near.around(figure.bounds, 1).find((box) => isHost(box, figure, names));
      return owner === undefined ? [] : [[figure, owner]];
    }),
  );
}

/** A much larger body with a name whose border the port touches. */
const isHost = (box: Figure, figure: Figure, { titleOf }: Names): boolean =>
  isSolid(box) &&
  box.form !== 'note' &&
  box.hidden === figure.hidden &&
  (isLabelled(box) || titleOf.has(box)) &&
  area(figure.bounds) <= tolerance.port * area(box.bounds) &&
  distance(box.bounds, figure.bounds) <= 1 &&
  !inside(figure, box);

const inside = ({ bounds: a }: Figure, { bounds: b }: Figure): boolean =>
  a.x > b.x && a.y > b.y && a.x + a.width < b.x + b.width && a.y + a.height < b.y + b.height;

/** What messages of a sequence diagram are drawn between. */
export const isLifeline = ({ cell }: Figure): boolean => styleValue(cell.style, 'shape') === 'umlLifeline';
