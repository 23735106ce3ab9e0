import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeSource } from '../../audience/describe-source.js';
import type { Content } from '../../content/references.js';
import type { ApprovalRule } from '../../model/approval.js';
import type { Cadence } from '../../model/cadence.js';
import { addDays } from '../../model/days.js';
import { type Finding, isError } from '../../model/finding.js';
import { closingOf, type Item } from '../../model/item.js';
import type { TransportKind } from '../../model/organisation.js';
import type { PlannedIssue } from '../../model/planned-issue.js';
import type { Channel } from '../../model/publication.js';
import { endOf, type WallTime } from '../../model/time.js';
import { ledgerKeyFile } from '../../workspace/ledger-key.js';
import { lookAtCalendar } from '../calendar/look-at-calendar.js';
import { loadWorkspace } from '../load-audience.js';
import type { PeopleWorld } from '../people-world.js';
import { transportKind } from '../send/sending.js';
import { withDatabase } from '../workspace-database.js';
import { type Expiry, expiries } from './expiries.js';

/** What somebody has to know who takes the newsletters over. Plain data; no reader and no secret is in it. */
export type Handover = {
  readonly organisation: string;
  /** On the clocks of the organisation. */
  readonly now: WallTime;
  readonly zone: string;
  readonly newsletters: readonly HandedNewsletter[];
  readonly approval: { readonly hours: number; readonly rules: readonly ApprovalRule[] };
  readonly transport: TransportKind;
  /** Hours after its time for which an issue may still go out by itself. */
  readonly mostLate: number;
  /** From a week ago on, in order. */
  readonly issues: readonly PlannedIssue[];
  readonly keys: readonly HandedKey[];
  /** In the order in which they end; those without a day last. */
  readonly expiries: readonly Expiry[];
  /** What readers are asked to do and can still do, the first to close first. */
  readonly open: readonly HandedItem[];
  /** What has closed, and nobody has said how it ended; the last to close first. */
  readonly owed: readonly HandedItem[];
  readonly hasLedger: boolean;
  readonly findings: readonly Finding[];
};

export type HandedNewsletter = {
  readonly id: string;
  readonly title: string;
  readonly channel: Channel;
  readonly cadence: Cadence;
  readonly audience: string;
  /** Where its readers are read from, in words. */
  readonly source: string;
  /** Working days before an issue. */
  readonly copyDeadline?: number;
  /** Whose approval counts; anybody’s if nobody is named. */
  readonly approvers: readonly string[];
};

/** The name of something secret, and whether it is here; never what it is. */
export type HandedKey = { readonly name: string; readonly words: string; readonly isHere: boolean };

export type HandedItem = {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly closes: WallTime;
};

/** How far the calendar is told, in days. */
const lookAhead = 6 * 7;

/** For how long a campaign that has closed is asked after, in days. */
const askedAfter = 366;

/**
 * Gathers what is to be handed over from the workspace’s files and the ledger. No list of people is read. Without a value,
 * the findings say what is wrong with mailout.yaml.
 *
 * @throws Fault where the ledger cannot be asked.
 */
export async function handover(
  world: PeopleWorld & { readonly milliseconds: () => number },
): Promise<{ readonly value?: Handover; readonly findings: readonly Finding[] }> {
  const { content, findings } = loadWorkspace(world);
  if (!content) return { findings: findings.filter(isError) };
  const { organisation, publications, audiences, items } = content;
  const until = addDays(world.now.slice(0, 10), lookAhead);
  const {
    issues,
    now,
    zone,
    hasLedger,
    findings: ofCalendar,
  } = await lookAtCalendar({ publications: [], until }, world);
  const syncs = await withDatabase(world, { make: false }, async (database) => database?.suppressions.lastSyncs());
  const closed = items.filter((item) => isOver(item, now) && item.outcome === undefined);
  const longAgo = addDays(now.slice(0, 10), -askedAfter);
  const value: Handover = {
    organisation: organisation.name,
    now,
    zone,
    newsletters: publications.map(({ id, title, channel, cadence, audience, copyDeadline, approvers }) => {
      const readers = audiences.find((one) => one.id === audience);
      return {
        id,
        title,
        channel,
        cadence,
        audience: readers?.title ?? audience,
        source: describeSource(readers?.people),
        ...(copyDeadline !== undefined && { copyDeadline }),
        approvers,
      };
    }),
    approval: organisation.approval,
    transport: transportKind(undefined, organisation, world.variable),
    mostLate: organisation.delivery.mostLate,
    issues,
    keys: keysOf(content, world),
    expiries: expiries(content, now.slice(0, 10), syncs ?? []),
    open: byClosing(items.filter((item) => !item.draft && !isOver(item, now)).flatMap(handed)),
    owed: byClosing(closed.flatMap(handed).filter(({ closes }) => closes >= longAgo)).toReversed(),
    hasLedger,
    findings: ofCalendar,
  };
  return { value, findings: [] };
}

/** The last moment at which readers can do something about an item. */
function closingTime(item: Item): WallTime | undefined {
  const closings = item.actions.flatMap((action) => closingOf(action, item) ?? []);
  return (closings.length > 0 ? closings : item.deadline === undefined ? [] : [item.deadline])
    .toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1))
    .at(-1);
}

function isOver(item: Item, now: WallTime): boolean {
  const closes = closingTime(item);
  return closes !== undefined && endOf(closes) <= now;
}

function handed(item: Item): readonly HandedItem[] {
  const closes = closingTime(item);
  return closes === undefined ? [] : [{ id: item.id, title: item.title, file: item.source.file, closes }];
}

function byClosing(items: readonly HandedItem[]): readonly HandedItem[] {
  return items.toSorted((a, b) => (endOf(a.closes) < endOf(b.closes) ? -1 : 1));
}

function keysOf({ audiences }: Content, { root, variable }: PeopleWorld): readonly HandedKey[] {
  const named = (name: string, words: string) => ({ name, words, isHere: variable(name) !== undefined });
  const connections = audiences.flatMap(({ people, title }) =>
    people?.kind === 'postgres'
      ? [named(people.connection, `the database that the people of ${title} are read from`)]
      : [],
  );
  const seals = named('MAILOUT_KEY', `seals what the ledger knows of people; without it, ${ledgerKeyFile} does`);
  return [
    named('SENDGRID_API_KEY', 'sends by SendGrid, and reads its lists'),
    named('MAILOUT_SMTP', 'sends by a mail server'),
    named('MAILOUT_LEDGER', 'the PostgreSQL database that remembers what was sent; without it, a file does'),
    { ...seals, isHere: seals.isHere || existsSync(join(root, ledgerKeyFile)) },
    ...new Map(connections.map((one) => [one.name, one])).values(),
  ];
}
