import { decision, type Rule } from './role.ts';

export const divider: Rule = {
  reasons: { divider: 'a line that no edge ends at' },
  decide: (open, { containerOf, ties }) =>
    open
      .filter((figure) => figure.form === 'line' && ties.of(figure) === 0)
      .map((figure) => decision(figure, 'divider', 'divider', containerOf.get(figure)?.id ?? null)),
};
