import { rootCells } from '../messages.ts';
import type { Finding, PageView, Rule } from '../rule.ts';

export const modelRootCells: Rule = {
  id: 'model/root-cells',
  wants: 'a page has one root, and a layer in it',
  severity: 'error',
  preset: 'recommended',
  page: (view) => findingsIn(view).map((finding) => ({ ...finding, page: view.page })),
};

function findingsIn({ model: { cells } }: PageView): readonly Finding[] {
  const roots = cells.filter(({ kind }) => kind === 'root');
  if (cells.length === 0) return [];
  if (roots.length === 0) return [rootCells('the page has no root cell: draw.io shows nothing of it')];
  const [, second] = roots;
  if (second !== undefined)
    return [
      { ...rootCells(`the page has ${roots.length} root cells: draw.io shows what is in one of them`), cell: second },
    ];
  return cells.some(({ kind }) => kind === 'layer')
    ? []
    : [rootCells('the page has no layer: draw.io cannot show its cells')];
}
