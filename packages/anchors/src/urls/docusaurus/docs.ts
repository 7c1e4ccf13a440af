import { textAt } from '../../config/plain-data.ts';
import type { Claim } from '../claims.ts';
import { joinPath } from '../file-path.ts';
import { generatedIndexes } from './categories.ts';
import { takenBy } from './content.ts';
import { docName } from './doc-slug.ts';
import { translations } from './locale.ts';
import type { Doc, PluginRun } from './plugin-run.ts';
import { namesOf } from './number-prefix.ts';
import { permalinkOf } from './route.ts';
import { CURRENT, versionsOf, type Version } from './versions.ts';

/** What `plugin-content-docs` publishes. */
export function docsClaims(run: PluginRun): readonly Claim[] {
  return versionsOf(run.content.tree, run.options).flatMap((version) => versionClaims(version, run));
}

/** Of two documents at the same place the first one, by id, is shown: claims of the last come first. */
function versionClaims(version: Version, run: PluginRun): readonly Claim[] {
  const { options, routes } = run;
  const route = permalinkOf(textAt(options, 'routeBasePath') ?? 'docs', version.path);
  const docs = docsOf(version, run);
  const claimOf = ({ source, slug }: Pick<Doc, 'source' | 'slug'>): Claim =>
    routes.page(source, permalinkOf(route, slug));
  const claims = docs.map(claimOf).reverse();
  const taken = new Set(claims.map(({ output }) => output));
  const indexes = generatedIndexes(docs, version, run).map(claimOf);
  return [...claims, ...indexes.filter(({ output }) => !taken.has(output))];
}

function docsOf(version: Version, { options, content, locale }: PluginRun): readonly Doc[] {
  const strip = namesOf(options);
  const folder = translations(locale, 'docusaurus-plugin-content-docs', options);
  const translated = joinPath(folder, version.name === CURRENT ? CURRENT : `version-${version.name}`);
  const docs = content.filesOf(version.folder, takenBy(options, '**/*.{md,mdx}')).flatMap((path) => {
    const source = content.first([translated, version.folder], path);
    const front = content.settings(source);
    if (front['draft'] === true) return [];
    return [{ source, path, unlisted: front['unlisted'] === true, ...docName(path, front, strip) }];
  });
  return docs.sort((a, b) => COLLATION.compare(a.id, b.id));
}

const COLLATION = new Intl.Collator('en');
