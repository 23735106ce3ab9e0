import { daysBetween } from '../model/days.js';
import type { Action, Item } from '../model/item.js';
import type { Section, Takes } from '../model/publication.js';
import type { DateText, WallTime } from '../model/time.js';

/** An item as it stands on the day of an issue. */
export type Standing = {
  readonly item: Item;
  /** Those that are still open. */
  readonly actions: readonly Action[];
  readonly deadline: WallTime | undefined;
  /** Whether it is there to tell what came of it. */
  readonly isOutcome: boolean;
};

/**
 * The section that takes an item: the first whose every condition holds. What tells what came of it goes to a section
 * for that, wherever it stands, or it would be found among what can still be done.
 */
export function sectionFor(standing: Standing, sections: readonly Section[], date: DateText): Section | undefined {
  const taking = sections.filter((section) => takes(section, standing, date));
  return (standing.isOutcome ? taking.find((section) => section.takes.outcome) : undefined) ?? taking[0];
}

function takes(section: Section, { item, actions, deadline, isOutcome }: Standing, date: DateText): boolean {
  const { kinds, campaigns, priorities, deeds, closingWithin, outcome }: Takes = section.takes;
  return (
    (!kinds || kinds.includes(item.kind)) &&
    (!campaigns || (item.campaign !== undefined && campaigns.includes(item.campaign))) &&
    (!priorities || priorities.includes(item.priority)) &&
    (!deeds || actions.some((action) => deeds.includes(action.do))) &&
    (outcome === undefined || outcome === isOutcome) &&
    (closingWithin === undefined ||
      (deadline !== undefined && daysBetween(date, deadline.slice(0, 10)) <= closingWithin))
  );
}
