import { dayOfYear, MONTHS, weekdayOf, WEEKDAYS, type CalendarTime } from '../calendar-time.ts';

/** What the pattern of a permalink is filled with. */
export interface PermalinkValues {
  readonly date: CalendarTime | null;
  /** Folders of the page below the content, the section first. */
  readonly sections: readonly string[];
  readonly title: string;
  readonly slug: string | null;
  /** The file's name without ending and language; of a bundle its folder's. */
  readonly name: string;
  /** Makes a text a part of a URL. */
  readonly urlize: (text: string) => string;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** The tokens of patterns. Source: Hugo 0.167, documentation of permalinks. */
const TOKENS: Readonly<Record<string, (values: PermalinkValues) => string>> = {
  year: ({ date }) => String(date?.year ?? 1).padStart(4, '0'),
  month: ({ date }) => two(date?.month ?? 1),
  monthname: ({ date }) => (MONTHS[(date?.month ?? 1) - 1] ?? '').toLowerCase(),
  day: ({ date }) => two(date?.day ?? 1),
  weekday: ({ date }) => String(date === null ? 1 : weekdayOf(date) % 7),
  weekdayname: ({ date }) => (date === null ? 'monday' : (WEEKDAYS[weekdayOf(date) - 1] ?? '').toLowerCase()),
  yearday: ({ date }) => String(date === null ? 1 : dayOfYear(date)),
  section: ({ sections, urlize }) => urlize(sections[0] ?? ''),
  sections: ({ sections, urlize }) => sections.map(urlize).join('/'),
  title: ({ title, urlize }) => urlize(title),
  slug: ({ slug, title, urlize }) => urlize(slug ?? title),
  filename: ({ name, urlize }) => urlize(name),
  contentbasename: ({ name, urlize }) => urlize(name),
  slugorfilename: ({ slug, name, urlize }) => urlize(slug ?? name),
  slugorcontentbasename: ({ slug, name, urlize }) => urlize(slug ?? name),
};

/** Fills a pattern; `:sections[1:]` is a part of the folders. A token that is not known stays. */
export function fillPermalink(pattern: string, values: PermalinkValues): string {
  return pattern.replace(/:([a-z]+)(?:\[([^\]]{0,20})\])?/g, (all, name: string, range: string | undefined) => {
    if (name === 'sections' && range !== undefined)
      return TOKENS['sections']?.({ ...values, sections: part(values.sections, range) }) ?? all;
    return TOKENS[name]?.(values) ?? all;
  });
}

/** As Go cuts slices: `1:`, `:2`, `last`, `1:last`. */
function part(list: readonly string[], range: string): readonly string[] {
  const at = (text: string): number => (text === 'last' ? list.length - 1 : Number(text));
  const [from = '', to] = range.split(':');
  if (to === undefined) return list.slice(at(from), at(from) + 1);
  return list.slice(from === '' ? 0 : at(from), to === '' ? list.length : at(to));
}
