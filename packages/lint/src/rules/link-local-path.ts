import { atLink } from '../link-fix.ts';
import { localPath } from '../messages.ts';
import { isLocalPath } from '../resolved-links.ts';
import type { Rule } from '../rule.ts';

export const linkLocalPath: Rule = {
  id: 'link/local-path',
  wants: 'no link leads to a path of one machine',
  severity: 'error',
  preset: 'recommended',
  page: (view) =>
    view
      .graph()
      .links.filter(({ href }) => isLocalPath(href))
      .map((link) => ({ ...localPath(link.href), ...atLink(view, link) })),
};
