import type { Link } from '@mxg/stage-graph';
import { duplicateTarget } from '../messages.ts';
import { atLink } from '../link-fix.ts';
import type { Finding, Rule } from '../rule.ts';

export const stageDuplicateTarget: Rule = {
  id: 'stage/duplicate-target',
  wants: 'two stages do not link to the same place',
  severity: 'info',
  preset: 'strict',
  page: (view) => {
    const { stages, links } = view.graph();
    const isStage = new Set(stages.map(({ id }) => id));
    const byHref = new Map<string, Link[]>();
    for (const link of links) {
      if (link.kind !== 'anchor' || !isStage.has(link.owner ?? '')) continue;
      byHref.set(link.href, [...(byHref.get(link.href) ?? []), link]);
    }
    return [...byHref].flatMap(([href, same]): readonly Finding[] => {
      const owners = new Set(same.map(({ owner }) => owner));
      const [, second] = same;
      if (owners.size < 2 || second === undefined) return [];
      return [{ ...duplicateTarget(href, [...new Set(same.map(({ label }) => label))]), ...atLink(view, second) }];
    });
  },
};
