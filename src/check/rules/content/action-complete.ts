import { closingOf, type Deed, type Item } from '../../../model/item.js';
import { placeOf } from '../../../model/place.js';
import { closingsIn } from '../../closings-in-text.js';
import { isEnglish } from '../../printed-passages.js';
import { rule } from '../../rule.js';

/** What a reader does by a day or not at all. */
const bound: readonly Deed[] = ['sign', 'email-mp', 'write', 'donate', 'attend', 'apply'];

export const actionComplete = rule({
  id: 'content/action-complete',
  over: 'item',
  severity: 'error',
  title: 'What is urgent says what to do and by when',
  why: 'An urgent item stands at the top and asks readers to drop what they are doing. Without something to do it wastes that, and without a deadline it stays there after it has closed, since mailout can only take away what it knows to be over.',
  origins: [
    {
      title: 'GOV.UK Content design: planning, writing and managing content, user needs',
      url: 'https://www.gov.uk/guidance/content-design/user-needs',
    },
  ],
  bad: 'priority: urgent\nrunning text: The petition closes on Friday.',
  good: 'priority: urgent\ndeadline: 2027-03-26T17:00\nrunning text: The petition closes on Friday.',
  *judge({ item, writing }) {
    if (item.priority !== 'urgent' || item.outcome) return;
    const place = placeOf(item.source, 'priority');
    const all = [item, ...Object.values(item.versions)].flatMap(({ actions }) => actions ?? []);
    if (all.length === 0) {
      yield {
        place,
        words: `“${item.title}” is urgent, and gives readers nothing to do.`,
        fix: 'Add an action with its link, or leave “priority: urgent” out.',
      };
      return;
    }
    if (hasEnd(item, all) || !all.some((action) => bound.includes(action.do))) return;
    const closing = isEnglish(writing)
      ? writing.passages.flatMap((passage) =>
          closingsIn(passage).map(({ from, to }) => ({ words: passage.text.slice(from, to).replace(/\s+/g, ' ') })),
        )[0]
      : undefined;
    if (!closing && item.runs.until !== undefined) return;
    yield {
      place,
      words: closing
        ? `“${item.title}” is urgent and says “${closing.words}”, but it has no deadline.`
        : `“${item.title}” is urgent, and nothing says until when.`,
      fix: 'Add the deadline, with the time if there is one: “deadline: 2027-03-26T17:00”.',
    };
  },
});

function hasEnd(item: Item, actions: Item['actions']): boolean {
  return item.event !== undefined || item.deadline !== undefined || actions.some((one) => closingOf(one, item));
}
