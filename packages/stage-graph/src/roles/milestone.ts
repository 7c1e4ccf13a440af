import { isSolid } from '../drawing/solid.ts';
import type { Figure } from '../scene/figure.ts';
import { area, center, gapX, gapY, overlap } from '../scene/rectangle.ts';
import { tolerance } from '../tolerance.ts';
import { decision, type Rule } from './role.ts';

export const milestone: Rule = {
  reasons: {
    'milestone-between': 'a small shape with a name, without edges, astride two boxes',
    'milestone-end': 'a small shape astride the end of a box, like another that is astride two',
  },
  decide(open, drawing) {
    const undecided = new Set(open);
    const found = open.flatMap((figure) => {
      if (!isSolid(figure) || drawing.nameOf(figure) === '' || drawing.ties.of(figure) > 0) return [];
      const boxes = drawing.near
        .around(figure.bounds, 0)
        .filter((box) => undecided.has(box) && isSolid(box) && isAstride(figure, box));
      const between = sidesOf(figure, boxes);
      if (between === null) return [];
      const because = between.flatMap((box) => (box === null ? [] : [box.id]));
      const reason = between.includes(null) ? 'milestone-end' : 'milestone-between';
      return [{ ...decision(figure, 'milestone', reason, null, because), between }];
    });
    const forms = new Set(found.filter(({ between }) => !between.includes(null)).map(({ figure }) => figure.form));
    return found.filter(({ figure }) => forms.has(figure.form));
  },
};

function isAstride(figure: Figure, box: Figure): boolean {
  if (figure.hidden !== box.hidden || area(figure.bounds) > tolerance.milestone * area(box.bounds)) return false;
  const share = overlap(figure.bounds, box.bounds) / area(figure.bounds);
  return share >= tolerance.astride && share <= 1 - tolerance.astride;
}

/** The boxes before and after a mark: in a row by x, in a column by y; for one box the side on which the mark lies. */
function sidesOf(figure: Figure, boxes: readonly Figure[]): readonly [Figure | null, Figure | null] | null {
  const at = center(figure.bounds);
  const [first, second] = boxes.toSorted((a, b) => overlap(figure.bounds, b.bounds) - overlap(figure.bounds, a.bounds));
  if (first === undefined) return null;
  const level =
    second === undefined
      ? isSideways(figure, first)
      : gapX(first.bounds, second.bounds) > gapY(first.bounds, second.bounds);
  const before = (box: Figure) => (level ? center(box.bounds).x < at.x : center(box.bounds).y < at.y);
  if (second !== undefined && before(first) !== before(second))
    return before(first) ? [first, second] : [second, first];
  return before(first) ? [first, null] : [null, first];
}

/** Whether a mark sticks out of a box to the left or right rather than above or below. */
function isSideways(figure: Figure, box: Figure): boolean {
  const { x, y } = center(figure.bounds);
  const { x: boxX, y: boxY } = center(box.bounds);
  return Math.abs(x - boxX) / box.bounds.width >= Math.abs(y - boxY) / box.bounds.height;
}
