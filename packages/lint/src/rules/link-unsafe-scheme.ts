import { atLink, relinked, withSuggestion } from '../link-fix.ts';
import { unsafeScheme } from '../messages.ts';
import { isLocalPath } from '../resolved-links.ts';
import type { Rule } from '../rule.ts';

export const linkUnsafeScheme: Rule = {
  id: 'link/unsafe-scheme',
  wants: 'links have schemes that a browser may be sent to',
  severity: 'error',
  preset: 'recommended',
  page: (view) =>
    view
      .graph()
      .links.filter(({ kind, href }) => kind === 'unsafe' && !isLocalPath(href))
      .map((link) => ({
        ...unsafeScheme(link.href),
        ...atLink(view, link),
        ...withSuggestion(relinked(view, link, null, 'remove the link')),
      })),
};
