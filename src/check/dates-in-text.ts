import { type Weekday, weekdays } from '../model/cadence.js';
import { daysBetween, weekdayOf } from '../model/days.js';
import { type DateText, isDate } from '../model/time.js';
import type { Stretch } from './passage.js';

/** A date as somebody wrote it: "Monday 24th November 2026", "March 24", "24/11/26", "2026-11-24". */
export type WrittenDate = Stretch & {
  readonly form: 'day-first' | 'month-first' | 'numbers' | 'iso';
  readonly day: number;
  /** From 1. */
  readonly month: number;
  readonly year?: number;
  readonly weekday?: Weekday;
  /** Where the weekday stands, if there is one. */
  readonly weekdayAt?: Stretch;
  /** Where the “th” of “24th” stands. */
  readonly ordinal?: Stretch;
};

/** A time of day as somebody wrote it: "6.30pm", "18:00", "noon". */
export type WrittenTime = Stretch & {
  readonly form: 'am-pm' | '24-hour' | 'word';
  readonly hour: number;
  readonly minute: number;
};

export const monthNames = [
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

const month =
  '(January|JANUARY|Jan|February|FEBRUARY|Feb|March|MARCH|Mar|April|APRIL|Apr|May|MAY|June|JUNE|Jun|July|JULY|Jul|August|AUGUST|Aug|September|SEPTEMBER|Sept|Sep|October|OCTOBER|Oct|November|NOVEMBER|Nov|December|DECEMBER|Dec)';
const weekday =
  '([Mm]onday|MONDAY|Mon|[Tt]uesday|TUESDAY|Tues|Tue|[Ww]ednesday|WEDNESDAY|Weds|Wed|[Tt]hursday|THURSDAY|Thurs|Thur|Thu|[Ff]riday|FRIDAY|Fri|[Ss]aturday|SATURDAY|Sat|[Ss]unday|SUNDAY|Sun)';
/** White space between words is counted, so that a long run of it costs nothing. */
const gap = '\\s{1,4}';
const leadingWeekday = `(?:${weekday}\\b[.,]{0,2}${gap}(?:the${gap})?)?`;
const year = '((?:19|20)\\d\\d)\\b';

const dayFirst = new RegExp(
  `\\b${leadingWeekday}(\\d{1,2})(st|nd|rd|th)?${gap}(?:of${gap})?${month}\\b(?:\\.?,?${gap}${year})?(?:${gap}\\(${weekday}\\))?`,
  'g',
);
/** What follows tells “March 24” from “in May 24 schools”. */
const monthFirst = new RegExp(
  `\\b${leadingWeekday}${month}\\.?${gap}(\\d{1,2})(st|nd|rd|th)?(?:,?${gap}${year}|(?![\\d:%])(?!\\.\\d)(?=\\s{0,4}(?:[,.;:!?)”’–]|$|(?:at|from|to|and|or|until|on|by|is|was)\\b)))`,
  'g',
);
const numbers = new RegExp(
  `(?<![\\w/.-])${leadingWeekday}(?:(\\d{1,2})/(\\d{1,2})/((?:19|20)?\\d\\d)|(\\d{1,2})[.-](\\d{1,2})[.-]((?:19|20)\\d\\d))(?![\\d/])\\b`,
  'g',
);
const iso = new RegExp(`(?<![\\w/.-])${leadingWeekday}${year}-(\\d\\d)-(\\d\\d)(?![\\d-])`, 'g');
const weekdayAndDay = new RegExp(
  `\\b${weekday}${gap}(\\d{1,2})(st|nd|rd|th)?(?=\\s{0,4}(?:[,–-]|(?:to|and|or|until|&)\\b))`,
  'g',
);

/** Every date in an English text, in order. What cannot be a day of any month (“24/7/20” can) is none. */
export function datesIn(text: string): readonly WrittenDate[] {
  if (!/\d/.test(text)) return [];
  const dates = [...dayFirstIn(text), ...monthFirstIn(text), ...numbersIn(text), ...isoIn(text)]
    .filter(({ day, month }) => day >= 1 && day <= 31 && month >= 1 && month <= 12)
    .sort((a, b) => a.from - b.from);
  return withSharedParts(text, dates);
}

/** A date without a year as the days that it can be: the nearest to each of the days that are known about the text. */
export function possibleDays(
  { day, month, year }: Pick<WrittenDate, 'day' | 'month' | 'year'>,
  near: readonly DateText[],
): readonly DateText[] {
  if (year !== undefined) return existing(year, month, day);
  const possible = near.flatMap((known) => {
    const about = Number(known.slice(0, 4));
    const around = [about - 1, about, about + 1].flatMap((one) => existing(one, month, day));
    const distance = (one: DateText) => Math.abs(daysBetween(known, one));
    return around.sort((a, b) => distance(a) - distance(b)).slice(0, 1);
  });
  return [...new Set(possible)];
}

/** Whether there is such a day in some year. */
export function isDayOfMonth({ day, month, year = 2024 }: Pick<WrittenDate, 'day' | 'month' | 'year'>): boolean {
  return existing(year, month, day).length > 0;
}

/** A date as the house writes it: "24 November 2026", with the weekday if it was there and is right. */
export function inHouseStyle({ day, month, year, weekday }: Omit<WrittenDate, keyof Stretch | 'form'>): string {
  const [date] = year === undefined ? [] : existing(year, month, day);
  const named = weekday !== undefined && (date === undefined || weekdayOf(date) === weekday) ? nameOf(weekday) : '';
  return [named, String(day), monthNames[month - 1], year === undefined ? '' : String(year)].filter(Boolean).join(' ');
}

/** "Tuesday" */
export function nameOf(weekday: Weekday): string {
  return weekday.slice(0, 1).toUpperCase() + weekday.slice(1);
}

/** The weekday that a word means: "Tues", "monday". */
export function weekdayNamed(word: string): Weekday | undefined {
  const start = word.slice(0, 3).toLowerCase();
  return weekdays.find((weekday) => weekday.startsWith(start));
}

const amPm = /\b(\d{1,2})(?:[:.](\d\d))?\s?([ap])(?:m\b|\.\s?m\b\.?)/gi;
const twentyFour = /(?<![\d:.])([01]\d|2[0-3]):([0-5]\d)(?!\s?[ap]\.?m\b)(?![\d:])/gi;
const timeWords = /\b(noon|midday|midnight)\b/gi;

/** Every time of day in an English text, in order. */
export function timesIn(text: string): readonly WrittenTime[] {
  const times: WrittenTime[] = [];
  for (const match of text.matchAll(amPm)) {
    const [hour, minute] = [Number(match[1]), Number(match[2] ?? 0)];
    if (hour < 1 || hour > 12 || minute > 59) continue;
    const isAfternoon = match[3]?.toLowerCase() === 'p';
    times.push({ ...stretchOf(match), form: 'am-pm', hour: (hour % 12) + (isAfternoon ? 12 : 0), minute });
  }
  for (const match of text.matchAll(twentyFour)) {
    times.push({ ...stretchOf(match), form: '24-hour', hour: Number(match[1]), minute: Number(match[2]) });
  }
  for (const match of text.matchAll(timeWords)) {
    times.push({
      ...stretchOf(match),
      form: 'word',
      hour: match[1]?.toLowerCase() === 'midnight' ? 0 : 12,
      minute: 0,
    });
  }
  return times.sort((a, b) => a.from - b.from);
}

/** A time of day as the house writes it: "6:30pm", "midday". */
export function timeInHouseStyle({ hour, minute }: Pick<WrittenTime, 'hour' | 'minute'>): string {
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'midday';
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}${minutes}${hour < 12 ? 'am' : 'pm'}`;
}

function* dayFirstIn(text: string): Generator<WrittenDate> {
  for (const match of text.matchAll(dayFirst)) {
    const [, before, day = '', ordinal, name = '', year, after] = match;
    const word = before ?? after;
    const at = after === undefined ? match.index : match.index + match[0].length - after.length - 1;
    const dayEnds = match.index + match[0].indexOf(day, before?.length ?? 0) + day.length;
    yield {
      ...stretchOf(match),
      form: 'day-first',
      ...numbered(day, monthOf(name), year),
      ...weekdayPart(word, at),
      ...(ordinal !== undefined && { ordinal: { from: dayEnds, to: dayEnds + 2 } }),
    };
  }
}

function* monthFirstIn(text: string): Generator<WrittenDate> {
  for (const match of text.matchAll(monthFirst)) {
    const [, before, name = '', day = '', ordinal, year] = match;
    const dayEnds = match.index + match[0].indexOf(day, (before?.length ?? 0) + name.length) + day.length;
    // “24 March 21” and “14 May to” are read day first.
    if (/\d(?:st|nd|rd|th)?\s{1,4}(?:of\s{1,4})?$/.test(text.slice(Math.max(match.index - 12, 0), match.index)))
      continue;
    yield {
      ...stretchOf(match),
      form: 'month-first',
      ...numbered(day, monthOf(name), year),
      ...weekdayPart(before, match.index),
      ...(ordinal !== undefined && { ordinal: { from: dayEnds, to: dayEnds + 2 } }),
    };
  }
}

function* numbersIn(text: string): Generator<WrittenDate> {
  for (const match of text.matchAll(numbers)) {
    const [, before, day = match[5], month = match[6], year = match[7]] = match;
    const full = year?.length === 2 ? `20${year}` : year;
    const isAmerican = Number(month) > 12 && Number(day) <= 12;
    yield {
      ...stretchOf(match),
      form: 'numbers',
      ...numbered(isAmerican ? month : day, Number(isAmerican ? day : month), full),
      ...weekdayPart(before, match.index),
    };
  }
}

function* isoIn(text: string): Generator<WrittenDate> {
  for (const match of text.matchAll(iso)) {
    const [, before, year, month, day] = match;
    yield {
      ...stretchOf(match),
      form: 'iso',
      ...numbered(day, Number(month), year),
      ...weekdayPart(before, match.index),
    };
  }
}

/** “Monday 10 and Tuesday 11 May 2027”: what stands before another date has its month and year. */
function withSharedParts(text: string, dates: readonly WrittenDate[]): readonly WrittenDate[] {
  const shared: WrittenDate[] = [];
  for (const match of text.matchAll(weekdayAndDay)) {
    const { from, to } = stretchOf(match);
    if (dates.some((date) => date.from < to && from < date.to)) continue;
    const next = dates.find((date) => date.from >= to);
    const day = Number(match[2]);
    if (next?.form !== 'day-first' || next.from - to > 40 || day > next.day || day === 0) continue;
    if (/[.;:!?]/.test(text.slice(to, next.from))) continue;
    const { month, year } = next;
    shared.push({
      ...{ from, to, form: 'day-first', day, month },
      ...(year && { year }),
      ...weekdayPart(match[1], from),
      ...(match[3] !== undefined && { ordinal: { from: to - 2, to } }),
    });
  }
  const all = shared.length === 0 ? dates : [...dates, ...shared].sort((a, b) => a.from - b.from);
  return all.map((date, index) => {
    const next = all[index + 1];
    if (date.year !== undefined || next?.year === undefined || next.from - date.to > 12) return date;
    return { ...date, year: date.month > next.month ? next.year - 1 : next.year };
  });
}

function numbered(day: string | undefined, month: number, year: string | undefined) {
  return { day: Number(day), month, ...(year !== undefined && { year: Number(year) }) };
}

function weekdayPart(word: string | undefined, at: number): Pick<WrittenDate, 'weekday' | 'weekdayAt'> {
  const named = word === undefined ? undefined : weekdayNamed(word);
  if (word === undefined || named === undefined) return {};
  return { weekday: named, weekdayAt: { from: at, to: at + word.length } };
}

function monthOf(name: string): number {
  const start = name.slice(0, 3).toLowerCase();
  return monthNames.findIndex((one) => one.toLowerCase().startsWith(start)) + 1;
}

function existing(year: number, month: number, day: number): DateText[] {
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDate(date) ? [date] : [];
}

function stretchOf(match: RegExpExecArray): Stretch {
  return { from: match.index, to: match.index + match[0].length };
}
