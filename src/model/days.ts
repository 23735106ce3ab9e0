import { type Weekday, weekdays } from './cadence.js';
import type { DateText } from './time.js';

/*
 * Counting days. A date has no zone, and in UTC, in which a bare date is read (ECMA-262, Date Time String Format), every
 * day has 24 hours, so that this is exact. Temporal would say the same, but its polyfill takes ten times as long, and a
 * walk through a calendar counts many days. What has a zone goes through Temporal: see calendar/zone.ts.
 */

const dayLength = 24 * 60 * 60 * 1000;

/** The date so many days later, or earlier if `days` is negative. The date given must exist. */
export function addDays(date: DateText, days: number): DateText {
  return new Date(Date.parse(date) + days * dayLength).toISOString().slice(0, 10);
}

/** How many days it is from one date to another; negative if the other is earlier. Both must exist. */
export function daysBetween(date: DateText, other: DateText): number {
  return (Date.parse(other) - Date.parse(date)) / dayLength;
}

/** The weekday of a date. Throws a RangeError if it is no date. */
export function weekdayOf(date: DateText): Weekday {
  const weekday = weekdays[(new Date(date).getUTCDay() + 6) % 7];
  if (weekday === undefined) throw new RangeError(`Not a date: ${date}`);
  return weekday;
}

/** The first such weekday on a date or after it. */
export function weekdayFrom(date: DateText, weekday: Weekday): DateText {
  return addDays(date, (weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOf(date)) + 7) % 7);
}

/** The Monday of the week that a date is in: weeks run from Monday to Sunday (ISO 8601). */
export function mondayOf(date: DateText): DateText {
  return addDays(date, -weekdays.indexOf(weekdayOf(date)));
}
