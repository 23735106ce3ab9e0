import type { Content } from '../../content/references.js';
import { daysBetween } from '../../model/days.js';
import type { Finding } from '../../model/finding.js';
import { closedBy, type Deed, type Item, type Outcome, outcomeBy } from '../../model/item.js';
import type { DateText, WallTime } from '../../model/time.js';
import { type ItemWorld, type LastRun, lastRuns, loadItems } from './load-items.js';

type Asked = { readonly item: string; readonly title: string; readonly file: string };

/** Readers were asked, it is over, and nobody has written down what came of it. */
export type Missing = Asked & { readonly closed: WallTime; readonly ran: readonly LastRun[] };

/** It was “ongoing” when somebody last looked. */
export type Ongoing = Asked & { readonly outcome: Outcome; readonly days: number };

/** What came of it is known, and readers who were asked have not heard. */
export type Untold = Asked & {
  readonly outcome: Outcome;
  /** `isTold`: the newsletter has a section for outcomes, so its next issue with room tells them. */
  readonly ran: readonly (LastRun & { readonly isTold: boolean })[];
};

/** What readers are owed. Plain data: it is printed and compared. */
export type Outcomes = {
  readonly missing: readonly Missing[];
  readonly ongoing: readonly Ongoing[];
  readonly untold: readonly Untold[];
};

/** What campaigns ask for. Whoever books, applies or downloads knows herself what came of it. */
const campaigning: readonly Deed[] = ['sign', 'email-mp', 'write', 'donate', 'affiliate'];

/** The items that asked readers for something and owe them an answer, the oldest first. Writes nothing. */
export async function outcomes(
  world: ItemWorld,
): Promise<{ readonly value?: Outcomes; readonly findings: readonly Finding[] }> {
  const { value: loaded, findings } = await loadItems(world);
  if (!loaded) return { findings };
  const { content, now } = loaded;
  const today = now.slice(0, 10);
  const items = content.items.filter((item) => !item.draft);
  return {
    value: {
      missing: items
        .filter(asks)
        .flatMap((item) => missing(item, content, now))
        .sort(by(({ closed }) => closed)),
      ongoing: items.flatMap((item) => ongoing(item, today)).sort(by(({ outcome }) => outcome.on)),
      untold: items.flatMap((item) => untold(item, content, today)).sort(by(({ outcome }) => outcome.on)),
    },
    findings,
  };
}

function asks({ kind, actions }: Item): boolean {
  return kind === 'action' || actions.some((action) => campaigning.includes(action.do));
}

function missing(item: Item, content: Content, now: WallTime): readonly Missing[] {
  const closed = item.outcome ? undefined : closedBy(item, now);
  if (closed === undefined) return [];
  return [{ ...asked(item), closed, ran: lastRuns(content, item.id, now.slice(0, 10)) }];
}

function ongoing(item: Item, today: DateText): readonly Ongoing[] {
  const { outcome } = item;
  if (outcome?.status !== 'ongoing' || outcome.on > today) return [];
  return [{ ...asked(item), outcome, days: daysBetween(outcome.on, today) }];
}

function untold(item: Item, content: Content, today: DateText): readonly Untold[] {
  const outcome = outcomeBy(item, today);
  if (!outcome) return [];
  const ran = lastRuns(content, item.id, today)
    .filter(({ date }) => date < outcome.on)
    .map((run) => ({ ...run, isTold: hasSection(content, run.publication) }));
  return ran.length === 0 ? [] : [{ ...asked(item), outcome, ran }];
}

function hasSection({ publications }: Content, id: string): boolean {
  return publications.find((one) => one.id === id)?.sections.some(({ takes }) => takes.outcome === true) ?? false;
}

function asked({ id, title, source }: Item): Asked {
  return { item: id, title, file: source.file };
}

function by<One>(key: (one: One) => string): (a: One, b: One) => number {
  return (a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}
