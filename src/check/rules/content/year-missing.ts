import { daysBetween } from '../../../model/days.js';
import { datesIn } from '../../dates-in-text.js';
import { isApart, placeIn } from '../../passage.js';
import { printedPassages } from '../../printed-passages.js';
import { rule } from '../../rule.js';

/** Half a year: further away, the nearest such day is another year’s. */
const far = 183;

export const yearMissing = rule({
  id: 'content/year-missing',
  over: 'issue',
  severity: 'info',
  title: 'A date that is far away has its year',
  why: 'Readers take a date without a year for the nearest one. “20 November” in a mail of March may have been last year.',
  origins: [
    { title: 'GOV.UK style guide: dates', url: 'https://www.gov.uk/guidance/style-guide/a-to-z-of-gov-uk-style#dates' },
  ],
  bad: 'The congress opens on 20 November.   # in an issue of March',
  good: 'The congress opens on 20 November 2027.',
  *judge({ issue, publication, items }) {
    for (const { item, lang } of issue.sections.flatMap((section) => section.items)) {
      const subject = items.get(item.id);
      const days = [item.deadline, item.event?.starts, item.event?.ends].flatMap((time) => time?.slice(0, 10) ?? []);
      const distant = days.filter((day) => Math.abs(daysBetween(issue.date, day)) > far);
      if (!subject || distant.length === 0 || !lang.startsWith('en')) continue;
      for (const passage of printedPassages(subject, publication.id)) {
        for (const date of datesIn(passage.text)) {
          const { day, month, year } = date;
          const ending = `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
          const meant = distant.find((one) => one.endsWith(ending));
          if (year !== undefined || !meant || isApart(passage, date)) continue;
          const written = passage.text.slice(date.from, date.to).replace(/\s+/g, ' ');
          yield {
            place: placeIn(passage, date.from),
            words: `“${written}” is more than half a year from this issue, and has no year.`,
            fix: `Write “${written} ${meant.slice(0, 4)}”.`,
          };
        }
      }
    }
  },
});
