import { unlinkedHeading } from '../messages.ts';
import { resolvedLinks } from '../resolved-links.ts';
import type { FileView, Finding, Rule } from '../rule.ts';

export const stageUnlinkedHeading: Rule = {
  id: 'stage/unlinked-heading',
  wants: 'each heading of the page has a stage that links to it',
  severity: 'info',
  preset: 'all',
  file: (view) => [...findingsIn(view)],
};

/** Headings above the second level are titles; a page whose diagrams link to none of its headings does not work that way. */
function* findingsIn({ site, diagrams, source }: FileView): Iterable<Finding> {
  if (site === null || site.page === null || source.charset === 'binary') return;
  const pages = diagrams.flatMap((diagram) => diagram.pages);
  const hits = new Set(
    pages.flatMap((page) =>
      resolvedLinks(page).flatMap(({ resolution: { target, anchor } }) =>
        target === site.page && anchor !== null ? [anchor.id] : [],
      ),
    ),
  );
  if (hits.size === 0) return;
  for (const { id, text, level } of site.anchorsOf(site.page))
    if (level !== null && level > 1 && !hits.has(id)) yield unlinkedHeading(text, id);
}
