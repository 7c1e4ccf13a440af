import { textAt, textsAt } from '../config/plain-data.ts';
import { basePathOf } from './base-path.ts';
import { rowsOf, type Claim } from './claims.ts';
import { folderPath, joinPath, nameOf, pathBelow } from './file-path.ts';
import { percentEncodePath } from './percent-encode.ts';
import type { Publisher } from './published.ts';

/** Endings of templates, which are taken off. Source: Middleman 4, Tilt's list of those that documentation uses. */
const TEMPLATES = /\.(?:erb|haml|slim|liquid|md|markdown|mkd)$/i;

/** Middleman 4: files of `source`, without the endings of their templates; pages in folders of their own where `directory_indexes` is on. */
export const middleman: Publisher = ({ tree, config }) => {
  const folder = folderPath(textAt(config, 'source') ?? 'source');
  const base = basePathOf(textAt(config, 'http_prefix') ?? '');
  const indexes = textsAt(config, 'activate').includes('directory_indexes');
  const claims = tree.paths.flatMap((source): readonly Claim[] => {
    const path = pathBelow(folder, source);
    if (path === null || isHidden(path)) return [];
    const output = outputOf(path, indexes);
    return [
      {
        source,
        output,
        url: `${base}/${percentEncodePath(output.replace(/(^|\/)index\.html$/, '$1'))}`,
        aliases: [`${base}/${percentEncodePath(output)}`],
      },
    ];
  });
  return { value: rowsOf(tree.paths, claims), diagnostics: [] };
};

/** Partials and layouts. */
const isHidden = (path: string): boolean =>
  path.startsWith('layouts/') || path.split('/').some((name) => name.startsWith('_') || name.startsWith('.'));

function outputOf(path: string, indexes: boolean): string {
  const file = withoutTemplates(path);
  const page = nameOf(file).includes('.') || file === path ? file : `${file}.html`;
  const isPlain = !page.endsWith('.html') || nameOf(page) === 'index.html';
  return isPlain || !indexes ? page : joinPath(page.slice(0, -'.html'.length), 'index.html');
}

/** `guide.html.md.erb` is `guide.html`. */
function withoutTemplates(path: string): string {
  return TEMPLATES.test(path) ? withoutTemplates(path.replace(TEMPLATES, '')) : path;
}
