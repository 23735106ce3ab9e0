import { type Refusal, refusalsBefore } from '../../audience/guards.js';
import type { Database } from '../../database/open.js';
import type { Send } from '../../database/sends.js';
import { approvalDigest, judge, type Verdict } from '../../delivery/approval.js';
import type { PlanRefusal, SendPlan } from '../../delivery/plan.js';
import type { Edition } from '../../model/edition.js';
import type { Finding } from '../../model/finding.js';
import { factsBefore } from '../guard-facts.js';
import type { PeopleWorld } from '../people-world.js';
import { takeRoll } from '../take-roll.js';
import { withDatabase } from '../workspace-database.js';
import { type Judging, judgingOf } from './approvals.js';
import { type IntendedIssue, intendedIssue, type SendRequest } from './intended-issue.js';
import { type Counts, countsOf, makePlan, refusalsOfTimes } from './make-plan.js';
import { rosterFor } from './roster-for.js';
import { type Sending, sendingBy } from './sending.js';

/** What would happen if an issue were sent now. */
export type Outlook = {
  readonly title: string;
  readonly plan: SendPlan;
  /** What an approval of it would be an approval of. */
  readonly digest: string;
  readonly sending: Sending;
  /** What stands in the way, besides what is missing of its approval. */
  readonly refusals: readonly (Refusal | PlanRefusal)[];
  readonly verdict: Verdict;
  /** What that was judged by. */
  readonly judging: Judging;
  /** The send of this issue, if one was begun. */
  readonly begun?: Send;
};

/**
 * Makes the plan of a send and asks every guard, and writes nothing. Without an outlook, the findings say what stands in
 * the way of the issue itself. The editions are those that the plan names.
 *
 * @throws Fault as for a send.
 */
export async function lookAhead(
  request: SendRequest,
  world: PeopleWorld,
): Promise<{
  readonly outlook?: Outlook;
  readonly editions?: readonly Edition[];
  readonly findings: readonly Finding[];
}> {
  return withDatabase(world, { make: false }, async (database) => {
    const { value: intended, findings: ofIssue } = await intendedIssue(request, database, world);
    if (!intended) return { findings: ofIssue };
    const { counts, refusals: ofPeople, findings: ofSource } = await count(intended, database, world);
    const findings = [...ofIssue, ...ofSource];
    if (!counts) {
      if (ofPeople.length === 0) return { findings };
    }
    const outlook = await outlookFor(request, intended, counts ?? nobody, ofPeople, world);
    const { editions } = intended.next.mail;
    return { outlook, editions, findings: [...findings, ...outlook.judging.findings] };
  });
}

const nobody: Counts = { recipients: 0, excluded: {}, editions: {} };

/** The plan of an issue for so many people, and what stands in its way. */
export async function outlookFor(
  request: SendRequest,
  intended: IntendedIssue,
  counts: Counts,
  refusals: readonly Refusal[],
  world: PeopleWorld,
): Promise<Outlook> {
  const { loaded, next, kind, begun } = intended;
  const { organisation } = loaded.content;
  const sending = sendingBy(kind, next, loaded.audience, organisation, world);
  const plan = await makePlan(request, intended, sending, counts);
  const now = Date.parse(world.now);
  const judging = judgingOf(intended, world);
  const { approvals, authors, thresholds } = judging;
  return {
    title: next.publication.title,
    plan,
    digest: approvalDigest(plan),
    sending,
    refusals: [...refusals, ...sending.refusals, ...refusalsOfTimes(plan, intended, now)],
    verdict: judge(plan, approvals, authors, now, thresholds),
    judging,
    ...(begun && { begun }),
  };
}

/** Counts everybody: those of the roster, where there is one, or else those of the source as it is now. */
async function count(
  intended: IntendedIssue,
  database: Database | undefined,
  world: PeopleWorld,
): Promise<{ readonly counts?: Counts; readonly refusals: readonly Refusal[]; readonly findings: readonly Finding[] }> {
  const { loaded, next, begun } = intended;
  const roster = await rosterFor(intended, database);
  if (roster) {
    const batches = begun && (begun.details as SendPlan).counts.batches;
    const refusals = refusalsBefore(await factsBefore(loaded.audience, next.publication, database, world));
    return { counts: countsOf(roster, batches), refusals, findings: [] };
  }
  const { tally, editions, refusals, findings } = await takeRoll(loaded, next, database, world, () => undefined);
  if (!tally) return { refusals, findings };
  const excluded = Object.fromEntries(
    Object.entries(tally.excluded).map(([reason, { count: people }]) => [reason, people]),
  );
  return { counts: { recipients: tally.recipients, excluded, editions }, refusals, findings };
}
