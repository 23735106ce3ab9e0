import type { Weekday } from '../model/cadence.js';
import { daysBetween, weekdayOf } from '../model/days.js';
import type { Dates } from '../model/language.js';
import type { DateText, WallTime } from '../model/time.js';

/** A day, by the parts that are said of it. */
export type DayParts = {
  /** As `weekdays` has it. */
  readonly weekday: string | null;
  /** As `dayOfMonth` has it. */
  readonly day: string;
  /** As `months` has it. */
  readonly month: string;
  readonly year: number | null;
};

/** How a language says dates and times. What is said of them is the same in all languages: see `datesFrom`. */
export type DateWords = {
  /** January to December as they stand in a date, in small letters where the language writes them so. */
  readonly months: readonly string[];
  /** For two months in one label; absent if they are not shortened there. */
  readonly shortMonths?: readonly string[];
  /** What stands between two months in one label: "/" if absent. */
  readonly betweenMonths?: string;
  readonly weekdays: Readonly<Record<Weekday, string>>;
  /** Whether the year comes first and the day last, so that a range has its year in its first half. */
  readonly isYearFirst?: boolean;
  /** "Friday 26 March 2021", without the weekday or the year if they are null. In this order, with spaces, if absent. */
  readonly day?: (parts: DayParts) => string;
  /** The day in a date, and alone as half of a range in one month: "10" of "10 to 14 May". The number if absent. */
  readonly dayOfMonth?: (day: number) => string;
  /** "March 2021", with a space if absent. */
  readonly month?: (month: string, year: number) => string;
  /** A time of the 24-hour clock, "17:00", as the language says it. */
  readonly time: (time: string) => string;
  /** "Friday 26 March at 5pm" */
  readonly at: (day: string, time: string) => string;
  /** "Saturday 24 April from 10am" */
  readonly from: (day: string, time: string) => string;
  /** "Saturday 24 April until 4pm" */
  readonly until: (day: string, time: string) => string;
  /** "Saturday 24 April, 10am to 4pm" */
  readonly hours: (day: string, from: string, to: string) => string;
  /** "28 May to 3 June", of days or of moments. */
  readonly span: (first: string, last: string) => string;
};

/**
 * Dates and times in a language. `weekdayDate` stands alone and begins with a capital; all others may follow words. What
 * a range says, in English:
 *
 * - one day: "Saturday 24 April, 10am to 4pm"; "Saturday 24 April from 10am" if the end is the bare date
 * - several days: "10 to 14 May", "28 May to 3 June"
 * - several days with times: "Friday 7 May at 6pm to Sunday 9 May at 4pm"
 * - no end, or the same as the start: a moment
 */
export function datesFrom(words: DateWords): Dates {
  const { shortMonths = words.months, betweenMonths = '/', isYearFirst = false } = words;
  const { day: dayFrom = dayMonthYear, dayOfMonth = String, month: monthFrom = monthYear } = words;

  function day(date: DateText, parts: { readonly weekday: boolean; readonly year: boolean }): string {
    return dayFrom({
      weekday: parts.weekday ? words.weekdays[weekdayOf(date)] : null,
      day: dayOfMonth(dayOf(date)),
      month: words.months[monthOf(date)] ?? '',
      year: parts.year ? yearOf(date) : null,
    });
  }

  function momentWith(year: boolean, wall: WallTime): string {
    const said = day(dateOf(wall), { weekday: true, year });
    const time = timeOf(wall);
    return time === undefined ? said : words.at(said, words.time(time));
  }

  function moment(wall: WallTime, relativeTo: DateText): string {
    return momentWith(!isYearClear(dateOf(wall), relativeTo), wall);
  }

  function oneDay(said: string, from: string | undefined, to: string | undefined): string {
    if (from === undefined) return to === undefined ? said : words.until(said, words.time(to));
    return to === undefined ? words.from(said, words.time(from)) : words.hours(said, words.time(from), words.time(to));
  }

  function severalDays(first: DateText, last: DateText, year: boolean): string {
    const isTwice = yearOf(first) !== yearOf(last);
    const start = day(first, { weekday: false, year: year && (isTwice || isYearFirst) });
    const end = day(last, { weekday: false, year: year && (isTwice || !isYearFirst) });
    if (first.slice(0, 7) !== last.slice(0, 7)) return words.span(start, end);
    return isYearFirst ? words.span(start, dayOfMonth(dayOf(last))) : words.span(dayOfMonth(dayOf(first)), end);
  }

  return {
    weekdayDate: (date) => capitalised(day(date, { weekday: true, year: true })),
    date: (date) => day(date, { weekday: false, year: true }),
    shortDate: (date) => day(date, { weekday: false, year: false }),
    month: (date) => monthFrom(words.months[monthOf(date)] ?? '', yearOf(date)),
    months: (date) => {
      const [first = '', second = ''] = [monthOf(date), (monthOf(date) + 1) % 12].map((month) => shortMonths[month]);
      const year = yearOf(date);
      return monthOf(date) === 11
        ? `${monthFrom(first, year)}${betweenMonths}${monthFrom(second, year + 1)}`
        : monthFrom(`${first}${betweenMonths}${second}`, year);
    },
    moment,
    range: (starts, ends, relativeTo) => {
      if (ends === undefined || ends === starts) return moment(starts, relativeTo);
      const [first, last] = [dateOf(starts), dateOf(ends)];
      const [from, to] = [timeOf(starts), timeOf(ends)];
      const year = !isYearClear(first, relativeTo) || !isYearClear(last, relativeTo);
      if (first === last) return oneDay(day(first, { weekday: true, year }), from, to);
      if (from === undefined && to === undefined) return severalDays(first, last, year);
      return words.span(momentWith(year, starts), momentWith(year, ends));
    },
  };
}

function dayMonthYear({ weekday, day, month, year }: DayParts): string {
  return [weekday, day, month, year].filter((part) => part !== null).join(' ');
}

function monthYear(month: string, year: number): string {
  return `${month} ${year}`;
}

/**
 * Whether a reader knows the year of a date that is written without it: one still to come in the same year, or one
 * within six months, before or after, so that no nearer day has the same name.
 */
function isYearClear(date: DateText, relativeTo: DateText): boolean {
  const isLaterThisYear = date >= relativeTo && yearOf(date) === yearOf(relativeTo);
  return isLaterThisYear || Math.abs(daysBetween(relativeTo, date)) <= 182;
}

function dateOf(wall: WallTime): DateText {
  return wall.slice(0, 10);
}

function timeOf(wall: WallTime): string | undefined {
  return wall.length === 10 ? undefined : wall.slice(11);
}

function dayOf(date: DateText): number {
  return Number(date.slice(8));
}

/** Counted from 0. */
function monthOf(date: DateText): number {
  return Number(date.slice(5, 7)) - 1;
}

function yearOf(date: DateText): number {
  return Number(date.slice(0, 4));
}

function capitalised(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
