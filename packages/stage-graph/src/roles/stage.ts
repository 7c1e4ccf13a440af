import type { Drawing } from '../drawing/drawing.ts';
import { isSolid } from '../drawing/solid.ts';
import type { Figure } from '../scene/figure.ts';
import type { Form } from '../scene/form.ts';
import { likenessOf } from './likeness.ts';
import { edgesOf, forkOrJoin } from './bar.ts';
import { decision, type Decision, type Rule } from './role.ts';
import { isDot, oneWay } from './symbol.ts';

/** Forms that are steps when flows run through them. */
const BODIES: ReadonlySet<Form> = new Set([
  'box',
  'round',
  'chevron',
  'lane',
  'terminator',
  'decision',
  'diamond',
  'reference',
]);

export const stage: Rule = {
  reasons: {
    'stage-tied': 'a box that edges or arrows lead to or from, with a name where others have one',
    'stage-alike': 'a box of the form and size of a stage',
    'stage-named': 'a named chevron, else a named box, on a page without edges and arrows',
    trigger: 'an icon or person at which flows only begin',
    terminal: 'a round shape among boxes at which flows only begin, only end, or go on elsewhere',
  },
  decide(open, drawing) {
    const solid = open.filter(isSolid);
    if (!drawing.ties.any) return withoutFlows(solid, drawing);
    const bodiesOrWords = solid.some((figure) => drawing.ties.of(figure) > 0) ? solid : open.filter(isText);
    const ends = bodiesOrWords.filter((figure) => drawing.ties.of(figure) > 0);
    const named = ends.filter((figure) => drawing.nameOf(figure) !== '');
    const tied = ends.every(isDot) || named.length === 0 ? ends : named;
    const bodies = tied.filter((figure) => BODIES.has(figure.form) || isText(figure));
    const icons = tied.filter(({ form }) => form === 'icon');
    const round = bodies.filter(({ form }) => form === 'round');
    const isOdd = (figure: Figure) => figure.form === 'round' && 2 * round.length < bodies.length;
    const steps = new Set(
      (icons.length > bodies.length ? [...bodies, ...icons] : bodies).filter(
        (figure) => !isOdd(figure) || (oneWay(figure, drawing) === null && !isReference(figure)),
      ),
    );
    const alike = likenessOf([...steps], drawing);
    return open.flatMap((figure): Decision[] => {
      if (!isSolid(figure) && !steps.has(figure)) return [];
      if (steps.has(figure)) return [decision(figure, 'stage', 'stage-tied', null, edgesOf(figure, drawing))];
      const like = alike(figure);
      if (like !== undefined && (drawing.nameOf(figure) !== '' || drawing.ties.of(figure) > 0))
        return [decision(figure, 'stage', 'stage-alike', null, [like.id])];
      return terminals(figure, isOdd(figure), drawing);
    });
  },
};

/** Chevrons, when there are some; else boxes, else whatever has a name. */
function withoutFlows(solid: readonly Figure[], { nameOf }: Drawing): Decision[] {
  const named = solid.filter((figure) => nameOf(figure) !== '');
  const bodies = named.filter(({ form }) => BODIES.has(form));
  const chevrons = bodies.filter(({ form }) => form === 'chevron');
  const stages = chevrons.length > 1 ? chevrons : bodies.length > 0 ? bodies : named;
  return stages.map((figure) => decision(figure, 'stage', 'stage-named'));
}

/** Where flows only begin, an icon or person sets them going; a round shape among boxes is where they begin or end. */
function terminals(figure: Figure, isOdd: boolean, drawing: Drawing): Decision[] {
  if (drawing.ties.of(figure) === 0) return [];
  const kind = oneWay(figure, drawing) ?? (isOdd ? forkOrJoin(figure, drawing) : null);
  const begins = kind === 'start' && (figure.form === 'icon' || figure.form === 'actor');
  if (kind === null || (!begins && !isOdd)) return [];
  return [{ ...decision(figure, 'mark', begins ? 'trigger' : 'terminal', null, edgesOf(figure, drawing)), kind }];
}

const isText = ({ form }: Figure): boolean => form === 'text';

/** A number or letter in a circle refers to another place of the drawing. */
const isReference = ({ label }: Figure): boolean => label.text.length <= 2;
