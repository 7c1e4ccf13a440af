import type { Link } from '@mxg/stage-graph';
import type { Fix } from './problem.ts';
import type { Finding, PageView } from './rule.ts';

/** Where a link stands, for a finding. */
export function atLink(
  { page }: PageView,
  link: Link,
): Pick<Finding, 'cell' | 'attribute' | 'label' | 'href' | 'page'> {
  return {
    page,
    cell: { index: link.index, id: link.cell },
    attribute: link.at === 'label' ? 'label' : 'link',
    label: link.label,
    href: link.href,
  };
}

/** Sets a link that is a cell's own, and no part of a label or an action; null (for removing it) too. Undefined where that cannot be. */
export function relinked({ page, model }: PageView, link: Link, href: string | null, title: string): Fix | undefined {
  if (link.at !== 'cell' || model.cells[link.index]?.link !== link.href) return undefined;
  return { title, edits: [{ type: 'link', page: page.index, cell: link.index, link: href }] };
}

/** The part of a finding that a fix makes, if there is one. */
export const withFix = (fix: Fix | undefined): Pick<Finding, 'fix'> => (fix === undefined ? {} : { fix });

/** The same for one that a person should look at. */
export const withSuggestion = (suggestion: Fix | undefined): Pick<Finding, 'suggestion'> =>
  suggestion === undefined ? {} : { suggestion };

/** The href with another fragment. */
export const withFragment = (href: string, fragment: string): string => `${href.split('#', 1)[0]}#${fragment}`;

/** The href with another path; what stands behind it stays. */
export function withPath(href: string, path: string): string {
  const end = href.search(/[?#]/);
  return path + (end < 0 ? '' : href.slice(end));
}
