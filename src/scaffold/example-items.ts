import { addDays } from '../model/days.js';
import type { DateText } from '../model/time.js';
import { itemFile } from './item-file.js';

/**
 * Two items for the first issue of a new workspace, plainly examples: one asks readers to act, one invites them.
 *
 * @param publications ids of all newsletters
 * @param lastFirst the last of the days on which their first issues go out, so that both items are open in all of them
 */
export function exampleItems(publications: readonly string[], lastFirst: DateText, web = 'https://www.example.org') {
  const action = {
    title: 'Example: ask your MP to speak up for school meals',
    kind: 'action',
    campaign: 'solidarity',
    publications,
    deadline: `${addDays(lastFirst, 12)}T17:00`,
    priority: 'urgent',
    summary: 'A vote on school meals abroad is near. Three minutes of your time are enough for a message to your MP.',
    actions: [{ do: 'email-mp', label: 'Write to your MP', url: `${web}/school-meals` }],
    body: `This is an example of an action, so that your first issue has something in it. Write your own and delete this file.

A good action says **what is wrong**, what you want done and by whom, and why now:

- one thing to do, with one link;
- a deadline, after which the item drops out of the newsletter by itself;
- a sentence for meetings: what could a branch do?`,
  } as const;
  const event = {
    title: 'Example: solidarity evening, online',
    kind: 'event',
    campaign: 'solidarity',
    publications,
    summary: 'An hour with teachers from three countries, and what we can do for one another. Everybody is welcome.',
    actions: [{ do: 'attend', label: 'Book your place', url: `${web}/solidarity-evening` }],
    event: {
      starts: `${addDays(lastFirst, 16)}T18:00`,
      ends: `${addDays(lastFirst, 16)}T19:00`,
      online: `${web}/solidarity-evening`,
    },
    body: `This is an example of an event. Readers get a file for their calendars with it, and when it is over, it drops out.

Say who it is for, what people take away, and what they have to do beforehand.`,
  } as const;
  return [
    { path: 'issues/items/example-action.md', text: itemFile('issues/items/example-action.md', action) },
    { path: 'issues/items/example-event.md', text: itemFile('issues/items/example-event.md', event) },
  ];
}
