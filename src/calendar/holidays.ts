import type { Nation } from '../model/cadence.js';
import { weekdayOf } from '../model/days.js';
import type { DateText } from '../model/time.js';
import { bankHolidays, until } from './data/bank-holidays.js';

export { asOf as bankHolidaysAsOf } from './data/bank-holidays.js';

/**
 * The title of the bank holiday that a date is in a nation ("Easter Monday"), if it is one. Dates after `knownUntil`,
 * or before 2012, are never one, for want of data.
 */
export function bankHoliday(nation: Nation, date: DateText): string | undefined {
  return bankHolidays[nation][date];
}

/** The last date of which it is known whether it is a bank holiday. */
export function knownUntil(nation: Nation): DateText {
  return `${until[nation]}-12-31`;
}

/** Whether a date is one of Monday to Friday and no bank holiday. */
export function isWorkingDay(nation: Nation, date: DateText): boolean {
  const weekday = weekdayOf(date);
  return weekday !== 'saturday' && weekday !== 'sunday' && bankHoliday(nation, date) === undefined;
}
