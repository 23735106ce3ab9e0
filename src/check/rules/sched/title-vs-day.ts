import { weekdayOf } from '../../../model/days.js';
import { nameOf } from '../../dates-in-text.js';
import { matchesIn, placeIn } from '../../passage.js';
import { isEnglish } from '../../printed-passages.js';
import { rule } from '../../rule.js';

export const titleVsDay = rule({
  id: 'sched/title-vs-day',
  over: 'issue',
  severity: 'warning',
  title: 'The words of an issue know the day on which it goes out',
  why: 'After a bank holiday the Monday mail goes out on a Tuesday. “This Monday” then means another day than readers think.',
  origins: [{ title: 'Mailout, docs/calendar.md: bank holidays' }],
  bad: 'Good Monday morning!   # in an issue that goes out on Tuesday, after Easter Monday',
  good: 'Good morning!',
  *judge({ issue, publication, choices }) {
    const { every, on } = publication.cadence;
    const day = weekdayOf(issue.date);
    if ((every !== 'week' && every !== '2 weeks') || day === on || !choices || !isEnglish(choices)) return;
    const usual = nameOf(on);
    const pattern = new RegExp(
      `\\b(?:this ${usual}|${usual} (?:morning|lunchtime|afternoon|evening)|(?:good|happy) ${usual}|today,? ${usual})\\b`,
      'gi',
    );
    for (const passage of choices.passages) {
      const title = passage.text.indexOf(publication.title);
      for (const { 0: written, from, to } of matchesIn(passage, pattern)) {
        if (title !== -1 && from >= title && to <= title + publication.title.length) continue;
        yield {
          place: placeIn(passage, from),
          words: `“${written}” is in an issue that goes out on a ${nameOf(day)}, ${issue.date}.`,
          fix: `Write “${nameOf(day)}”, or leave the weekday out.`,
        };
      }
    }
  },
});
