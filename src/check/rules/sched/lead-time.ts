import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

export const leadTime = rule({
  id: 'sched/lead-time',
  over: 'publication',
  severity: 'info',
  title: 'Copy for an issue is due after the issue before it',
  why: 'Who has to hand in copy for the next issue before this one is out cannot know what is in this one, and things are told twice.',
  origins: [{ title: 'Mailout, docs/calendar.md: the copy deadline' }],
  bad: 'cadence: { every: week, … }\ncopy-deadline: 8',
  good: 'cadence: { every: week, … }\ncopy-deadline: 2',
  *judge({ publication, slots: [first, second] }, { calendar }) {
    const { copyDeadline } = publication;
    if (copyDeadline === undefined || !first || !second) return;
    const due = calendar.workingDaysBefore(second.date, copyDeadline);
    if (due > first.date) return;
    yield {
      place: placeOf(publication.source, 'copy-deadline'),
      words: `Copy for the issue of ${second.date} is due on ${due}, before the issue of ${first.date} is out.`,
      fix: `Write a smaller “copy-deadline” than ${copyDeadline}: it counts working days.`,
    };
  },
});
