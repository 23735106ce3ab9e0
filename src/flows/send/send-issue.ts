import { type ContactBook, contactBook } from '../../audience/contact-book.js';
import { type Refusal, refusalsBefore } from '../../audience/guards.js';
import type { Database } from '../../database/open.js';
import type { Roster } from '../../database/rosters.js';
import type { Send } from '../../database/sends.js';
import { defaultPatience } from '../../delivery/brakes.js';
import { deliver, type Report } from '../../delivery/engine.js';
import { type PlanRefusal, planDigest, releaseOf, type SendPlan } from '../../delivery/plan.js';
import { transports } from '../../delivery/transports/transports.js';
import { exitCode, Fault } from '../../model/fault.js';
import type { Finding } from '../../model/finding.js';
import { forgetRosters } from '../forget-rosters.js';
import { freezeRoster } from '../freeze-roster.js';
import { factsBefore } from '../guard-facts.js';
import type { PeopleWorld } from '../people-world.js';
import { registerOf } from '../take-roll.js';
import { withMadeDatabase } from '../workspace-database.js';
import { type IntendedIssue, intendedIssue, type SendRequest } from './intended-issue.js';
import { openLanes } from './lanes.js';
import { lettersOf } from './letters.js';
import { type Outlook, outlookFor } from './look-ahead.js';
import { canaryOf, countsOf, isSamePlan } from './make-plan.js';
import { type Occasion, openTransport, outboxFolder } from './open-transport.js';
import { mailOf } from './prepare-mail.js';
import { type Comings, comings, readContacts } from './read-contacts.js';
import { rosterFor } from './roster-for.js';
import type { RunWorld } from './run-world.js';
import { slicesOf } from './slices.js';
import { watched } from './watched.js';

/** What a send asks of whoever started it. */
export type SendHooks = {
  /** Whether the plan is to be applied now, of whoever sits there. */
  readonly confirm: (outlook: Outlook) => Promise<boolean>;
  /** Is told when all is ready and the first request is about to be made. */
  readonly begin: (send: Send, outlook: Outlook, comings: Comings) => void;
};

/** What came of it. */
export type SendResult =
  /** Nothing was begun or changed. */
  | { readonly came: 'blocked'; readonly refusals: readonly (Refusal | PlanRefusal)[]; readonly outlook?: Outlook }
  | { readonly came: 'unapproved'; readonly outlook: Outlook }
  | { readonly came: 'declined'; readonly outlook: Outlook }
  /** A send of this issue ended before. */
  | { readonly came: 'ended'; readonly send: Send }
  | { readonly came: 'run'; readonly send: Send; readonly outlook: Outlook; readonly report: Report };

/**
 * Sends an issue, or goes on with its send: freezes its roster, holds the plan against its approval, asks for
 * confirmation, and hands everything to the engine. Without a result, the findings say what stands in the way of the
 * issue itself.
 *
 * @throws Fault where the source, the database or the provider cannot be asked.
 */
export async function sendIssue(
  request: SendRequest & { readonly localLedger: boolean },
  hooks: SendHooks,
  world: PeopleWorld & RunWorld,
): Promise<{ readonly result?: SendResult; readonly findings: readonly Finding[] }> {
  return withMadeDatabase(world, async (database) => {
    for (;;) {
      const { value: intended, findings: ofIssue } = await intendedIssue(request, database, world);
      if (!intended) return { findings: ofIssue };
      const { begun } = intended;
      if (begun && begun.state !== 'open') return { result: { came: 'ended', send: begun }, findings: ofIssue };
      refuseLocalLedger(intended, request.localLedger, world);
      const { people, refusals, findings: ofSource } = await gather(intended, database, world);
      const findings = [...ofIssue, ...ofSource];
      if (!people) return { ...(refusals.length > 0 && { result: { came: 'blocked' as const, refusals } }), findings };
      const result = await attempt(request, intended, people, hooks, database, world).catch(async (error: unknown) => {
        // The database keeps it where the send was begun.
        if (people.isNew) await database.rosters.drop(people.roster.id).catch(() => {});
        throw error;
      });
      // Whoever is not written to after all is not kept, either.
      if (people.isNew && result.came !== 'run') await database.rosters.drop(people.roster.id);
      // Another process began the same send in between: this one works on that, with its roster.
      if (result.came === 'overtaken') continue;
      await forgetRosters(database, intended.loaded.content.organisation, world.now);
      const ofApprovals = 'outlook' in result && result.outlook ? result.outlook.judging.findings : [];
      return { result, findings: [...findings, ...ofApprovals] };
    }
  });
}

/** Everybody of one send, and how to write to them. */
type People = { readonly roster: Roster; readonly contacts: ContactBook; readonly isNew: boolean };

async function gather(
  intended: IntendedIssue,
  database: Database,
  world: PeopleWorld,
): Promise<{ readonly people?: People; readonly refusals: readonly Refusal[]; readonly findings: readonly Finding[] }> {
  const { loaded, next } = intended;
  const roster = await rosterFor(intended, database);
  if (roster) {
    // What may have changed since it was frozen: how old the provider's lists are, for one.
    const refusals = refusalsBefore(await factsBefore(loaded.audience, next.publication, database, world));
    if (refusals.length > 0) return { refusals, findings: [] };
    const { contacts, findings } = await readContacts(loaded, database, world);
    return { ...(contacts && { people: { roster, contacts, isNew: false } }), refusals: [], findings };
  }
  const contacts = contactBook();
  const frozen = await freezeRoster(loaded, next, database, world, contacts);
  const { refusals, findings } = frozen;
  return { ...(frozen.roster && { people: { roster: frozen.roster, contacts, isNew: true } }), refusals, findings };
}

