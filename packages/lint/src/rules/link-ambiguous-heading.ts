import type { Anchor } from '@mxg/anchors';
import { atLink } from '../link-fix.ts';
import { ambiguousHeading } from '../messages.ts';
import { resolvedLinks } from '../resolved-links.ts';
import type { Rule, SiteView } from '../rule.ts';

export const linkAmbiguousHeading: Rule = {
  id: 'link/ambiguous-heading',
  wants: 'a link does not hang on the order of headings with the same text',
  severity: 'warning',
  preset: 'recommended',
  page: (view) =>
    resolvedLinks(view).flatMap(({ link, resolution: { anchor, target } }) => {
      if (view.site === null || anchor === null || target === null) return [];
      const twins = twinsOf(anchor, target, view.site);
      return twins < 2 ? [] : [{ ...ambiguousHeading(anchor.id, anchor.text, twins), ...atLink(view, link) }];
    }),
};

/** How many headings have the text of an anchor, and ids that are numbered ones of each other. */
function twinsOf({ id, text, level }: Anchor, target: string, site: SiteView): number {
  if (level === null || text === '') return 0;
  const stem = withoutNumber(id);
  return site
    .anchorsOf(target)
    .filter((other) => other.level !== null && other.text === text && withoutNumber(other.id) === stem).length;
}

const withoutNumber = (id: string): string => id.replace(/[-_]?\d{1,6}$/, '');
