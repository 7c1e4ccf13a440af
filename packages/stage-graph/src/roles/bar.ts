import type { Drawing } from '../drawing/drawing.ts';
import { isLabelled } from '../drawing/solid.ts';
import type { Figure } from '../scene/figure.ts';
import { breadth } from '../scene/rectangle.ts';
import { decision, type Rule } from './role.ts';

/** A bar is at least this many times as long as it is broad. */
const SLENDER = 5;

export const bar: Rule = {
  reasons: { bar: 'a line or slender box without a label that edges run into and out of forks or joins them' },
  decide: (open, drawing) =>
    open
      .filter((figure) => isBar(figure) && drawing.nameOf(figure) === '' && drawing.ties.of(figure) > 1)
      .map((figure) => ({
        ...decision(figure, 'mark', 'bar', null, edgesOf(figure, drawing)),
        kind: forkOrJoin(figure, drawing),
      })),
};

const isBar = (figure: Figure): boolean =>
  !isLabelled(figure) && (figure.form === 'line' || (figure.form === 'box' && slenderness(figure) >= SLENDER));

const slenderness = ({ bounds }: Figure): number =>
  Math.max(bounds.width, bounds.height) / Math.max(1, breadth(bounds));

/** More ways in than out join; otherwise they fork. */
export const forkOrJoin = (figure: Figure, { ties }: Drawing): 'fork' | 'join' =>
  ties.into(figure) > ties.outOf(figure) ? 'join' : 'fork';

/** Ids of the edges that end at a figure. */
export const edgesOf = (figure: Figure, { attachedTo }: Drawing): readonly string[] =>
  (attachedTo.get(figure) ?? []).map(({ id }) => id);
