import type { Audience } from '../model/audience.js';
import { facetNames } from '../model/facets.js';
import { type Action, closedBy, type Item, openOf, outcomeBy } from '../model/item.js';
import { type DateText, endOf, type WallTime } from '../model/time.js';

/** What decides whether an item may run in an issue, beside the item itself. */
export type Occasion = {
  readonly publication: string;
  readonly date: DateText;
  readonly sendsAt: WallTime;
  readonly audience: Audience;
  readonly ranBefore: ReadonlyMap<string, DateText>;
  /** Whether the publication has a section for what came of items. */
  readonly tellsOutcomes: boolean;
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
  if (closed && !outcomeBy(item, occasion.date)) {
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
  if (owesOutcome(item, occasion)) return undefined;
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
  return openOf(wordedActions(item, publication), item, sendsAt);
}

function wordedActions(item: Item, publication: string): readonly Action[] {
  return item.versions[publication]?.actions ?? item.actions;
}

/** The deadline that an item's readers have to keep: its own, or that of its first open action that has one. */
export function deadlineOf(item: Item, open: readonly Action[]): WallTime | undefined {
  return item.deadline ?? open.find(({ deadline }) => deadline !== undefined)?.deadline;
}

/** Whether these readers were asked to do something, and have not heard yet what came of it. */
function owesOutcome(item: Item, { date, ranBefore, tellsOutcomes }: Occasion): boolean {
  const outcome = outcomeBy(item, date);
  const ran = ranBefore.get(item.id);
  return tellsOutcomes && outcome !== undefined && ran !== undefined && ran < outcome.on;
}

/** The deadline that passed before the issue goes out; for an action, also when none of its actions is open. */
export function closedSince(
  item: Item,
  { publication, sendsAt }: Pick<Occasion, 'publication' | 'sendsAt'>,
): WallTime | undefined {
  return closedBy(item, sendsAt, wordedActions(item, publication));
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
