import type { Roster } from '../../database/rosters.js';
import type { Canary } from '../../delivery/canary.js';
import { type PlanRefusal, planDigest, type SendPlan, timeRefusals } from '../../delivery/plan.js';
import { transports } from '../../delivery/transports/transports.js';
import { exitCode, Fault } from '../../model/fault.js';
import type { Organisation } from '../../model/organisation.js';
import type { IntendedIssue, SendRequest } from './intended-issue.js';
import type { Sending } from './sending.js';

/** How many people a plan is about: of a roster, or of the source as it is now. */
export type Counts = {
  readonly recipients: number;
  readonly excluded: Readonly<Record<string, number>>;
  readonly editions: Readonly<Record<string, number>>;
  readonly roster?: Pick<Roster, 'id' | 'digest'>;
  /** How many batches there are, where that is known. */
  readonly batches?: number;
};

/** The counts of a frozen roster. */
export function countsOf({ id, digest, sums }: Roster, batches?: number): Counts {
  return {
    recipients: sums.recipients,
    excluded: Object.fromEntries(Object.entries(sums.excluded).map(([reason, { count }]) => [reason, count])),
    editions: sums.editions,
    roster: { id, digest },
    ...(batches !== undefined && { batches }),
  };
}

/**
 * The plan of a send: a value, whole before anything of it is applied.
 *
 * @throws Fault (exit 2) where the time of sending is none.
 */
export async function makePlan(
  request: SendRequest,
  { loaded, next, kind, overrides, begun }: IntendedIssue,
  sending: Sending,
  counts: Counts,
): Promise<SendPlan> {
  const { audience, content } = loaded;
  const { publication, slot, mail } = next;
  const { organisation } = content;
  const kept = begun && (begun.details as SendPlan);
  const sendAt = kept ? kept.sendAt : await instantFor(request.at, organisation);
  return {
    publication: publication.id,
    date: slot.date,
    editions: mail.editions.map(({ id, digest }) => ({ id, digest, recipients: counts.editions[id] ?? 0 })),
    audience: audience.id,
    ...(counts.roster && { roster: { id: counts.roster.id, digest: counts.roster.digest } }),
    counts: {
      recipients: counts.recipients,
      excluded: counts.excluded,
      batches: counts.batches ?? batchesFor(counts.editions, transports[kind].mostPeople),
    },
    sender: publication.sender,
    transport: { kind, settings: sending.settings },
    ...(sendAt !== undefined && { sendAt }),
    hold: kept ? kept.hold : holdFor(request, counts.recipients, kind, organisation),
    canary: canaryOf(organisation),
    ...(overrides.length > 0 && { overrides }),
  };
}

/** What of the times of a plan cannot be. One that is being applied has its times behind it. */
export function refusalsOfTimes(plan: SendPlan, { begun, kind }: IntendedIssue, now: number): readonly PlanRefusal[] {
  if (begun) return [];
  const refusals = timeRefusals(plan, now);
  if (!transports[kind].canHold && (plan.sendAt !== undefined || plan.hold > 0)) {
    refusals.push({
      words: `By ${kind} mail goes out at once: nobody there holds it back.`,
      fix: 'Leave --at and --hold away, or send by sendgrid.',
    });
  }
  return refusals;
}

/** Whether a plan is the one that a send was begun with. */
export function isSamePlan(plan: SendPlan, { begun }: IntendedIssue): boolean {
  return begun === undefined || begun.plan === planDigest(plan);
}

function batchesFor(editions: Counts['editions'], mostPeople: number): number {
  return Object.values(editions).reduce((sum, people) => sum + Math.ceil(people / mostPeople), 0);
}

function holdFor(
  { hold }: SendRequest,
  recipients: number,
  kind: IntendedIssue['kind'],
  { delivery }: Organisation,
): number {
  if (hold !== undefined) return hold;
  if (!transports[kind].canHold) return 0;
  return delivery.hold ?? (recipients > delivery.holdAbove ? 30 : 0);
}

/** How a send goes in stages. */
export function canaryOf({ delivery }: Organisation): Canary {
  const { share, rejected, unknown } = delivery.canary;
  return {
    share: share / 100,
    thresholds: [
      { rejected: 0, unknown: 0 },
      { rejected: rejected / 100, unknown: unknown / 100 },
    ],
  };
}

async function instantFor(at: string | undefined, { zone }: Organisation): Promise<string | undefined> {
  if (at === undefined) return undefined;
  const { instantOf } = await import('../../calendar/zone.js');
  try {
    if (/^\d{4}-\d\d-\d\d[T ]\d\d:\d\d$/.test(at)) return instantOf(at.replace(' ', 'T'), zone);
  } catch {
    // A time that the clocks skip or show twice is as little good as one that is none.
  }
  throw new Fault({
    code: 'send/bad-time',
    exit: exitCode.usage,
    words: `“${at}” is not a time, or is there twice or not at all because the clocks change.`,
    fix: `Write it like --at 2026-11-23T10:53, as the clocks show it in ${zone}.`,
  });
}
