import { addDays } from '../../../model/days.js';
import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

/** As long as it takes to find the dates out and tell everybody. */
const ahead = 60;

export const termDataMissing = rule({
  id: 'sched/term-data-missing',
  over: 'publication',
  severity: 'warning',
  title: 'The school terms of the next weeks are known',
  why: 'An issue that keeps to school terms is planned from an earlier year where none are given. Easter moves by weeks, and the issue with it.',
  origins: [{ title: 'GOV.UK: School term and holiday dates', url: 'https://www.gov.uk/school-term-holiday-dates' }],
  bad: 'terms: []   # or only those of last year',
  good: 'terms:\n  - { name: Spring term 2027, from: 2027-01-04, until: 2027-03-25 }',
  *judge({ publication, slots }, { calendar, organisation, today }) {
    const { every, inHolidays } = publication.cadence;
    if (every !== 'term' && inHolidays === 'publish') return;
    const isUnknown = ({ date }: (typeof slots)[number]) => calendar.termOf(date)?.isEstimated !== false;
    const [next, ...later] = slots;
    // Of the next issue calendar/terms-unknown tells.
    if (!next || isUnknown(next)) return;
    const unknown = later.find((slot) => slot.date <= addDays(today, ahead) && isUnknown(slot));
    if (!unknown) return;
    yield {
      place: placeOf(organisation.source, 'terms'),
      words: `No school term is given for ${unknown.date}, when ${publication.title} comes out.`,
      fix: 'Add the terms of that school year here.',
    };
  },
});
