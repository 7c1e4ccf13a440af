import type { Config } from '../../config/config.ts';
import { textAt, textsAt } from '../../config/plain-data.ts';
import { isAlwaysFuture } from '../build-time.ts';
import {
  dayOfYear,
  epochOf,
  inZone,
  MONTHS,
  readTime,
  weekdayOf,
  WEEKDAYS,
  weekOf,
  type CalendarTime,
} from '../calendar-time.ts';
import type { Claim } from '../claims.ts';
import { endingOf, nameOf, pathBelow, stripEnding } from '../file-path.ts';
import { headerOf } from './header.ts';
import { outputEnding, redirects, urlOf, type JekyllSite } from './pages.ts';
import type { Collection } from './settings.ts';
import { slugify } from './slugify.ts';
import { fillTemplate, outputOf, postTemplate, withSuffix } from './url-template.ts';

/** A document's place and what it says. */
interface Document {
  /** Relative to the source. */
  readonly path: string;
  /** Relative to the collection's folder. */
  readonly name: string;
  readonly collection: Collection;
  readonly data: Config;
  /** Of the file's name, without a date before it. */
  readonly slug: string;
  readonly date: CalendarTime | null;
  /** Folders above `_posts`. */
  readonly folders: readonly string[];
}

/** The folders of posts lie anywhere, those of other collections at one place. */
export function documentClaims(paths: readonly string[], site: JekyllSite): readonly Claim[] {
  const { collections, collectionsDir } = site.settings;
  return collections.flatMap((collection) =>
    paths.flatMap((path) => {
      const found = collection.label === 'posts' ? postOf(path, site) : placeIn(collection, path, collectionsDir);
      return found === null ? [] : claimsOf({ path, collection, ...found }, site);
    }),
  );
}

type Place = Pick<Document, 'name' | 'folders'>;

function placeIn({ label }: Collection, path: string, collectionsDir: string): Place | null {
  const name = pathBelow(collectionsDir === '' ? `_${label}` : `${collectionsDir}/_${label}`, path);
  return name === null ? null : { name, folders: [] };
}

function postOf(path: string, { settings: { collectionsDir, drafts } }: JekyllSite): Place | null {
  const inside = pathBelow(collectionsDir, path);
  const folder = inside === null ? null : /(?:^|\/)(_posts|_drafts)\//.exec(inside);
  if (inside === null || folder === null || (folder[1] === '_drafts' && !drafts)) return null;
  const name = inside.slice(folder.index + folder[0].length);
  const dated = DATED.test(nameOf(name)) || folder[1] === '_drafts';
  return dated
    ? {
        name,
        folders: inside
          .slice(0, folder.index)
          .split('/')
          .filter((each) => each !== ''),
      }
    : null;
}

const DATED = /^(\d{2,4}-\d{1,2}-\d{1,2})-(.*)\.[^.]+$/;

function claimsOf(
  { path, name, folders, collection }: Place & Pick<Document, 'path' | 'collection'>,
  site: JekyllSite,
): readonly Claim[] {
  const { settings, defaults, tree } = site;
  const header = collection.output ? headerOf(tree.read(path) ?? '') : null;
  if (!collection.output) return [];
  if (header === null) return collection.label === 'posts' ? [] : [fileClaim(name, path, collection, site)];
  const data = { ...defaults(pathBelow(settings.collectionsDir, path) ?? path, collection.label), ...header };
  const dated = DATED.exec(nameOf(name));
  const date = localDate(readTime(data['date']) ?? readTime(dated?.[1]), settings.timezone);
  const hidden = data['published'] === false && !settings.unpublished;
  if (hidden || (date !== null && isAlwaysFuture(date.year) && !settings.future)) return [];
  const slug = dated?.[2] ?? stripEnding(nameOf(name));
  return [documentClaim({ path, name, folders, collection, data, slug, date }, site)];
}

