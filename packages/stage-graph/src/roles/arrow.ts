import { isArrowShape } from '../drawing/arrows.ts';
import { isName } from '../label/label.ts';
import { decision, type Rule } from './role.ts';

export const arrow: Rule = {
  reasons: {
    arrow: 'a shape that points from one thing to another',
    'arrow-shape': 'an arrow shape without a name',
  },
  decide(open, { arrows, containerOf, nameOf, ties }) {
    const leading = new Map(arrows.map((found) => [found.figure, found]));
    return open.flatMap((figure) => {
      const found = leading.get(figure);
      if (found !== undefined) return [decision(figure, 'arrow', 'arrow', null, [found.from.id, found.to.id])];
      return isArrowShape(figure) && !isName(nameOf(figure)) && ties.of(figure) === 0
        ? [decision(figure, 'arrow', 'arrow-shape', containerOf.get(figure)?.id ?? null)]
        : [];
    });
  },
};
