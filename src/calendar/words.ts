import type { DateText, WallTime } from '../model/time.js';
import { daysBetween, weekdayOf } from './days.js';

/*
 * Dates and times in UK English, in the style of GOV.UK (A to Z of style: dates, times): "Monday 22 March 2021", "5pm",
 * "5:30pm", "midday", and "to" in ranges. Every date and time given must be one that exists.
 */

const months = [
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

/** "Monday 22 March 2021", or "22 March 2021" without the weekday. */
export function dateInWords(date: DateText, { weekday = true }: { readonly weekday?: boolean } = {}): string {
  return dayInWords(date, { weekday, year: true });
}

/** "22 March" */
export function shortDate(date: DateText): string {
  return dayInWords(date, { weekday: false, year: false });
}

/** "March 2021" */
export function monthInWords(date: DateText): string {
  return `${monthOf(date)} ${yearOf(date)}`;
}

/** The month of a date and the next, as magazines write it: "Mar/Apr 2021", "Dec 2021/Jan 2022". */
export function monthsInWords(date: DateText): string {
  const month = Number(date.slice(5, 7));
  const [first, second] = [months[month - 1], months[month % 12]].map((name) => name?.slice(0, 3));
  const year = yearOf(date);
  return month === 12 ? `${first} ${year}/${second} ${year + 1}` : `${first}/${second} ${year}`;
}

/** A time on the 24-hour clock as a reader says it: "17:00" is "5pm", "12:00" "midday", and "00:00" "midnight". */
export function timeInWords(time: string): string {
  if (time === '12:00') return 'midday';
  if (time === '00:00') return 'midnight';
  const hour = Number(time.slice(0, 2));
  const minutes = time.slice(3) === '00' ? '' : `:${time.slice(3)}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

/**
 * "Friday 26 March at 5pm", or "Friday 26 March" for a bare date. The year is there only if the reader needs it on the
 * day `relativeTo`: "Tuesday 1 March 2022 at 5pm".
 */
export function momentInWords(wall: WallTime, relativeTo: DateText): string {
  return inWords(wall, !isYearClear(dateOf(wall), relativeTo));
}

/**
 * From when to when, the year only if the reader needs it on the day `relativeTo`:
 *
 * - one day: "Saturday 24 April, 10am to 4pm"; "Saturday 24 April from 10am" if the end is the bare date
 * - several days: "10 to 14 May", "28 May to 3 June"
 * - several days with times: "Friday 7 May at 6pm to Sunday 9 May at 4pm"
 * - no end, or the same as the start: as `momentInWords`
 */
export function rangeInWords(starts: WallTime, ends: WallTime | undefined, relativeTo: DateText): string {
  if (ends === undefined || ends === starts) return momentInWords(starts, relativeTo);
  const [first, last] = [dateOf(starts), dateOf(ends)];
  const [from, to] = [timeOf(starts), timeOf(ends)];
  const year = !isYearClear(first, relativeTo) || !isYearClear(last, relativeTo);

  if (first === last) {
    const day = dayInWords(first, { weekday: true, year });
    if (from === undefined) return `${day} until ${timeInWords(to ?? '')}`;
    return to === undefined ? `${day} from ${timeInWords(from)}` : `${day}, ${timeInWords(from)} to ${timeInWords(to)}`;
  }
  if (from !== undefined || to !== undefined) return `${inWords(starts, year)} to ${inWords(ends, year)}`;

  const end = dayInWords(last, { weekday: false, year });
  if (first.slice(0, 7) === last.slice(0, 7)) return `${dayOf(first)} to ${end}`;
  return `${dayInWords(first, { weekday: false, year: year && yearOf(first) !== yearOf(last) })} to ${end}`;
}

/**
 * Whether a reader knows the year of a date that is written without it: one still to come in the same year, or one
 * within six months, before or after, so that no nearer day has the same name.
 */
function isYearClear(date: DateText, relativeTo: DateText): boolean {
  const isLaterThisYear = date >= relativeTo && yearOf(date) === yearOf(relativeTo);
  return isLaterThisYear || Math.abs(daysBetween(relativeTo, date)) <= 182;
}

function inWords(wall: WallTime, year: boolean): string {
  const day = dayInWords(dateOf(wall), { weekday: true, year });
  const time = timeOf(wall);
  return time === undefined ? day : `${day} at ${timeInWords(time)}`;
}

function dayInWords(date: DateText, parts: { readonly weekday: boolean; readonly year: boolean }): string {
  return [parts.weekday && capitalised(weekdayOf(date)), dayOf(date), monthOf(date), parts.year && yearOf(date)]
    .filter((part) => part !== false)
    .join(' ');
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

function monthOf(date: DateText): string {
  return months[Number(date.slice(5, 7)) - 1] ?? '';
}

function yearOf(date: DateText): number {
  return Number(date.slice(0, 4));
}

function capitalised(word: string): string {
  return `${word[0]?.toUpperCase()}${word.slice(1)}`;
}
