import type { Figure } from '../scene/figure.ts';
import { decision, type Role, type Rule } from './role.ts';

export const leftover: Rule = {
  reasons: { leftover: 'none of the other rules: a text is a note, a picture an image, all else decoration' },
  decide: (open, { containerOf }) =>
    open.map((figure) => decision(figure, roleOf(figure), 'leftover', containerOf.get(figure)?.id ?? null)),
};

function roleOf({ form, label }: Figure): Role {
  if (form === 'text') return label.text === '' ? 'decoration' : 'note';
  return form === 'icon' ? 'image' : 'decoration';
}
