import type { Drawing } from '../drawing/drawing.ts';
import { isSolid } from '../drawing/solid.ts';
import { depthIn } from '../scene/around.ts';
import type { Figure } from '../scene/figure.ts';
import type { Form } from '../scene/form.ts';
import { tolerance } from '../tolerance.ts';
import { edgesOf, forkOrJoin } from './bar.ts';
import { decision, type Decision, type Rule } from './role.ts';
import { oneWay } from './symbol.ts';

/** Forms that are steps when flows run through them. */
const BODIES: ReadonlySet<Form> = new Set(['box', 'round', 'chevron', 'lane', 'terminator', 'decision', 'diamond']);

export const stage: Rule = {
  name: 'stage',
  says: 'a named box that edges or arrows lead to or from, or one of the same form and size; without any flow, every named box',
  decide(open, drawing) {
    const solid = open.filter(isSolid);
    if (!drawing.ties.any) return withoutFlows(solid, drawing);
    const tied = solid.filter((figure) => drawing.ties.of(figure) > 0 && drawing.nameOf(figure) !== '');
    const bodies = tied.filter(({ form }) => BODIES.has(form));
    const icons = tied.filter(({ form }) => form === 'icon');
    const round = bodies.filter(({ form }) => form === 'round');
    const isOdd = (figure: Figure) => figure.form === 'round' && 2 * round.length < bodies.length;
    const steps = new Set(
      (icons.length > bodies.length ? [...bodies, ...icons] : bodies).filter(
        (figure) => !isOdd(figure) || (oneWay(figure, drawing) === null && !isReference(figure)),
      ),
    );
    const alike = likenessOf([...steps], drawing);
    return solid.flatMap((figure): Decision[] => {
      if (steps.has(figure)) return [decision(figure, 'stage', null, edgesOf(figure, drawing))];
      const like = alike(figure);
      if (like !== undefined && drawing.nameOf(figure) !== '') return [decision(figure, 'stage', null, [like.id])];
      return terminals(figure, isOdd(figure), drawing);
    });
  },
};

function withoutFlows(solid: readonly Figure[], { nameOf }: Drawing): Decision[] {
  const named = solid.filter((figure) => nameOf(figure) !== '');
  const bodies = named.filter(({ form }) => BODIES.has(form));
  return (bodies.length > 0 ? bodies : named).map((figure) => decision(figure, 'stage'));
}

/** Where flows only begin, an icon or person sets them going; a round shape among boxes is where they begin or end. */
function terminals(figure: Figure, isOdd: boolean, drawing: Drawing): Decision[] {
  if (drawing.ties.of(figure) === 0) return [];
  const kind = oneWay(figure, drawing) ?? (isOdd ? forkOrJoin(figure, drawing) : null);
  const begins = kind === 'start' && (figure.form === 'icon' || figure.form === 'actor');
  if (kind === null || (!begins && !isOdd)) return [];
  return [{ ...decision(figure, 'mark', null, edgesOf(figure, drawing)), kind }];
}

/** A number or letter in a circle refers to another place of the drawing. */
const isReference = ({ label }: Figure): boolean => label.text.length <= 2;

/** Finds a figure of the same form and about the same size that stands as deep in containers, in constant time. */
function likenessOf(figures: readonly Figure[], { containerOf }: Drawing): (figure: Figure) => Figure | undefined {
  const depthOf = depthIn(containerOf);
  const bySize = new Map(figures.map((figure) => [sizeKey(figure, 0, 0, depthOf(figure)), figure]));
  return (figure) => {
    for (const across of [0, -1, 1]) {
      for (const down of [0, -1, 1]) {
        const like = bySize.get(sizeKey(figure, across, down, depthOf(figure)));
        if (like !== undefined && isAlike(figure, like)) return like;
      }
    }
    return undefined;
  };
}

const sizeKey = ({ form, bounds }: Figure, across: number, down: number, depth: number): string =>
  `${form} ${rung(bounds.width) + across} ${rung(bounds.height) + down} ${depth}`;

/** Sizes on one rung, or on the next, may be alike. */
const rung = (size: number): number => Math.floor(Math.log(Math.max(1, size)) / Math.log(tolerance.alike));

const isAlike = (a: Figure, b: Figure): boolean =>
  ratio(a.bounds.width, b.bounds.width) <= tolerance.alike &&
  ratio(a.bounds.height, b.bounds.height) <= tolerance.alike;

const ratio = (a: number, b: number): number => Math.max(a, b) / Math.max(1e-9, Math.min(a, b));
