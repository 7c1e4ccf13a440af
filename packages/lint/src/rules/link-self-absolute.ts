import { atLink } from '../link-fix.ts';
import { selfAbsolute } from '../messages.ts';
import { resolvedLinks } from '../resolved-links.ts';
import type { Rule } from '../rule.ts';

export const linkSelfAbsolute: Rule = {
  id: 'link/self-absolute',
  wants: 'links into the own site do not name its host',
  severity: 'info',
  preset: 'strict',
  page: (view) =>
    resolvedLinks(view)
      .filter(
        ({ link, resolution: { status, target } }) => link.kind === 'external' && status === 'ok' && target !== null,
      )
      .map(({ link }) => ({ ...selfAbsolute(link.href), ...atLink(view, link) })),
};
