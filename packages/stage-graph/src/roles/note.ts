import { decision, type Rule } from './role.ts';

export const note: Rule = {
  reasons: { note: 'a sheet, document, callout or message: something said or handed over, not done' },
  decide: (open, { containerOf }) =>
    open
      .filter(({ form }) => form === 'note')
      .map((figure) => decision(figure, 'note', 'note', containerOf.get(figure)?.id ?? null)),
};
