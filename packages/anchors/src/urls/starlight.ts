import type { Config } from '../config/config.ts';
import { isConfig, textAt } from '../config/plain-data.ts';
import { isCall } from '../config/static-js/value.ts';
import { astroClaims } from './astro/pages.ts';
import { routesOf } from './astro/route.ts';
import { rowsOf } from './claims.ts';
import { folderPath, joinPath } from './file-path.ts';
import type { Publisher } from './published.ts';
import { entriesOf } from './starlight/entries.ts';
import { withFallbacks } from './starlight/locales.ts';

/**
 * Starlight 0.37: the collection `docs` in `src/content/docs`, besides what Astro publishes; a page of `src/pages` goes before one
 * of the collection. What a loader of the site's own adds to the collection is not known.
 */
export const starlight: Publisher = ({ tree, config }) => {
  const folder = joinPath(folderPath(textAt(config, 'srcDir') ?? 'src'), 'content/docs');
  const routes = routesOf(config);
  const pages = withFallbacks(entriesOf(tree, folder), optionsOf(config)).map(({ source, slug }) =>
    routes.page(source, slug, false),
  );
  const own = astroClaims({ tree, config });
  return { value: rowsOf(tree.paths, [...pages, ...own.claims]), diagnostics: own.diagnostics };
};

/** The argument of `starlight({…})` in `integrations`. */
function optionsOf({ integrations }: Config): Config {
  const list: readonly unknown[] = Array.isArray(integrations) ? integrations : [];
  const call = list.find((each) => isCall(each) && each.call === 'starlight');
  const options = isCall(call) ? call.arguments[0] : null;
  return isConfig(options) ? options : {};
}
