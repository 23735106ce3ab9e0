import type { Choices } from '../model/issue.js';
import type { DateText } from '../model/time.js';

/**
 * When each item last ran in a publication before a date, as far as the issues on disk say so: an issue.md that lists
 * its items is the record of what ran.
 */
export function ranBefore(choices: readonly Choices[], publication: string, date: DateText): Map<string, DateText> {
  const ran = new Map<string, DateText>();
  for (const issue of choices) {
    if (issue.publication !== publication || issue.date >= date) continue;
    for (const id of listedItems(issue)) {
      const last = ran.get(id);
      if (last === undefined || last < issue.date) ran.set(id, issue.date);
    }
  }
  return ran;
}

/** Every item that an editor put into an issue by name. */
export function listedItems(choices: Choices): string[] {
  const inSections = Object.values(choices.sections).flatMap(({ items = [] }) => items);
  return [...new Set([...(choices.items ?? []), ...inSections, ...choices.pinned])];
}
