import type { Figure } from '../scene/figure.ts';
import type { Form } from '../scene/form.ts';

/** Forms that are no bodies: words, lines, and what points from one body to another. */
const NOT_SOLID: ReadonlySet<Form> = new Set(['text', 'line', 'arrow', 'brace', 'junction']);

/** Whether a figure is a body that a reader sees as a thing: a box, a symbol, an icon. */
export const isSolid = ({ form }: Figure): boolean => !NOT_SOLID.has(form);

/** Whether a figure's own label names it. */
export const isLabelled = ({ labelled }: Figure): boolean => labelled;