/** A time with an offset, as the site's own clock shows it. */
const localDate = (time: CalendarTime | null, zone: string): CalendarTime | null =>
  time === null || time.offset === null ? time : inZone(epochOf(time), zone);

/** A file without front matter lies where a document of its name would. */
function fileClaim(name: string, path: string, collection: Collection, { settings }: JekyllSite): Claim {
  const values: Readonly<Record<string, string>> = {
    collection: collection.label,
    path: stripEnding(name),
    output_ext: '',
    name: '',
    title: '',
  };
  const template = collection.permalink ?? withSuffix('/:collection/:path', settings.permalink);
  const url = fillTemplate(template, (each) => values[each]);
  const output = `${url.slice(0, url.replace(/\/$/, '').lastIndexOf('/') + 1)}${nameOf(name)}`.slice(1);
  return { source: path, output, url: `${settings.baseurl}/${urlOf(output)}` };
}

function documentClaim(document: Document, { settings }: JekyllSite): Claim {
  const { path, collection, data } = document;
  const ending = outputEnding(path, settings);
  const own =
    collection.label === 'posts'
      ? postTemplate(settings.permalink)
      : withSuffix('/:collection/:path', settings.permalink);
  const template =
    textAt(data, 'permalink') ?? (collection.permalink === null ? own : postTemplate(collection.permalink));
  const url = fillTemplate(template, valuesOf(document, ending));
  return {
    source: path,
    output: outputOf(url, ending),
    url: settings.baseurl + urlOf(url),
    aliases: redirects(data, settings),
  };
}

/** The placeholders of documents. Source: Jekyll 4.4, `drops/url_drop.rb`. */
function valuesOf(document: Document, ending: string): (name: string) => string | undefined {
  const { collection, data, name, slug } = document;
  const ownSlug = textAt(data, 'slug') ?? slug;
  const categories = categoriesOf(document);
  const values: Readonly<Record<string, () => string>> = {
    collection: () => collection.label,
    output_ext: () => ending,
    path: () => name.slice(0, name.length - endingOf(name).length).replace(/\.+$/, ''),
    name: () => slugify(stripEnding(nameOf(name))).toLowerCase(),
    title: () => slugify(ownSlug, 'pretty'),
    slug: () => slugify(ownSlug).toLowerCase(),
    categories: () => categories.join('/'),
    slugified_categories: () => categories.map((each) => slugify(each)).join('/'),
    ...dateValues(document.date),
  };
  return (each) => values[each]?.();
}

function categoriesOf({ folders, data }: Document): readonly string[] {
  const written = [...textsAt(data, 'category'), ...wordsAt(data, 'categories')];
  return [...new Set([...folders, ...written].map((each) => each.toLowerCase()))];
}

/** A list, or words with spaces between. */
function wordsAt(data: Config, key: string): readonly string[] {
  const value = data[key];
  return typeof value === 'string' ? value.split(/\s+/).filter((word) => word !== '') : textsAt(data, key);
}

const two = (number: number): string => String(number).padStart(2, '0');

function dateValues(time: CalendarTime | null): Readonly<Record<string, () => string>> {
  if (time === null) return {};
  const month = MONTHS[time.month - 1] ?? '';
  const weekday = WEEKDAYS[weekdayOf(time) - 1] ?? '';
  return {
    year: () => String(time.year).padStart(4, '0'),
    short_year: () => two(time.year % 100),
    month: () => two(time.month),
    i_month: () => String(time.month),
    short_month: () => month.slice(0, 3),
    long_month: () => month,
    day: () => two(time.day),
    i_day: () => String(time.day),
    y_day: () => String(dayOfYear(time)).padStart(3, '0'),
    short_day: () => weekday.slice(0, 3),
    long_day: () => weekday,
    week: () => two(weekOf(time).week),
    w_year: () => String(weekOf(time).year),
    w_day: () => String(weekdayOf(time)),
    hour: () => two(time.hour),
    minute: () => two(time.minute),
    second: () => two(time.second),
  };
}
