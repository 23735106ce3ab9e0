import type { Action, Deed, Item, ItemEvent, ItemKind, Outcome, Signatory } from '../model/item.js';
import type { DateText, WallTime } from '../model/time.js';

/** Dates as a reader reads them. The year is there where she needs it on the day `relativeTo`, the issue's. */
export type Words = {
  /** "Monday 22 March 2021" */
  readonly weekdayDate: (date: DateText) => string;
  /** "22 March 2021" */
  readonly date: (date: DateText) => string;
  /** "22 March" */
  readonly shortDate: (date: DateText) => string;
  /** "Friday 26 March at 5pm" */
  readonly moment: (wall: WallTime, relativeTo: DateText) => string;
  /** "Saturday 24 April, 10am to 4pm" */
  readonly range: (starts: WallTime, ends: WallTime | undefined, relativeTo: DateText) => string;
};

const kindLabels = {
  action: 'Action',
  statement: 'Statement',
  news: 'News',
  resource: 'Resource',
  event: 'Event',
  opportunity: 'Opportunity',
} as const satisfies Record<ItemKind, string>;

/** What an action is called when it is all that an item is about. */
const deedLabels = {
  sign: 'Petition',
  'email-mp': 'Email your MP',
  write: 'Letter',
  donate: 'Appeal',
  attend: 'Event',
  download: 'Resource',
  affiliate: 'Affiliation',
  read: 'Reading',
  share: 'Spread the word',
  apply: 'Opportunity',
} as const satisfies Record<Deed, string>;

/** What an item is, in a reader's words: an action is called after its deed. */
export function kindLabel(kind: ItemKind, deed: Deed | undefined): string {
  return kind === 'action' && deed !== undefined ? deedLabels[deed] : kindLabels[kind];
}

const outcomeLabels = { won: 'Won', lost: 'Lost', ongoing: 'Where it stands' } as const satisfies Record<
  Outcome['status'],
  string
>;

/** "Won, 12 April 2021: the aid is restored." */
export function outcomeSentence({ status, on, text }: Outcome, words: Words): string {
  return `${outcomeLabels[status]}, ${words.date(on)}: ${text}`;
}

/** "Update, 23 February", with the year if it is not the issue's. */
export function updateHeading(on: DateText, issueDate: DateText, words: Words): string {
  return `Update, ${on.slice(0, 4) === issueDate.slice(0, 4) ? words.shortDate(on) : words.date(on)}`;
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
  words: Words,
): string {
  const when = words.range(starts, ends, issueDate);
  return zone === undefined || zone === ownZone ? when : `${when} (${zoneName(zone)})`;
}

function zoneName(zone: string): string {
  const city = zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone;
  return city === 'UTC' ? 'UTC' : `${city} time`;
}

/** What can be read or passed on does not close when the rest of an item does. */
const timeless: readonly Deed[] = ['read', 'download', 'share'];

/** When an action closes: at its own deadline, or else at its item's. */
export function closingOf(action: Action, item: Item): WallTime | undefined {
  return action.deadline ?? (timeless.includes(action.do) ? undefined : item.deadline);
}
