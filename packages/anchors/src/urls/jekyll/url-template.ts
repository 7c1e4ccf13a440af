/** The styles that have a name, as templates of posts. Source: Jekyll 4.4, `document.rb` and the documentation of permalinks. */
const STYLES: Readonly<Record<string, string>> = {
  pretty: '/:categories/:year/:month/:day/:title/',
  none: '/:categories/:title:output_ext',
  date: '/:categories/:year/:month/:day/:title:output_ext',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  weekdate: '/:categories/:year/W:week/:short_day/:title:output_ext',
};

/** The template of posts that a style's name stands for; a template stands for itself. */
export const postTemplate = (style: string): string => STYLES[style] ?? style;

/** A template of pages or documents with the ending that the site's style gives to them. */
export function withSuffix(template: string, style: string): string {
  if (style === 'pretty') return `${template}/`;
  if (style === 'date' || style === 'ordinal' || style === 'none') return `${template}:output_ext`;
  return `${template}${style.endsWith('/') ? '/' : ''}${style.endsWith(':output_ext') ? ':output_ext' : ''}`;
}

/** Fills a template: `:name` is the value of that name, or stays when there is none. Gives a path that begins with one slash. */
export function fillTemplate(template: string, values: (name: string) => string | undefined): string {
  const filled = template.replace(/:([a-z_]+)/g, (all, name: string) => {
    // `:title_x` is `:title` followed by `_x`
    for (let end = name.length; end > 0; end = name.lastIndexOf('_', end - 1)) {
      const value = values(name.slice(0, end));
      if (value !== undefined) return value + name.slice(end);
    }
    return all;
  });
  return `/${filled}`.replaceAll('..', '/').replace(/\/+/g, '/');
}

/** The file that is written for a URL's path. */
export function outputOf(url: string, ending: string): string {
  const path = url.endsWith('/') ? `${url}index` : url;
  return `${path}${path.endsWith(ending) ? '' : ending}`.slice(1);
}
