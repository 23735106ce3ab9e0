import { weekdayOf } from '../../../model/days.js';
import { datesIn, monthNames, nameOf, possibleDays } from '../../dates-in-text.js';
import { isApart, placeIn } from '../../passage.js';
import { isEnglish } from '../../printed-passages.js';
import { rule } from '../../rule.js';

export const weekday = rule({
  id: 'content/weekday',
  over: 'writing',
  severity: 'error',
  title: 'The weekday belongs to the date',
  why: 'Some readers go by the weekday and some by the date, so some of them come on the wrong day, and those who notice do not know which is right.',
  origins: [{ title: 'ISO 8601-1:2019, calendar dates' }],
  bad: 'We meet on Monday 24 November 2026.',
  good: 'We meet on Tuesday 24 November 2026.',
  *judge(writing) {
    if (!isEnglish(writing)) return;
    for (const passage of writing.passages) {
      for (const date of datesIn(passage.text)) {
        const { weekday: written, weekdayAt } = date;
        if (!written || !weekdayAt || isApart(passage, date)) continue;
        const days = possibleDays(date, writing.days);
        const [day] = days;
        if (day === undefined || days.some((one) => weekdayOf(one) === written)) continue;
        const isAmbiguous = date.form === 'numbers' && date.day <= 12;
        if (isAmbiguous) continue;
        const right = nameOf(weekdayOf(day));
        const spoken = `${date.day} ${monthNames[date.month - 1] ?? ''} ${day.slice(0, 4)}`;
        yield {
          place: placeIn(passage, weekdayAt.from),
          words: `“${passage.text.slice(date.from, date.to).replace(/\s+/g, ' ')}”: ${spoken} is a ${right}.`,
          fix: `Write “${right}”, or correct the date.`,
        };
      }
    }
  },
});
