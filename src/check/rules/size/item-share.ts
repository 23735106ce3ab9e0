import type { Element } from 'domhandler';
import { findAll } from 'domutils';
import { placeOf } from '../../../model/place.js';
import { lineage } from '../../edition/words.js';
import { type Markup, named, wordsOf } from '../../markup.js';
import { rule } from '../../rule.js';

/** Of all bytes, and how many items an edition has to have for that to be much. */
const most = 0.25;
const leastItems = 5;

export const itemShare = rule({
  id: 'size/item-share',
  over: 'edition',
  severity: 'info',
  title: 'No item takes up a quarter of an edition',
  why: 'Gmail cuts an email off at about 100 KB. If one item is much longer than all others, it is the one to shorten first, and many readers do not get to what comes after it.',
  origins: [{ title: 'Gmail, clipping of messages at 102 KB' }],
  bad: 'A report of 1,500 words among ten short items',
  good: 'Its summary, and a link to the report',
  *judge({ edition: { items, html }, markup, issue }) {
    if (items.length < leastItems) return;
    const placed = issue.sections.flatMap((section) => section.items).filter(({ item }) => items.includes(item.id));
    const headings = new Map(headingsByWords(markup));
    const all = new Set(placed.flatMap(({ title }) => headings.get(bare(title)) ?? []));
    for (const { title, source } of placed) {
      const heading = headings.get(bare(title));
      const whole = heading && partOf(heading, all);
      if (!whole || whole.startIndex === null || whole.endIndex === null) continue;
      const share = (whole.endIndex - whole.startIndex + 1) / html.length;
      if (share <= most) continue;
      yield {
        place: placeOf(source, 'title'),
        words: `“${title}” takes up ${Math.round(share * 100)} per cent of the edition.`,
        fix: 'Give its section “length: summary”, or shorten the item and link to the rest.',
      };
    }
  },
});

function headingsByWords(markup: Markup): [string, Element][] {
  return named(markup, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6').map((heading) => [bare(wordsOf(heading)), heading]);
}

function bare(words: string): string {
  return words.replace(/\s+/g, ' ').trim();
}

/** The largest part of the page around the heading of an item in which no other item has its own. */
function partOf(heading: Element, all: ReadonlySet<Element>): Element | undefined {
  if (all.size < leastItems) return undefined;
  return [...lineage(heading)].findLast(
    (element) => findAll((inner) => inner !== heading && all.has(inner), [element]).length === 0,
  );
}
