import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

export const bankHoliday = rule({
  id: 'sched/bank-holiday',
  over: 'publication',
  severity: 'warning',
  title: 'No issue goes out on a bank holiday unseen',
  why: 'On a bank holiday few people read work mail, nobody is there to answer, and a mistake is put right a day later.',
  origins: [{ title: 'GOV.UK: UK bank holidays', url: 'https://www.gov.uk/bank-holidays' }],
  bad: 'cadence: { every: week, on: monday, on-bank-holiday: same-day, … }',
  good: 'cadence: { every: week, on: monday, on-bank-holiday: next-working-day, … }',
  *judge({ publication, slots }, { calendar }) {
    const first = slots.find(({ date }) => calendar.bankHoliday(date) !== undefined);
    if (!first) return;
    yield {
      place: placeOf(publication.source, 'cadence.on-bank-holiday'),
      // The next issue is what is about to happen; later ones there is time for.
      severity: first === slots[0] ? 'error' : 'warning',
      words: `${publication.title} goes out on ${first.date}, which is ${calendar.bankHoliday(first.date)}.`,
      fix: 'Write “on-bank-holiday: next-working-day” or “previous”.',
    };
  },
});
