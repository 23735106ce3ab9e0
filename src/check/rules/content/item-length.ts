import { printsText } from '../../../model/issue.js';
import { placeOf } from '../../../model/place.js';
import type { Publication } from '../../../model/publication.js';
import { placeIn } from '../../passage.js';
import { printedPassages, wordCount } from '../../printed-passages.js';
import { rule } from '../../rule.js';

/** Words of one item in full that are too many in a mail that comes often, and in one that comes once a term. */
const mostOften = 400;
const mostSeldom = 1200;

export const itemLength = rule({
  id: 'content/item-length',
  over: 'issue',
  severity: 'warning',
  title: 'Items are as long as readers expect',
  why: 'In a weekly mail one very long item pushes all others off the screen. And a title with nothing below it tells readers nothing.',
  origins: [
    {
      title: 'GOV.UK Content design: writing for GOV.UK',
      url: 'https://www.gov.uk/guidance/content-design/writing-for-gov-uk',
    },
  ],
  bad: 'An item of 900 words, in full, in a weekly mail.',
  good: 'A summary of 50 words and a link to the whole text on the web.',
  *judge({ issue, publication, items }) {
    if (publication.channel === 'copy') return;
    const most = mostOf(publication);
    for (const placed of issue.sections.flatMap((section) => section.items)) {
      const subject = items.get(placed.item.id);
      if (!subject || !printsText(placed)) continue;
      const texts = printedPassages(subject, publication.id).filter(({ path }) => path.endsWith('body'));
      const words = texts.reduce((sum, { text }) => sum + wordCount(text), 0);
      const [first] = texts;
      if (words === 0 && placed.summary === undefined && !placed.item.statement?.excerpt) {
        yield {
          place: placeOf(placed.item.source, 'title'),
          words: `“${placed.title}” has a title and no text.`,
          fix: 'Write a summary or a text.',
        };
      } else if (first && words > most) {
        yield {
          place: placeIn(first, 0),
          words: `“${placed.title}” is printed in full in ${publication.title}, with ${words} words.`,
          fix: `Cut it to less than ${most}, or write a version for ${publication.title} under “versions”.`,
        };
      }
    }
  },
});

function mostOf({ cadence }: Publication): number {
  return cadence.every === 'term' || cadence.every === '2 months' ? mostSeldom : mostOften;
}
