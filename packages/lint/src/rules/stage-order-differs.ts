import { orderDiffers } from '../messages.ts';
import { atLink } from '../link-fix.ts';
import { resolvedLinks } from '../resolved-links.ts';
import type { Finding, Rule } from '../rule.ts';

export const stageOrderDiffers: Rule = {
  id: 'stage/order-differs',
  wants: 'stages follow each other as their headings do',
  severity: 'warning',
  preset: 'all',
  page: (view) => {
    const order = new Map(view.graph().stages.map(({ id, order }) => [id, order]));
    const steps = resolvedLinks(view)
      .flatMap(({ link, resolution: { target, anchor } }) => {
        const place = order.get(link.owner ?? '');
        return anchor === null || place === undefined ? [] : [{ link, target, line: anchor.line, place }];
      })
      .sort((a, b) => a.place - b.place);
    return steps.flatMap(({ link, target, line }, i): readonly Finding[] => {
      const before = steps[i - 1];
      if (before === undefined || before.target !== target || before.line <= line) return [];
      return [{ ...orderDiffers(link.label, before.link.label), ...atLink(view, link) }];
    });
  },
};
