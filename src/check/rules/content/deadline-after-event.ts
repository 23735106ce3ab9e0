import { placeOf } from '../../../model/place.js';
import { endOf } from '../../../model/time.js';
import { rule } from '../../rule.js';

export const deadlineAfterEvent = rule({
  id: 'content/deadline-after-event',
  over: 'item',
  severity: 'warning',
  title: 'Booking closes before an event is over',
  why: 'One of the two times is wrong. Readers either come on the wrong day, or book for what is over.',
  origins: [{ title: 'Mailout, docs/files.md: events' }],
  bad: 'deadline: 2027-04-30\nevent: { starts: 2027-03-31T18:00, … }',
  good: 'deadline: 2027-03-30\nevent: { starts: 2027-03-31T18:00, … }',
  *judge({ item: { kind, title, event, deadline, source } }) {
    if (kind !== 'event' || !event || deadline === undefined) return;
    const over = endOf(event.ends ?? event.starts);
    if (endOf(deadline) <= over || deadline.slice(0, 10) === over.slice(0, 10)) return;
    yield {
      place: placeOf(source, 'deadline'),
      words: `“${title}” can be booked until ${deadline.slice(0, 10)}, and is over on ${over.slice(0, 10)}.`,
      fix: 'Correct the deadline or the time of the event.',
    };
  },
});
