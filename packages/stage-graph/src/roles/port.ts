import { decision, type Rule } from './role.ts';

export const port: Rule = {
  reasons: {
    port: 'a small box without a label at the border of a larger one, or on its lifeline, that edges end at: they mean the larger one',
  },
  decide: (open, { standsFor }) =>
    open.flatMap((figure) => {
      const owner = standsFor.get(figure);
      return owner === undefined ? [] : [decision(figure, 'decoration', 'port', owner.id, [owner.id])];
    }),
};
