import type { Config } from '../../config/config.ts';
import { configAt, textAt } from '../../config/plain-data.ts';
import { joinPath } from '../file-path.ts';
import type { Entry } from './entries.ts';

/** Keys of `locales`; the one called `root` has no folder of its own. */
const ROOT = 'root';

/**
 * The pages of every language: where a language has no page of its own at a place, it shows that of the default language.
 * Source: `routing/index.ts` of Starlight 0.37.
 */
export function withFallbacks(entries: readonly Entry[], options: Config): readonly Entry[] {
  const locales = Object.keys(configAt(options, 'locales'));
  if (locales.length < 2) return entries;
  const main = textAt(options, 'defaultLocale') ?? ROOT;
  const own = new Set(entries.map(({ slug }) => slug));
  const originals = entries.filter(({ slug }) => localeOf(slug, locales) === main);
  const fallbacks = locales
    .filter((locale) => locale !== main)
    .flatMap((locale) => originals.map((entry) => ({ ...entry, slug: movedTo(locale, entry.slug, main) })));
  return [...entries, ...fallbacks.filter(({ slug }) => !own.has(slug))];
}

/** The language of a page; a page outside of all folders is in the root's, or in none. */
function localeOf(slug: string, locales: readonly string[]): string {
  const [first] = slug.split('/');
  return first !== undefined && first !== ROOT && locales.includes(first) ? first : ROOT;
}

function movedTo(locale: string, slug: string, from: string): string {
  const path = from === ROOT ? slug : slug.slice(from.length);
  return joinPath(locale === ROOT ? '' : locale, path);
}
