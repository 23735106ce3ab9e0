import { timeInHouseStyle, timesIn, type WrittenTime } from '../../dates-in-text.js';
import { isApart, placeIn } from '../../passage.js';
import { isEnglish } from '../../printed-passages.js';
import { rule } from '../../rule.js';
import { isQuoted } from '../../sentence-around.js';

export const timeStyle = rule({
  id: 'content/time-style',
  over: 'writing',
  severity: 'info',
  title: 'Times are written like 5:30pm',
  why: 'The times that mailout prints beside a text look like this. Another way in the text makes readers look twice.',
  origins: [
    { title: 'GOV.UK style guide: times', url: 'https://www.gov.uk/guidance/style-guide/a-to-z-of-gov-uk-style#times' },
  ],
  bad: 'Doors open at 18:00 and we start at 6.30 PM.',
  good: 'Doors open at 6pm and we start at 6:30pm.',
  *judge(writing) {
    if (!isEnglish(writing)) return;
    for (const passage of writing.passages) {
      if (passage.role === 'quote' || passage.role === 'excerpt' || !/\d/.test(passage.text)) continue;
      for (const time of timesIn(passage.text)) {
        const written = passage.text.slice(time.from, time.to);
        if (isRight(time, written) || isApart(passage, time) || isQuoted(passage.text, time.from)) continue;
        yield {
          place: placeIn(passage, time.from),
          words: `“${written}” is not how the house writes times.`,
          fix: `Write “${timeInHouseStyle(time)}”.`,
        };
      }
    }
  },
});

function isRight(time: WrittenTime, written: string): boolean {
  if (time.form === 'word') return true;
  // Of 12am and 12pm content/date-style says more.
  if (time.minute === 0 && time.hour % 12 === 0 && time.form === 'am-pm') return true;
  return /^\d{1,2}(?::[0-5]\d)?[ap]m\.?$/.test(written) && !/:00/.test(written);
}
