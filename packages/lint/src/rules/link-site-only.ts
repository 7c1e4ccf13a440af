import { atLink } from '../link-fix.ts';
import { siteOnly } from '../messages.ts';
import { resolvedLinks } from '../resolved-links.ts';
import type { Rule } from '../rule.ts';

export const linkSiteOnly: Rule = {
  id: 'link/site-only',
  wants: 'links that work on the built site work in the source tree, too',
  severity: 'info',
  preset: 'all',
  page: (view) =>
    resolvedLinks(view)
      .filter(({ resolution: { status, world } }) => status === 'ok' && world === 'site')
      .map(({ link, resolution: { target } }) => ({ ...siteOnly(link.href, target ?? ''), ...atLink(view, link) })),
};
