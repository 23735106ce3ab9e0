import { onTwentyFour } from './clock.js';
import { datesFrom } from './dates.js';

/** Dates and times in Chinese: all their characters are the same in simplified and in traditional writing. */
export const chineseDates = datesFrom({
  months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  weekdays: {
    monday: '星期一',
    tuesday: '星期二',
    wednesday: '星期三',
    thursday: '星期四',
    friday: '星期五',
    saturday: '星期六',
    sunday: '星期日',
  },
  isYearFirst: true,
  day: ({ weekday, day, month, year }) =>
    `${year === null ? '' : `${year}年`}${month}${day}${weekday === null ? '' : `（${weekday}）`}`,
  dayOfMonth: (day) => `${day}日`,
  month: (month, year) => `${year}年${month}`,
  time: onTwentyFour,
  at: (day, time) => `${day}${time}`,
  from: (day, time) => `${day}${time}起`,
  until: (day, time) => `${day}${time}止`,
  hours: (day, from, to) => `${day}${from}至${to}`,
  span: (first, last) => `${first}至${last}`,
});
