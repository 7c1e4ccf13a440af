import { atLink, relinked, withSuggestion } from '../link-fix.ts';
import { diagramPageExists } from '../messages.ts';
import type { Rule } from '../rule.ts';

export const linkDiagramPageExists: Rule = {
  id: 'link/diagram-page-exists',
  wants: 'a link to another page of the diagram finds it',
  severity: 'error',
  preset: 'recommended',
  page: (view) =>
    view
      .graph()
      .links.filter(({ kind, page }) => kind === 'diagram-page' && page === null)
      .map((link) => ({
        ...diagramPageExists(link.path ?? ''),
        ...atLink(view, link),
        ...withSuggestion(relinked(view, link, null, 'remove the link')),
      })),
};
