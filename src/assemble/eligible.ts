import type { Audience } from '../model/audience.js';
import { facetNames } from '../model/facets.js';
import { type Action, closingOf, type Item } from '../model/item.js';
import { type DateText, endOf, type WallTime } from '../model/time.js';

/** What decides whether an item may run in an issue, beside the item itself. */
export type Occasion = {
  readonly publication: string;
  readonly date: DateText;
  readonly sendsAt: WallTime;
  readonly audience: Audience;
  readonly ranBefore: ReadonlyMap<string, DateText>;
  /** A date in the reader's words: "22 March 2021". */
  readonly dateInWords: (date: DateText) => string;
  /** A time in the reader's words: "Friday 26 March at 5pm". */
  readonly momentInWords: (time: WallTime) => string;
};

export type Obstacle = {
  readonly reason:
    | 'draft'
    | 'other-publication'
    | 'closed'
    | 'over'
    | 'other-readers'
    | 'not-yet'
    | 'no-longer'
    | 'ran-before';
  readonly words: string;
  /** Whether an editor who names the item in issue.md gets it in all the same. */
  readonly yields: boolean;
};

/** The first thing that keeps an item out of an issue, or undefined if it may run. */
export function obstacle(item: Item, occasion: Occasion): Obstacle | undefined {
  const { runs } = item;
  if (!item.publications.includes(occasion.publication)) {
    return { reason: 'other-publication', words: `it is for ${list(item.publications)}`, yields: false };
  }
  if (item.draft) return { reason: 'draft', words: 'it is a draft', yields: false };
  const closed = closedSince(item, occasion);
  if (closed && !hasOutcome(item, occasion.date)) {
    return {
      reason: 'closed',
      words: `it closed ${occasion.momentInWords(closed)}, before the issue goes out`,
      yields: false,
    };
  }
  const over = item.event && (item.event.ends ?? item.event.starts);
  if (over && endOf(over) < occasion.sendsAt) {
    return { reason: 'over', words: `the event is over (${occasion.momentInWords(over)})`, yields: false };
  }
  if (!reaches(item, occasion.audience)) {
    return {
      reason: 'other-readers',
      words: `it is for readers that ${occasion.audience.title} does not have`,
      yields: false,
    };
  }
  if (runs.from && occasion.date < runs.from) {
    return { reason: 'not-yet', words: `it runs from ${occasion.dateInWords(runs.from)}`, yields: true };
  }
  if (runs.until && occasion.date > runs.until) {
    return { reason: 'no-longer', words: `it ran until ${occasion.dateInWords(runs.until)}`, yields: true };
  }
  const ran = occasion.ranBefore.get(item.id);
  if (ran && !item.repeat) {
    return { reason: 'ran-before', words: `it ran in the issue of ${occasion.dateInWords(ran)}`, yields: true };
  }
  return undefined;
}

/** The actions that a reader of this issue can still take, as the publication words them. */
export function openActions(item: Item, publication: string, sendsAt: WallTime): readonly Action[] {
  return open(wordedActions(item, publication), item, sendsAt);
}

function wordedActions(item: Item, publication: string): readonly Action[] {
  return item.versions[publication]?.actions ?? item.actions;
}

/** Those of an item's actions that have not closed. */
export function open(actions: readonly Action[], item: Item, sendsAt: WallTime): readonly Action[] {
  return actions.filter((action) => {
    const closing = closingOf(action, item);
    return closing === undefined || endOf(closing) >= sendsAt;
  });
}

/** The deadline that an item's readers have to keep: its own, or that of its first open action that has one. */
export function deadlineOf(item: Item, open: readonly Action[]): WallTime | undefined {
  return item.deadline ?? open.find(({ deadline }) => deadline !== undefined)?.deadline;
}

/** What came of an item is news, even after it has closed. */
function hasOutcome({ outcome }: Item, date: DateText): boolean {
  return outcome !== undefined && outcome.on <= date;
}

/** The deadline that passed before the issue goes out; for an action, also when none of its actions is open. */
export function closedSince(
  item: Item,
  { publication, sendsAt }: Pick<Occasion, 'publication' | 'sendsAt'>,
): WallTime | undefined {
  if (item.deadline && endOf(item.deadline) < sendsAt) return item.deadline;
  if (item.kind !== 'action' || openActions(item, publication, sendsAt).length > 0) return undefined;
  const deadlines = wordedActions(item, publication).flatMap(({ deadline }) => deadline ?? []);
  return deadlines.sort((a, b) => (endOf(a) < endOf(b) ? -1 : 1)).at(-1);
}

function reaches(item: Item, audience: Audience): boolean {
  return facetNames.every((name) => {
    const wanted = item.readers[name];
    const there = audience.facets[name];
    return !wanted?.length || !there || wanted.some((value) => there.includes(value));
  });
}

function list(ids: readonly string[]): string {
  return ids.length === 0 ? 'no publication yet' : ids.join(', ');
}
