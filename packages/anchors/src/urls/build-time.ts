/*
 * Publishers do not know when a site is built, and must not ask a clock: the same tree gives the same URLs. A date that lies
 * between these two years may be past or future; it counts as neither, so that the page is taken as published.
 */

/** A date from this year on is in the future of every build: people write 2099 or 9999 for "not yet". */
const FUTURE_YEAR = 2050;
/** No build by the generators whose behaviour is described here is older. */
const PAST_YEAR = 2025;

/** Whether a date is later than any build. */
export const isAlwaysFuture = (year: number): boolean => year >= FUTURE_YEAR;

/** Whether a date is earlier than any build. */
export const isAlwaysPast = (year: number): boolean => year < PAST_YEAR;
