import { textAt } from '../../config/plain-data.ts';
import type { Claim } from '../claims.ts';
import { folderPath } from '../file-path.ts';
import { takenBy } from './content.ts';
import type { PluginRun } from './plugin-run.ts';
import { translations } from './locale.ts';
import { permalinkOf } from './route.ts';

/** What `plugin-content-blog` publishes: posts, their list, and the archive. The pages of tags and authors are not known. */
export function blogClaims({ options, content, locale, routes }: PluginRun): readonly Claim[] {
  const folder = folderPath(textAt(options, 'path') ?? 'blog');
  const route = textAt(options, 'routeBasePath') ?? 'blog';
  const translated = translations(locale, 'docusaurus-plugin-content-blog', options);
  const posts = content.filesOf(folder, takenBy(options, '**/*.{md,mdx}')).flatMap((path) => {
    const source = content.first([translated, folder], path);
    const front = content.settings(source);
    const slug = textAt(front, 'slug') ?? '';
    return front['draft'] === true
      ? []
      : [routes.page(source, permalinkOf(route, slug === '' ? postSlug(path) : slug))];
  });
  if (posts.length === 0) return [];
  const archive =
    options['archiveBasePath'] === null ? [] : [permalinkOf(route, textAt(options, 'archiveBasePath') ?? 'archive')];
  return [...[permalinkOf(route), ...archive].map((permalink) => routes.page('', permalink)), ...posts];
}

const DATE = /\d{4}[-/]\d{1,2}[-/]\d{1,2}/y;

/** `parseBlogFileName` of `plugin-content-blog` 3.10: of several dates the last one, as folders, then what stands before and after it. */
function postSlug(path: string): string {
  const name = path.replace(/(?:\/index)?\.mdx?$/, '');
  for (let at = name.length - 8; at >= 0; at--) {
    DATE.lastIndex = at;
    const date = DATE.exec(name)?.[0];
    if (date !== undefined)
      return `/${date.replace(/-/g, '/')}/${name.slice(0, at)}${name.slice(at + date.length).replace(/^[-/]/, '')}`;
  }
  return `/${name}`;
}
