import { openSites, resolveLink } from '@mxg/anchors';
import type { SiteView } from '../../src/rule.ts';

/** The site of some files, as the file at `path` sees it. */
export async function siteOf(files: Readonly<Record<string, string>>, path: string): Promise<SiteView> {
  const tree = { paths: Object.keys(files).sort(), read: (each: string) => files[each] ?? null };
  const sites = await openSites(tree);
  return {
    resolve: (href) => resolveLink(sites, href, { page: path }),
    anchorsOf: (target) => sites.siteOf(target).anchorsOf(target)?.value ?? [],
    page: path,
  };
}
