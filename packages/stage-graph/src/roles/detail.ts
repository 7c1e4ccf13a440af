import { isLabelled, isSolid } from '../drawing/solid.ts';
import { decision, type Rule } from './role.ts';

export const detail: Rule = {
  reasons: { detail: 'something without edges inside of a box: it says more about that box' },
  decide(open, { containerOf, ties }) {
    const undecided = new Set(open);
    return open.flatMap((figure) => {
      const around = containerOf.get(figure);
      if (around === undefined || !undecided.has(around) || !isSolid(around) || ties.of(figure) > 0) return [];
      const role =
        figure.form === 'text' || isLabelled(figure) ? 'note' : figure.form === 'icon' ? 'image' : 'decoration';
      return [decision(figure, role, 'detail', around.id, [around.id])];
    });
  },
};
