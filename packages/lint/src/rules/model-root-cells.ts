import { rootCells } from '../messages.ts';
import { rootCandidates } from '../root-candidates.ts';
import type { Finding, PageView, Rule } from '../rule.ts';

export const modelRootCells: Rule = {
  id: 'model/root-cells',
  wants: 'a page has one root, and a layer in it',
  severity: 'error',
  preset: 'recommended',
  page: (view) => findingsIn(view).map((finding) => ({ ...finding, page: view.page })),
};

function findingsIn(view: PageView): readonly Finding[] {
  const { cells } = view.model;
  if (cells.length === 0) return [];
  const [root, ...others] = rootCandidates(view);
  if (root === undefined) return [rootCells('the page has no root cell: draw.io shows nothing of it')];
  const second = others.find(({ parent }) => parent === null);
  if (second !== undefined && root.parent === null)
    return [
      { ...rootCells('the page has more than one root cell: draw.io shows what is in one of them'), cell: second },
    ];
  return cells.some(({ parent }) => parent === root.id && parent !== null)
    ? []
    : [rootCells('the page has no layer: draw.io cannot show its cells')];
}
