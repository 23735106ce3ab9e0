import type { PlacedItem } from '../model/issue.js';
import type { Deed, ItemEvent, ItemKind, Signatory, Update } from '../model/item.js';
import type { Dates, Language, Phrases } from '../model/language.js';
import type { DateText } from '../model/time.js';

/** What an item is, in a reader's words: an action is called after its deed. */
export function kindLabel(kind: ItemKind, deed: Deed | undefined, phrases: Phrases): string {
  return kind === 'action' && deed !== undefined ? phrases.deed[deed] : phrases.kind[kind];
}

/** "Update, 23 February", with the year if it is not the issue's. */
export function updateHeading(on: DateText, issueDate: DateText, { dates, phrases }: Language): string {
  return phrases.update(dayOf(on, issueDate, dates));
}

/** "23 February", with the year if it is not the issue's. */
function dayOf(date: DateText, issueDate: DateText, dates: Dates): string {
  return date.slice(0, 4) === issueDate.slice(0, 4) ? dates.shortDate(date) : dates.date(date);
}

/**
 * The updates that an item shows on the day of its issue, the newest first, each with its number in the file: all of them
 * at full length, the newest beside a summary, none in a brief.
 */
export function shownUpdates(
  { item, length }: PlacedItem,
  date: DateText,
): readonly (Update & { readonly at: number })[] {
  const most = { full: item.updates.length, summary: 1, brief: 0 }[length];
  return item.updates
    .map((update, at) => ({ ...update, at }))
    .filter(({ on }) => on <= date)
    .toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
    .slice(0, most);
}

/** The role of a signatory as it follows the name: "General Secretary, EWU". */
export function signatoryRole({ role, organisation }: Signatory): string | null {
  const parts = [role, organisation].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(', ') : null;
}

/** "Saturday 24 April, 10am to 4pm", and whose clock that is where it is not the organisation's: "(New York time)". */
export function eventTime(
  { starts, ends, zone }: ItemEvent,
  issueDate: DateText,
  ownZone: string,
  { dates, phrases }: Language,
): string {
  const when = dates.range(starts, ends, issueDate);
  return zone === undefined || zone === ownZone ? when : `${when} ${phrases.clockOf(cityOf(zone))}`;
}

function cityOf(zone: string): string {
  return zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
}
