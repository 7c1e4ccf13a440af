import { readAction } from '@mxg/stage-graph';
import { atLink, relinked, withSuggestion } from '../link-fix.ts';
import { actionValid } from '../messages.ts';
import type { Rule } from '../rule.ts';

export const linkActionValid: Rule = {
  id: 'link/action-valid',
  wants: 'a custom action can be read, and the cells that it is about are there',
  severity: 'error',
  preset: 'recommended',
  page: (view) =>
    view
      .graph()
      .links.filter(({ kind, href, missing }) => kind === 'action' && (missing.length > 0 || readAction(href) === null))
      .map((link) => ({
        ...actionValid(link.missing),
        ...atLink(view, link),
        ...withSuggestion(relinked(view, link, null, 'remove the action')),
      })),
};
