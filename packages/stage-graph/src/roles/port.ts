import { decision, type Rule } from './role.ts';

export const port: Rule = {
  name: 'port',
  says: 'a small box without a label at the border of a larger one, or on its lifeline, that edges end at: they mean the larger one',
  decide: (open, { ports }) =>
    open.flatMap((figure) => {
      const owner = ports.get(figure);
      return owner === undefined ? [] : [decision(figure, 'decoration', owner.id, [owner.id])];
    }),
};
