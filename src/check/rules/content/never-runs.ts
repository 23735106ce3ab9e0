import { placeOf } from '../../../model/place.js';
import { endOf, startOf } from '../../../model/time.js';
import { rule } from '../../rule.js';

export const neverRuns = rule({
  id: 'content/never-runs',
  over: 'item',
  severity: 'warning',
  title: 'An item begins to run before it closes',
  why: 'What closes before it may run is in no issue, and nobody hears of it. Mostly one of the two dates has the wrong month or year.',
  origins: [{ title: 'Mailout, docs/files.md: when an item runs' }],
  bad: 'runs: { from: 2027-04-01 }\ndeadline: 2027-03-26',
  good: 'runs: { from: 2027-03-01 }\ndeadline: 2027-03-26',
  *judge({ item: { title, runs, deadline, event, outcome, source } }) {
    if (runs.from === undefined || outcome) return;
    const from = startOf(runs.from);
    const over = event && endOf(event.ends ?? event.starts);
    const late =
      deadline !== undefined && endOf(deadline) < from ? 'closes' : over && over < from ? 'is over' : undefined;
    if (!late) return;
    yield {
      place: placeOf(source, 'runs.from'),
      words: `“${title}” ${late} before ${runs.from}, so it can be in no issue.`,
      fix: 'Correct one of the dates.',
    };
  },
});
