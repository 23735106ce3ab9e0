import { placeOf } from '../../../model/place.js';
import { nameOf } from '../../dates-in-text.js';
import { rule } from '../../rule.js';

export const weekend = rule({
  id: 'sched/weekend',
  over: 'publication',
  severity: 'warning',
  title: 'Issues go out on working days',
  why: 'At the weekend nobody is there to answer replies or to stop a mail that has gone wrong, and members have a right to their free time.',
  origins: [{ title: 'ACAS: Working time and rest', url: 'https://www.acas.org.uk/working-time-rules' }],
  bad: 'cadence: { every: week, on: sunday, … }',
  good: 'cadence: { every: week, on: monday, … }',
  *judge({ publication }) {
    const { on } = publication.cadence;
    if (on !== 'saturday' && on !== 'sunday') return;
    yield {
      place: placeOf(publication.source, 'cadence.on'),
      words: `${publication.title} goes out on a ${nameOf(on)}.`,
      fix: 'Choose a day from Monday to Friday.',
    };
  },
});
