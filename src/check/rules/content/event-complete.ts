import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

export const eventComplete = rule({
  id: 'content/event-complete',
  over: 'item',
  severity: 'error',
  title: 'An event has a time, a place and a way to take part',
  why: 'Readers put an event into their diaries once. If the hour or the place is missing they do not come back to look for it.',
  origins: [
    { title: 'iCalendar, RFC 5545, section 3.6.1', url: 'https://www.rfc-editor.org/rfc/rfc5545#section-3.6.1' },
  ],
  bad: 'event: { starts: 2027-03-31 }',
  good: 'event: { starts: 2027-03-31T18:00, online: https://www.example.org/events/cuba-evening }',
  *judge({ item, writing }) {
    const { kind, event, title, source, actions, statement, partner } = item;
    if (kind !== 'event' || !event) return;
    const lastsDays = event.ends !== undefined && event.ends.slice(0, 10) !== event.starts.slice(0, 10);
    if (event.starts.length === 10 && !lastsDays) {
      yield {
        place: placeOf(source, 'event.starts'),
        words: `“${title}” has a day, but no time.`,
        fix: `Add the time: “starts: ${event.starts}T18:00”.`,
      };
    }
    if (event.place === undefined && event.online === undefined) {
      yield {
        place: placeOf(source, 'event'),
        words: `“${title}” is neither at a place nor online.`,
        fix: 'Add “place: …”, or “online: https://…” with the link to join.',
      };
      return;
    }
    const hasLink = actions.length > 0 || event.online || statement?.url || partner?.url || writing.links.length > 0;
    if (hasLink) return;
    yield {
      place: placeOf(source, 'event'),
      severity: 'warning',
      words: `“${title}” has no link at which readers can book or learn more.`,
      fix: 'Add an action: “{ do: attend, label: Book a place, url: https://… }”.',
    };
  },
});
