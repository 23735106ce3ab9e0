import { onTwelve } from './clock.js';
import { datesFrom } from './dates.js';

/**
 * Dates and times in UK English, in the style of GOV.UK (A to Z of style: dates, times): "Monday 22 March 2021", "5pm",
 * "5:30pm", "midday", and "to" in ranges.
 */
export const englishDates = datesFrom({
  months: [
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
  ],
  shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  weekdays: {
    monday: 'Monday',
    tuesday: 'Tuesday',
    wednesday: 'Wednesday',
    thursday: 'Thursday',
    friday: 'Friday',
    saturday: 'Saturday',
    sunday: 'Sunday',
  },
  time: timeInWords,
  at: (day, time) => `${day} at ${time}`,
  from: (day, time) => `${day} from ${time}`,
  until: (day, time) => `${day} until ${time}`,
  hours: (day, from, to) => `${day}, ${from} to ${to}`,
  span: (first, last) => `${first} to ${last}`,
});

/** A time on the 24-hour clock as a reader says it: "17:00" is "5pm", "12:00" "midday", and "00:00" "midnight". */
export function timeInWords(time: string): string {
  if (time === '12:00') return 'midday';
  if (time === '00:00') return 'midnight';
  return `${onTwelve(time)}${time < '12:00' ? 'am' : 'pm'}`;
}