async function attempt(
  request: SendRequest,
  intended: IntendedIssue,
  people: People,
  hooks: SendHooks,
  database: Database,
  world: PeopleWorld & RunWorld,
): Promise<SendResult | { readonly came: 'overtaken' }> {
  const { loaded, next, kind, begun } = intended;
  const { organisation, testers } = loaded.content;
  const canary = canaryOf(organisation);
  const slices = await slicesOf(people.roster.id, testers, canary, transports[kind].mostPeople, database);
  const counts = countsOf(people.roster, slices.length);
  const outlook = await outlookFor(request, intended, counts, [], world);
  const { plan, sending, verdict } = outlook;
  if (outlook.refusals.length > 0) return { came: 'blocked', refusals: outlook.refusals, outlook };
  if (!isSamePlan(plan, intended)) return { came: 'blocked', refusals: [anotherPlan(intended)], outlook };
  if (!verdict.isApproved) return { came: 'unapproved', outlook };
  if (!(await hooks.confirm(outlook))) return { came: 'declined', outlook };

  const letters = lettersOf(next, organisation, sending.unsubscribe);
  const send = begun ?? (await begin(plan, people, slices, intended, database, world));
  if (!send) return { came: 'overtaken' };
  const changes = people.isNew ? { joined: 0, left: 0 } : await comings(people.roster.id, people.contacts, database);
  const releaseAt = send.releaseAt === undefined ? undefined : Date.parse(send.releaseAt);
  const transport = await openTransport(kind, await occasionOf(send, intended, world), organisation, world);
  hooks.begin(send, outlook, changes);
  try {
    const report = await deliver(
      {
        plan: send.plan,
        recipients: send.recipients,
        lanes: kind === 'outbox' ? 1 : requestsAtOnce,
        thresholds: plan.canary.thresholds,
        patience: defaultPatience,
      },
      {
        ledger: database.sends.ledger(send.id, { ...world.runner, now: world.clock.now }),
        mail: mailOf({
          letters,
          contacts: people.contacts,
          register: await registerOf(loaded.audience, database),
          fields: loaded.audience.columns.fields.map(({ name }) => name),
          tokensOf: database.tokensOf,
          ...(releaseAt !== undefined && { releaseAt }),
          now: world.clock.now,
        }),
        transport: watched(transport, send.recipients, world.progress),
        clock: world.clock,
        random: world.random,
        ...world.signals(),
      },
    );
    return { came: 'run', send, outlook, report };
  } finally {
    await transport.close();
  }
}

async function occasionOf(send: Send, { loaded, next }: IntendedIssue, { clock }: RunWorld): Promise<Occasion> {
  const { instantOf } = await import('../../calendar/zone.js');
  const { slot } = next;
  return {
    folder: outboxFolder(send.publication, slot.date),
    date: new Date(instantOf(slot.sendsAt, loaded.content.organisation.zone)),
    category: send.id,
    isSandbox: false,
    now: clock.now,
  };
}

/** More would only come to 429 sooner, and leave more unknown when the line breaks. */
const requestsAtOnce = 4;

/** Begins a send; undefined if another process has done so just now. */
async function begin(
  plan: SendPlan,
  { roster }: People,
  slices: Awaited<ReturnType<typeof slicesOf>>,
  { kind, loaded }: IntendedIssue,
  database: Database,
  world: PeopleWorld & RunWorld,
): Promise<Send | undefined> {
  const now = world.clock.now();
  const isHeld = plan.hold > 0 || plan.sendAt !== undefined;
  const lanes = isHeld ? await openLanes(slices.length, loaded.content.organisation, world) : [];
  const { send, isNew } = await database.sends.begin(
    {
      publication: plan.publication,
      date: plan.date,
      audience: plan.audience,
      roster: roster.id,
      transport: kind,
      isRehearsal: !transports[kind].isReal,
      plan: planDigest(plan),
      details: plan,
      recipients: plan.counts.recipients,
      begunAt: new Date(now).toISOString(),
      ...(isHeld && { releaseAt: new Date(releaseOf(plan, now)).toISOString() }),
      lanes,
    },
    slices.map((slice, index) => {
      const lane = lanes[index % Math.max(1, lanes.length)];
      return { ...slice, ...(lane !== undefined && { lane }) };
    }),
  );
  return isNew ? send : undefined;
}

function anotherPlan({ begun }: IntendedIssue): PlanRefusal {
  return {
    words: `The send ${begun?.id ?? ''} of this issue was begun with other words, another sender or other settings than there are now.`,
    fix: 'Put the files back as they were when it was begun, and send again; or take back what can be: “mailout cancel”.',
  };
}

/** A ledger that is gone with the machine cannot say who has had the mail. */
function refuseLocalLedger({ kind }: IntendedIssue, isMeant: boolean, { variable }: PeopleWorld): void {
  if (!transports[kind].isReal || isMeant || !variable('CI') || variable('MAILOUT_LEDGER')) return;
  throw new Fault({
    code: 'send/local-ledger',
    exit: exitCode.refused,
    words:
      'This is a CI machine, and the ledger would be a file on it: the next run would not know who has had the mail.',
    fix: 'Set MAILOUT_LEDGER to the address of a PostgreSQL database. If this machine keeps its files, say --local-ledger.',
  });
}
