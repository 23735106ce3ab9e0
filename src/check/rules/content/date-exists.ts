import { datesIn, isDayOfMonth, monthNames } from '../../dates-in-text.js';
import { isApart, placeIn } from '../../passage.js';
import { isEnglish } from '../../printed-passages.js';
import { rule } from '../../rule.js';

export const dateExists = rule({
  id: 'content/date-exists',
  over: 'writing',
  severity: 'error',
  title: 'Every date is in the calendar',
  why: 'Who reads “31 April” does not know whether the 30th is meant or 1 May, and is a day late in one case of two.',
  origins: [{ title: 'ISO 8601-1:2019, calendar dates' }],
  bad: 'Please book by 31 April.',
  good: 'Please book by 30 April.',
  *judge(writing) {
    if (!isEnglish(writing)) return;
    for (const passage of writing.passages) {
      for (const date of datesIn(passage.text)) {
        if (isDayOfMonth(date) || isApart(passage, date)) continue;
        const { day, month, year } = date;
        yield {
          place: placeIn(passage, date.from),
          words: `There is no ${[day, monthNames[month - 1], year].filter((part) => part !== undefined).join(' ')}.`,
          fix: 'Look the date up and correct it.',
        };
      }
    }
  },
});
