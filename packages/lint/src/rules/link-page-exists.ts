import { atLink, relinked, withPath, withSuggestion } from '../link-fix.ts';
import { noLink, pageExists } from '../messages.ts';
import { resolvedLinks, type ResolvedLink } from '../resolved-links.ts';
import type { Finding, PageView, Rule } from '../rule.ts';

export const linkPageExists: Rule = {
  id: 'link/page-exists',
  wants: 'a link leads to a page or file that is there',
  severity: 'error',
  preset: 'recommended',
  page: (view) => resolvedLinks(view).flatMap((each) => findingsOf(view, each)),
};

function findingsOf(view: PageView, { link, resolution }: ResolvedLink): readonly Finding[] {
  const { status, reason, suggestion } = resolution;
  if (status === 'not-a-link') return [{ ...noLink(link.href, reason), ...atLink(view, link) }];
  if (status !== 'broken-page') return [];
  const right = suggestion === null ? null : withPath(link.href, suggestion);
  const works = right !== null && view.site?.resolve(right).status === 'ok';
  const fix = works ? relinked(view, link, right, `link to \`${right}\``) : undefined;
  return [{ ...pageExists(link.href, reason, suggestion), ...atLink(view, link), ...withSuggestion(fix) }];
}
