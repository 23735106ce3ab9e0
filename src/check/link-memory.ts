import type { Item } from '../model/item.js';
import type { DateText } from '../model/time.js';
import { monthNames } from './dates-in-text.js';
import type { EarlierIssue } from './subjects.js';
import { pageOf } from './web-page.js';

/** The issues in which each page ran, the newest first, and the item under which it did. */
export type LinkMemory = ReadonlyMap<string, readonly { readonly issue: EarlierIssue; readonly item: Item }[]>;

/** Where pages ran: all that the items of earlier issues lead to. */
export function linkMemory(earlier: readonly EarlierIssue[]): LinkMemory {
  const memory = new Map<string, { readonly issue: EarlierIssue; readonly item: Item }[]>();
  for (const issue of earlier) {
    for (const item of issue.items) {
      for (const page of pagesOf(item)) {
        const runs = memory.get(page);
        if (runs) runs.push({ issue, item });
        else memory.set(page, [{ issue, item }]);
      }
    }
  }
  return memory;
}

const known = new WeakMap<Item, ReadonlySet<string>>();

/** The pages that an item leads to, in any of its versions. Front pages and partners' sites are in many. */
function pagesOf(item: Item): ReadonlySet<string> {
  const before = known.get(item);
  if (before) return before;
  const versions = Object.values(item.versions);
  const addresses = [
    ...[item, ...versions].flatMap(({ actions = [] }) => actions.map(({ url }) => url)),
    ...[item.statement?.url, item.event?.online].filter((url) => url !== undefined),
    ...[item, ...versions].flatMap(({ body }) => body?.text.match(/https?:\/\/[^\s<>()"]+/gi) ?? []),
  ];
  const pages = new Set(addresses.flatMap((address) => pageOf(address) ?? []));
  known.set(item, pages);
  return pages;
}

/** How many issues are named; who wants to know of more than that looks for them. */
const mostNamed = 3;

/** "Mail-Out of 8 March and e-Bulletin of 10 March", the year where it is another one. */
export function issuesInWords(issues: readonly EarlierIssue[], date: DateText): string {
  const named = issues
    .slice(0, mostNamed)
    .map((one) => `${one.publication.title} of ${dayInWords(one.date, date)}`)
    .reverse();
  if (issues.length > mostNamed) named.unshift(`${issues.length - mostNamed} others`);
  const last = named.pop() ?? '';
  return named.length === 0 ? last : `${named.join(', ')} and ${last}`;
}

function dayInWords(day: DateText, beside: DateText): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${monthNames[Number(month) - 1] ?? ''}${beside.startsWith(year) ? '' : ` ${year}`}`;
}
