import { daysBetween } from '../model/days.js';
import type { Action, Item } from '../model/item.js';
import type { Section, Takes } from '../model/publication.js';
import type { DateText, WallTime } from '../model/time.js';

/** Whether a section takes an item: every condition that it states must hold. */
export function takes(
  section: Section,
  item: Item,
  actions: readonly Action[],
  deadline: WallTime | undefined,
  date: DateText,
): boolean {
  const { kinds, campaigns, priorities, deeds, closingWithin }: Takes = section.takes;
  return (
    (!kinds || kinds.includes(item.kind)) &&
    (!campaigns || (item.campaign !== undefined && campaigns.includes(item.campaign))) &&
    (!priorities || priorities.includes(item.priority)) &&
    (!deeds || actions.some((action) => deeds.includes(action.do))) &&
    (closingWithin === undefined ||
      (deadline !== undefined && daysBetween(date, deadline.slice(0, 10)) <= closingWithin))
  );
}
