import { atLink } from '../link-fix.ts';
import { sourceOnly } from '../messages.ts';
import { resolvedLinks } from '../resolved-links.ts';
import type { Rule } from '../rule.ts';

export const linkSourceOnly: Rule = {
  id: 'link/source-only',
  wants: 'links that work in the source tree work on the built site, too',
  severity: 'warning',
  preset: 'recommended',
  page: (view) =>
    resolvedLinks(view)
      .filter(({ resolution: { status, world } }) => status === 'ok' && world === 'source')
      .map(({ link, resolution: { target } }) => ({ ...sourceOnly(link.href, target ?? ''), ...atLink(view, link) })),
};
