import type { Nation, Term } from '../model/cadence.js';
import { addDays, mondayOf } from '../model/days.js';
import type { DateText } from '../model/time.js';

/**
 * The usual terms of a school year, to begin with: councils differ by days and weeks, and every council says its own.
 * England and Wales: from the first days of September, with half-terms in the last weeks of October and May and the middle
 * of February, and two weeks around Easter; Scotland begins and ends earlier; Northern Ireland ends with June.
 *
 * @param year the one in which the school year begins
 * @param goodFriday of the year after
 */
export function usualTerms(nation: Nation, year: number, goodFriday: DateText): readonly Term[] {
  const next = year + 1;
  // Schools break up for the two weeks that have most of Easter in them: before it where it is late.
  const isLate = goodFriday.slice(5) >= '04-08';
  const lastOfSpring = addDays(goodFriday, isLate ? -7 : -1);
  const firstOfSummer = addDays(goodFriday, isLate ? 10 : 17);
  const isScotland = nation === 'scotland';
  const lastOfSummer = { 'england-and-wales': '07-21', scotland: '06-26', 'northern-ireland': '06-30' }[nation];
  return [
    {
      name: `Autumn term ${year}`,
      from: onWorkday(`${year}-${isScotland ? '08-18' : '09-01'}`),
      until: fridayBefore(`${year}-12-21`),
      halfTerm: week(isScotland ? mondayOf(`${year}-10-14`) : mondayOf(`${year}-10-31`)),
    },
    {
      name: `Spring term ${next}`,
      from: mondayFrom(`${next}-01-04`),
      until: lastOfSpring,
      halfTerm: week(mondayOf(`${next}-02-18`)),
    },
    {
      name: `Summer term ${next}`,
      from: firstOfSummer,
      until: workdayBefore(`${next}-${lastOfSummer}`),
      ...(nation === 'england-and-wales' && { halfTerm: week(mondayOf(`${next}-05-31`)) }),
    },
  ];
}

function week(monday: DateText) {
  return { from: monday, until: addDays(monday, 4) };
}

/** The days since Monday, 0 to 6. */
function weekdayOf(date: DateText): number {
  return (new Date(`${date}T00:00Z`).getUTCDay() + 6) % 7;
}

function onWorkday(date: DateText): DateText {
  const day = weekdayOf(date);
  return day > 4 ? addDays(date, 7 - day) : date;
}

function workdayBefore(date: DateText): DateText {
  const day = weekdayOf(date);
  return day > 4 ? addDays(date, 4 - day) : date;
}

function mondayFrom(date: DateText): DateText {
  return mondayOf(addDays(date, 6));
}

/** The last Friday before a day. */
function fridayBefore(date: DateText): DateText {
  return addDays(mondayOf(addDays(date, -5)), 4);
}
