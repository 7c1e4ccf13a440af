import { absoluteBounds, styleNumber, styleValue, type Cell, type Rectangle } from '@mxg/model';
import { atLink } from '../link-fix.ts';
import { shadowed } from '../messages.ts';
import type { Finding, PageView, Rule } from '../rule.ts';

export const linkShadowed: Rule = {
  id: 'link/shadowed',
  wants: 'nothing lies over a linked cell and takes its clicks',
  severity: 'warning',
  preset: 'strict',
  page: (view) => {
    const links = view.graph().links.filter(({ at, hidden }) => at === 'cell' && !hidden);
    if (links.length === 0) return [];
    const bounds = absoluteBounds(view.model.cells);
    const covers = view.model.cells.filter((cell) => isOpaque(cell) && cell.visible);
    return links.flatMap((link): readonly Finding[] => {
      const box = bounds[link.index];
      if (box == null || covers.length * links.length > MOST_PAIRS) return [];
      const above = covers.find(
        (cell) =>
          cell.index > link.index &&
          cell.link !== link.href &&
          contains(bounds[cell.index], box) &&
          !isBelow(cell, link.index, view),
      );
      return above === undefined ? [] : [{ ...shadowed(nameOf(above, view)), ...atLink(view, link) }];
    });
  },
};

/** Pages with more are not compared: the work grows with the product. */
const MOST_PAIRS = 4_000_000;

/** A shape that is filled, and can be clicked. */
const isOpaque = ({ kind, style }: Cell): boolean =>
  kind === 'vertex' &&
  (styleValue(style, 'fillColor') ?? 'default') !== 'none' &&
  styleNumber(style, 'opacity', 100) > 0 &&
  styleValue(style, 'pointerEvents') !== '0' &&
  !/^(?:text|edgeLabel|group)(?:;|$)/.test(style.text);

const contains = (outer: Rectangle | null | undefined, inner: Rectangle): boolean =>
  outer != null &&
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height;

/** Whether a cell lies in the one of that index: what stands in a linked container passes clicks on. */
function isBelow(cell: Cell, index: number, view: PageView): boolean {
  const seen = new Set<Cell>();
  for (
    let at: Cell | undefined = cell;
    at !== undefined && !seen.has(at);
    at = at.parent === null ? undefined : view.cell(at.parent)
  ) {
    if (at.index === index) return true;
    seen.add(at);
  }
  return false;
}

function nameOf(cell: Cell, view: PageView): string {
  const label = view.labelOf(cell);
  return label === '' ? `the cell \`${cell.id ?? cell.index}\`` : `\`${label.slice(0, 40)}\``;
}
