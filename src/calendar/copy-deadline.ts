import type { Nation } from '../model/cadence.js';
import { addDays } from '../model/days.js';
import type { DateText } from '../model/time.js';
import { isWorkingDay } from './holidays.js';

/**
 * The day by which copy must be in: so many working days before a date, which itself does not count and need not be a
 * working day. Two working days before Monday 22 March is Thursday 18 March; none is the date itself.
 */
export function workingDaysBefore(date: DateText, days: number, nation: Nation): DateText {
  let deadline = date;
  for (let left = days; left > 0; ) {
    deadline = addDays(deadline, -1);
    if (isWorkingDay(nation, deadline)) left -= 1;
  }
  return deadline;
}
