import { atLink, relinked, withFix, withFragment } from '../link-fix.ts';
import { fragmentCase } from '../messages.ts';
import { resolvedLinks } from '../resolved-links.ts';
import type { Rule } from '../rule.ts';

/** Whether a fragment is the id that was meant but for upper and lower case. */
export const isCaseOnly = (fragment: string, id: string | null): boolean =>
  id !== null && fragment.toLowerCase() === id.toLowerCase();

export const linkFragmentCase: Rule = {
  id: 'link/fragment-case',
  wants: 'fragments have the upper and lower case of the ids that they mean',
  severity: 'error',
  preset: 'recommended',
  page: (view) =>
    resolvedLinks(view).flatMap(({ link, resolution: { status, suggestion } }) => {
      const { fragment, href } = link;
      if (status !== 'broken-anchor' || fragment === null || suggestion === null) return [];
      if (!isCaseOnly(fragment, suggestion)) return [];
      const right = withFragment(href, suggestion);
      const fix = relinked(view, link, right, `link to \`${right}\``);
      return [{ ...fragmentCase(fragment, suggestion), ...atLink(view, link), ...withFix(fix) }];
    }),
};
