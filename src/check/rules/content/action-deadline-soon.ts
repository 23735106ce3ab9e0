import { addDays, daysBetween } from '../../../model/days.js';
import type { PlacedItem } from '../../../model/issue.js';
import { placeOf } from '../../../model/place.js';
import { endOf, type WallTime } from '../../../model/time.js';
import { timeInHouseStyle } from '../../dates-in-text.js';
import { rule } from '../../rule.js';

export const actionDeadlineSoon = rule({
  id: 'content/action-deadline-soon',
  over: 'issue',
  severity: 'warning',
  title: 'Readers have a day for what they are asked to do',
  why: 'Many people open a newsletter in the evening or the day after. What closes within hours of sending is over when they read it.',
  origins: [{ title: 'Mailout, docs/files.md: deadlines' }],
  bad: 'deadline: 2027-03-22T12:00   # the issue goes out on 22 March at 7am',
  good: 'deadline: 2027-03-26T12:00',
  *judge({ issue }) {
    const dayAfter = `${addDays(issue.date, 1)}T${issue.sendsAt.slice(11)}`;
    for (const placed of issue.sections.flatMap(({ items }) => items)) {
      const soon = soonest(placed, issue.sendsAt, dayAfter);
      if (!soon) continue;
      yield {
        place: placeOf(placed.item.source, soon.path),
        words: `“${placed.title}” closes ${when(soon.at, issue.sendsAt)} this issue goes out.`,
        fix: 'Send it in an earlier mail, ask for more time, or leave it out.',
      };
    }
  },
});

function soonest(
  { item, deadline, actions }: PlacedItem,
  sendsAt: WallTime,
  dayAfter: WallTime,
): { readonly at: WallTime; readonly path: string } | undefined {
  const isSoon = (at: WallTime | undefined): at is WallTime =>
    at !== undefined && endOf(at) >= sendsAt && endOf(at) < dayAfter;
  if (isSoon(item.deadline)) return { at: item.deadline, path: 'deadline' };
  const own = actions.find((action) => isSoon(action.deadline))?.deadline;
  if (own !== undefined)
    return { at: own, path: `actions.${item.actions.findIndex((one) => one.deadline === own)}.deadline` };
  return isSoon(deadline) ? { at: deadline, path: 'deadline' } : undefined;
}

function when(at: WallTime, sendsAt: WallTime): string {
  const isSameDay = daysBetween(sendsAt.slice(0, 10), at.slice(0, 10)) === 0;
  const time =
    at.length === 10 ? '' : `at ${timeInHouseStyle({ hour: Number(at.slice(11, 13)), minute: Number(at.slice(14)) })} `;
  return `${time}${isSameDay ? 'on the very day that' : 'on the day after'}`;
}
