import { textAt } from '../../config/plain-data.ts';
import type { Claim } from '../claims.ts';
import { folderPath } from '../file-path.ts';
import { takenBy } from './content.ts';
import type { PluginRun } from './plugin-run.ts';
import { translations } from './locale.ts';
import { permalinkOf } from './route.ts';

/** What `plugin-content-pages` publishes: Markdown and components. */
export function pagesClaims({ options, content, locale, routes }: PluginRun): readonly Claim[] {
  const folder = folderPath(textAt(options, 'path') ?? 'src/pages');
  const route = textAt(options, 'routeBasePath') ?? '/';
  const translated = translations(locale, 'docusaurus-plugin-content-pages', options);
  return content.filesOf(folder, takenBy(options, '**/*.{js,jsx,ts,tsx,md,mdx}')).flatMap((path) => {
    const source = content.first([translated, folder], path);
    const front = /\.mdx?$/.test(path) ? content.settings(source) : {};
    const slug = textAt(front, 'slug') ?? encodedSlug(path);
    return front['draft'] === true || slug === null ? [] : [routes.page(source, permalinkOf(route, slug))];
  });
}

/**
 * `fileToPath` of `@docusaurus/utils`. Null for a name that URLs encode: its route is encoded twice, so that no address leads to
 * it (a defect of Docusaurus 3.10).
 */
function encodedSlug(path: string): string | null {
  const slug = path.replace(/\.(?:mdx?|jsx?|tsx?)$/, '').replace(/(^|\/)index$/i, '$1');
  return slug.split('/').every((part) => encodeURIComponent(part.toWellFormed()) === part) ? slug : null;
}
