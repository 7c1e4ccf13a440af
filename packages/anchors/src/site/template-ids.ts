import type { Tree } from '../tree.ts';

/** Folders of a site that hold what stands around every page, by generator. Source: its documentation on layouts and themes. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  jekyll: ['_layouts/', '_includes/'],
  hugo: ['layouts/', 'themes/'],
  eleventy: ['_includes/', '_layouts/'],
  mkdocs: ['overrides/', 'theme/'],
  vitepress: ['.vitepress/theme/'],
  docusaurus: ['src/theme/', 'src/components/'],
  astro: ['src/layouts/', 'src/components/'],
  starlight: ['src/layouts/', 'src/components/'],
  sphinx: ['_templates/'],
  middleman: ['source/layouts/', 'source/partials/'],
  gatsby: ['src/templates/', 'src/components/'],
};

const TEMPLATE = /\.(?:html?|liquid|njk|hbs|vue|astro|[jt]sx)$/i;

/** An id that is written out; one that is made when the site is built cannot be known. */
const ID = /\bid=["']([^"'{}<>\s]{1,200})["']/g;

/** The ids that a site's own templates give to its pages, each with the path of its template in the tree of the site. */
export function templateIds(generator: string, { paths, read }: Tree): ReadonlyMap<string, string> {
  const folders = TEMPLATES[generator] ?? [];
  const templates = paths.filter((path) => TEMPLATE.test(path) && folders.some((folder) => path.startsWith(folder)));
  const found = templates.flatMap((path) =>
    [...(read(path) ?? '').matchAll(ID)].map(([, id = '']) => [id, path] as const),
  );
  return new Map(found.reverse());
}
