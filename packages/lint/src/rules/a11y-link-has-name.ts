import { atLink } from '../link-fix.ts';
import { linkHasName } from '../messages.ts';
import type { Rule } from '../rule.ts';

export const a11yLinkHasName: Rule = {
  id: 'a11y/link-has-name',
  wants: 'each link has a name',
  severity: 'warning',
  preset: 'recommended',
  page: (view) =>
    view
      .graph()
      .links.filter(
        ({ label, index, hidden, at }) =>
          at !== 'action' && label === '' && !hidden && !view.model.cells[index]?.tooltip,
      )
      .map((link) => ({ ...linkHasName(link.href), ...atLink(view, link) })),
};
