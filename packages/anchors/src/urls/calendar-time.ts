/** A point of time as its writer's calendar and clock show it. */
export interface CalendarTime {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  /** 0 to 23, like the following ones 0 for a date without time of day. */
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC; null when nothing is said of it. */
  readonly offset: number | null;
  /** Whether a time of day stood there. */
  readonly timed: boolean;
}

const TIME =
  /^\s*(\d{1,4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?[ \t]{0,9}(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?)?/i;

/** Reads `2024-01-15`, with or without time and offset, as YAML and TOML write it; a `Date` is UTC. Null for anything else. */
export function readTime(value: unknown): CalendarTime | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : inUtc(value.getTime());
  const found = typeof value === 'string' ? TIME.exec(value) : null;
  if (found === null) return null;
  const number = (at: number): number => Number(found[at] ?? 0);
  const year = fullYear(found[1] ?? '');
  if (number(2) < 1 || number(2) > 12 || number(3) < 1 || number(3) > 31) return null;
  const clock = { hour: number(4), minute: number(5), second: number(6) };
  return {
    year,
    month: number(2),
    day: number(3),
    ...clock,
    offset: offsetOf(found[7]),
    timed: found[4] !== undefined,
  };
}

/** Two digits are of the years 1969 to 2068, as POSIX has it. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  return year >= 69 ? 1900 + year : 2000 + year;
}

function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return null;
  if (!/^[+-]/.test(zone)) return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Milliseconds since 1970 in UTC; without an offset, the time is taken as UTC. */
export function epochOf({ year, month, day, hour, minute, second, offset }: CalendarTime): number {
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, day);
  return at.setUTCHours(hour, minute, second) - (offset ?? 0) * 60_000;
}

/** What calendar and clock show in UTC. */
function inUtc(epoch: number): CalendarTime {
  const at = new Date(epoch);
  const date = { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate() };
  const clock = { hour: at.getUTCHours(), minute: at.getUTCMinutes(), second: at.getUTCSeconds() };
  return { ...date, ...clock, offset: 0, timed: true };
}

/** What calendar and clock show in a time zone (`Europe/Berlin`) at a point of time; UTC for a zone that is not known. */
export function inZone(epoch: number, zone: string): CalendarTime {
  if (zone === 'UTC') return inUtc(epoch);
  try {
    const parts = new Intl.DateTimeFormat('en-US', { ...FIELDS, timeZone: zone }).formatToParts(epoch);
    const field = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
    const date = { year: field('year'), month: field('month'), day: field('day') };
    const clock = { hour: field('hour'), minute: field('minute'), second: field('second') };
    return { ...date, ...clock, offset: null, timed: true };
  } catch {
    return inUtc(epoch);
  }
}

const FIELDS = {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
} as const;

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(time: CalendarTime): number {
  return new Date(dayEpoch(time)).getUTCDay() || 7;
}

/** 1 for the first of January. */
export function dayOfYear(time: CalendarTime): number {
  return (dayEpoch(time) - dayEpoch({ ...time, month: 1, day: 1 })) / DAY + 1;
}

/** The week of ISO 8601, 1 to 53, and the year that it belongs to. */
export function weekOf(time: CalendarTime): { readonly week: number; readonly year: number } {
  const thursday = dayEpoch(time) + (4 - weekdayOf(time)) * DAY;
  const year = new Date(thursday).getUTCFullYear();
  return { week: Math.floor((thursday - Date.UTC(year, 0, 1)) / DAY / 7) + 1, year };
}

const DAY = 86_400_000;
const dayEpoch = (time: CalendarTime): number => epochOf({ ...time, hour: 0, minute: 0, second: 0, offset: 0 });

/** English, in order; the first three letters are the short names. */
export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** English, Monday first; the first three letters are the short names. */
export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
