import { atLink, relinked, withFragment, withSuggestion } from '../link-fix.ts';
import { headingExists } from '../messages.ts';
import { resolvedLinks } from '../resolved-links.ts';
import type { Rule } from '../rule.ts';
import { isCaseOnly } from './link-fragment-case.ts';

export const linkHeadingExists: Rule = {
  id: 'link/heading-exists',
  wants: 'the fragment of a link is the id of something on its page',
  severity: 'error',
  preset: 'recommended',
  page: (view) =>
    resolvedLinks(view).flatMap(({ link, resolution: { status, target, suggestion } }) => {
      const { fragment, href } = link;
      if (status !== 'broken-anchor' || fragment === null || isCaseOnly(fragment, suggestion)) return [];
      const right = suggestion === null ? null : withFragment(href, suggestion);
      const fix = right === null ? undefined : relinked(view, link, right, `link to \`${right}\``);
      return [{ ...headingExists(fragment, target ?? '', suggestion), ...atLink(view, link), ...withSuggestion(fix) }];
    }),
};
