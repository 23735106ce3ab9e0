import { addDays } from '../../../model/days.js';
import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

/** What is further away may change with the terms. */
const ahead = 60;

export const termlySlot = rule({
  id: 'sched/termly-slot',
  over: 'publication',
  severity: 'warning',
  title: 'A termly issue keeps clear of the first and last week of term',
  why: 'In the first week of term everybody has a full inbox, and in the last week nobody can act on anything before the holidays.',
  origins: [{ title: 'Mailout, docs/calendar.md: one issue a term' }],
  bad: 'cadence: { every: term, term-week: 1, … }',
  good: 'cadence: { every: term, term-week: 6, … }',
  *judge({ publication, slots: [next] }, { calendar, today }) {
    if (publication.cadence.every !== 'term' || !next || next.date > addDays(today, ahead)) return;
    const term = calendar.termOf(next.date);
    if (!term || (term.week !== 1 && term.weeksLeft !== 0)) return;
    yield {
      place: placeOf(publication.source, 'cadence.term-week'),
      words: `${publication.title} goes out on ${next.date}, in the ${term.week === 1 ? 'first' : 'last'} week of ${term.name}.`,
      fix: `Choose ${term.week === 1 ? 'a later' : 'an earlier'} “term-week”.`,
    };
  },
});
