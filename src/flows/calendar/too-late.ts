import { comingIssues } from '../../calendar/next-issue.js';
import type { Content } from '../../content/references.js';
import { addDays } from '../../model/days.js';
import type { Finding } from '../../model/finding.js';
import type { Item } from '../../model/item.js';
import { placeOf } from '../../model/place.js';
import { bySendingTime } from '../../model/planned-issue.js';
import { endOf, type WallTime } from '../../model/time.js';

/** How far ahead the next issue is looked for. */
const furthest = 366;

/**
 * Items that close before the next issue of any of their newsletters, and were in none: readers never hear of them.
 *
 * @param now on the clocks of the organisation
 */
export function tooLateForAll(
  { items, publications, organisation, choices }: Content,
  now: WallTime,
): readonly Finding[] {
  const next = new Map(
    publications.flatMap(({ id, cadence }) => {
      const [slot] = comingIssues(cadence, organisation, now, addDays(now.slice(0, 10), furthest));
      return slot ? [[id, slot] as const] : [];
    }),
  );
  const ran = new Set(choices.flatMap((one) => one.items ?? []));
  return items.flatMap((item): readonly Finding[] => {
    const { deadline } = item;
    if (deadline === undefined || item.draft || ran.has(item.id) || endOf(deadline) <= now) return [];
    const slots = item.publications.flatMap((id) => next.get(id) ?? []);
    if (slots.length === 0 || slots.some(({ sendsAt }) => sendsAt <= endOf(deadline))) return [];
    const first = slots.toSorted(bySendingTime)[0];
    return first ? [tooLate(item, deadline, first.date)] : [];
  });
}

function tooLate(item: Item, deadline: WallTime, date: string): Finding {
  return {
    rule: 'calendar/closes-before-issue',
    severity: 'warning',
    place: placeOf(item.source, 'deadline'),
    words: `“${item.title}” closes ${deadline.replace('T', ' at ')}, and the next issue that could have it comes out on ${date}.`,
    fix: 'Add a newsletter that comes out before then, or send it to readers in another way.',
  };
}
