import type { Drawing } from '../drawing/drawing.ts';
import { isLabelled, isSolid } from '../drawing/solid.ts';
import type { Figure } from '../scene/figure.ts';
import { area, distance } from '../scene/rectangle.ts';
import { tolerance } from '../tolerance.ts';
import { decision, type Rule } from './role.ts';

export const port: Rule = {
  name: 'port',
  says: 'a small box without a label at the border of a larger one, or on its lifeline, that edges end at: they mean the larger one',
  decide(open, drawing) {
    const undecided = new Set(open);
    return open.flatMap((figure) => {
      if (figure.form !== 'box' || isLabelled(figure) || drawing.ties.of(figure) === 0) return [];
      const around = drawing.containerOf.get(figure);
      const owner =
        around !== undefined && isLifeline(around)
          ? around
          : drawing.near
              .around(figure.bounds, 1)
              .find((box) => undecided.has(box) && isSolid(box) && isHost(box, figure, drawing));
      return owner === undefined ? [] : [decision(figure, 'decoration', owner.id, [owner.id])];
    });
  },
};

/** A much larger body with a name whose border the port touches. */
const isHost = (box: Figure, figure: Figure, { nameOf }: Drawing): boolean =>
  box.hidden === figure.hidden &&
  nameOf(box) !== '' &&
  area(figure.bounds) <= tolerance.port * area(box.bounds) &&
  distance(box.bounds, figure.bounds) <= 1 &&
  !inside(figure, box);

const inside = ({ bounds: a }: Figure, { bounds: b }: Figure): boolean =>
  a.x > b.x && a.y > b.y && a.x + a.width < b.x + b.width && a.y + a.height < b.y + b.height;

const isLifeline = ({ cell }: Figure): boolean => /\bshape=umlLifeline\b/.test(cell.style.text);
