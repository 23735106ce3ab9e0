import { daysBetween } from '../../../model/days.js';
import { closingsIn } from '../../closings-in-text.js';
import { possibleDays } from '../../dates-in-text.js';
import { placeIn } from '../../passage.js';
import { printedPassages } from '../../printed-passages.js';
import { rule } from '../../rule.js';

/** What is longer ago is another year’s, or history. */
const recent = 90;

export const deadlineBeforeSend = rule({
  id: 'content/deadline-before-send',
  over: 'issue',
  severity: 'error',
  title: 'No text asks for what is over when it is read',
  why: 'mailout takes away what has a deadline that has passed. If the date stands in the text only, readers are asked to sign or book when it is too late.',
  origins: [{ title: 'Mailout, docs/files.md: deadlines' }],
  bad: 'Please sign by 12 March.   # in the issue of 22 March',
  good: 'Please sign by 26 March.',
  *judge({ issue, publication, items }) {
    for (const { item, lang } of issue.sections.flatMap((section) => section.items)) {
      const subject = items.get(item.id);
      if (!subject || item.outcome || !lang.startsWith('en') || item.priority === 'urgent') continue;
      // Where there is a deadline, content/deadline-mismatch holds the text against it.
      if (item.deadline !== undefined || item.actions.some(({ deadline }) => deadline !== undefined)) continue;
      for (const passage of printedPassages(subject, publication.id)) {
        for (const { date, from, to } of closingsIn(passage)) {
          const [day] = date ? possibleDays(date, [issue.date]) : [];
          if (day === undefined || day >= issue.date || daysBetween(day, issue.date) > recent) continue;
          yield {
            place: placeIn(passage, from),
            words: `“${passage.text.slice(from, to).replace(/\s+/g, ' ')}” is over when this issue goes out.`,
            fix: 'Correct the date, or leave the item out. With a “deadline” mailout does that by itself.',
          };
        }
      }
    }
  },
});
