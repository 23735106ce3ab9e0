import type { PlacedItem } from '../../../model/issue.js';
import type { Item } from '../../../model/item.js';
import { placeOf } from '../../../model/place.js';
import { rule } from '../../rule.js';

/** How many issues back readers remember. */
const issuesBack = 4;

export const duplicateItem = rule({
  id: 'content/duplicate-item',
  over: 'issue',
  severity: 'warning',
  title: 'Nothing is told twice',
  why: 'Readers who meet the same petition twice think that it is new, or stop reading. It happens when two people write about the same thing.',
  origins: [{ title: 'This Week in Rust: the editors’ check for links that ran before' }],
  bad: 'title: Sign for Yemen   # and in another item: “Sign for Yemen!”, with the same link',
  good: 'One item, with what both said.',
  *judge({ issue, publication, earlier }) {
    const placed = issue.sections.flatMap(({ items }) => items);
    for (const [index, one] of placed.entries()) {
      const twin = placed.slice(0, index).find((other) => areAlike(one, other));
      if (!twin) continue;
      const isPage = sharedPage(one.item, twin.item);
      yield {
        place: placeOf(one.item.source, isPage ? pagePath(one.item) : 'title'),
        words: `“${one.title}” and “${twin.title}” are both in this issue, ${isPage ? 'with the same link' : 'under the same title'}.`,
        fix: 'Make one item of them, or leave one out.',
      };
    }
    const ids = new Set(placed.map(({ item }) => item.id));
    const past = earlier.filter((one) => one.publication.id === publication.id).slice(0, issuesBack);
    for (const { item, title } of placed) {
      for (const { date, items } of past) {
        const twin = items.find((other) => !ids.has(other.id) && sharedPage(item, other));
        if (!twin || past.some((one) => one.items.some(({ id }) => id === item.id))) continue;
        yield {
          place: placeOf(item.source, pagePath(item)),
          words: `The page that “${title}” is about was in the issue of ${date} already, as “${twin.title}”.`,
          fix: 'Leave it out, or say what is new.',
        };
        break;
      }
    }
  },
});

function areAlike(one: PlacedItem, other: PlacedItem): boolean {
  return sharedPage(one.item, other.item) || titleWords(one.title) === titleWords(other.title);
}

function sharedPage(one: Item, other: Item): boolean {
  const page = mainPage(one);
  return page !== undefined && page === mainPage(other);
}

/** The page that an item is about: that of its first action. A front page is about nothing in particular. */
function mainPage({ actions, statement }: Item): string | undefined {
  const url = actions[0]?.url ?? statement?.url;
  const parts = url === undefined ? null : /^https?:\/\/(?:www\.)?([^/?#]+)(\/[^?#]*)?(\?[^#]*)?/i.exec(url);
  if (!parts) return undefined;
  const [, host = '', path = '/', query = ''] = parts;
  const asked = query
    .slice(1)
    .split('&')
    .filter((one) => one !== '' && !/^(?:utm_\w+|fbclid|gclid|mc_\w+)=/i.test(one));
  const page = path.replace(/\/+$/, '');
  return page === '' && asked.length === 0 ? undefined : [host.toLowerCase(), page, ...asked].join('|');
}

function pagePath({ actions }: Item): string {
  return actions.length > 0 ? 'actions.0.url' : 'statement.url';
}

function titleWords(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
