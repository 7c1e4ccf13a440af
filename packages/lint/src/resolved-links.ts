import type { Resolution } from '@mxg/anchors';
import type { Link } from '@mxg/stage-graph';
import type { PageView } from './rule.ts';

/** A link of a page that leads into the site, or would. */
export interface ResolvedLink {
  readonly link: Link;
  readonly resolution: Resolution;
}

const known = new WeakMap<PageView, readonly ResolvedLink[]>();

/** The links of a page that are followed, each followed once; none where no site is known. */
export function resolvedLinks(view: PageView): readonly ResolvedLink[] {
  const before = known.get(view);
  if (before !== undefined) return before;
  const { site } = view;
  const links =
    site === null ? [] : view.graph().links.filter(({ kind, href }) => FOLLOWED.has(kind) && !isLocalPath(href));
  const resolved = links.map((link) => ({ link, resolution: site!.resolve(link.href) }));
  known.set(view, resolved);
  return resolved;
}

const FOLLOWED: ReadonlySet<string> = new Set(['anchor', 'page', 'external']);

/** A path of somebody's own machine: `C:\docs\a.md`, `file:///home/a.md`, `\\server\share`. */
export const isLocalPath = (href: string): boolean => /^\s*(?:[a-z]:[\\/]|file:|\\\\[^\\])/i.test(href);
