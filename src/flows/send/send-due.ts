import { dueIssue } from '../../calendar/due.js';
import { nextIssue } from '../../calendar/next-issue.js';
import { transports } from '../../delivery/transports/transports.js';
import { exitCode, Fault, type FaultDetails } from '../../model/fault.js';
import { type Finding, isError } from '../../model/finding.js';
import type { Organisation, TransportKind } from '../../model/organisation.js';
import { bySendingTime } from '../../model/planned-issue.js';
import type { DateText, WallTime } from '../../model/time.js';
import { approvalFolder } from '../../workspace/approvals.js';
import { authorsOf } from '../../workspace/git.js';
import { leftOutNow } from '../calendar/left-out.js';
import { type Timetable, timetable } from '../calendar/timetable.js';
import { loadWorkspace } from '../load-audience.js';
import type { PeopleWorld } from '../people-world.js';
import { withDatabase } from '../workspace-database.js';
import type { SendRequest } from './intended-issue.js';
import type { Outlook } from './look-ahead.js';
import type { RunWorld } from './run-world.js';
import type { SendHooks, SendResult } from './send-issue.js';
import { transportKind } from './sending.js';

/** An issue whose time has come. */
export type DueIssue = {
  readonly publication: string;
  readonly title: string;
  readonly date: DateText;
  /** Wall time where the organisation is. */
  readonly sendsAt: WallTime;
  /** Whether that is too long ago for it to go out by itself. */
  readonly isLate: boolean;
  /** Whose approval counts; anybody’s if nobody is named. */
  readonly approvers: readonly string[];
};

/** What came of one that is due. */
export type DueResult =
  | SendResult
  /** Its time is too long ago. */
  | { readonly came: 'late' }
  /** It has no items, and its newsletter pauses then. */
  | { readonly came: 'empty' }
  /** Findings stand in its way; `authors` wrote the files, where that is known. */
  | { readonly came: 'broken'; readonly authors: readonly string[] }
  /** It could not be tried. */
  | { readonly came: 'fault'; readonly fault: FaultDetails }
  /** It would go out now, if it were not only looked at. */
  | { readonly came: 'ready'; readonly outlook: Outlook };

export type DueSend = { readonly issue: DueIssue; readonly result: DueResult; readonly findings: readonly Finding[] };

/** What a job found to do. */
export type DueReport = {
  /** In the order in which they go out. Those that went out before are not there. */
  readonly sends: readonly DueSend[];
  /** What goes out next after now. */
  readonly next?: Pick<DueIssue, 'title' | 'date' | 'sendsAt'>;
  readonly zone: string | undefined;
  /** What is wrong with the files that say when issues go out. */
  readonly findings: readonly Finding[];
};

export type DueRequest = Pick<SendRequest, 'transport'> & {
  /** Ids; all publications if there is none. */
  readonly publications: readonly string[];
  readonly localLedger: boolean;
};

/**
 * Sends every issue whose time has come, that somebody approved and that the ledger has not seen. What goes wrong with
 * one is no reason to keep the others back; a signal is.
 *
 * @throws Fault (exit 2) for an unknown publication, and where the ledger cannot be asked.
 */
export async function sendDue(
  request: DueRequest,
  hooks: Pick<SendHooks, 'begin'>,
  world: PeopleWorld & RunWorld,
): Promise<DueReport> {
  const { due, report } = await lookForDue(request, world);
  if (due.length === 0) return report;
  if (world.variable('SENDGRID_API_KEY')) await readLists(due, world);
  const { sendIssue } = await import('./send-issue.js');
  const signals = world.signals();
  const sends: DueSend[] = [];
  for (const issue of due) {
    if (signals.drain.aborted) break;
    const tried = await attempt(issue, world, () =>
      sendIssue(
        { ...intentOf(issue, request), localLedger: request.localLedger },
        // Whoever approved it has said yes to exactly this.
        { ...hooks, confirm: async () => true },
        { ...world, signals: () => signals },
      ),
    );
    sends.push(tried);
  }
  return { ...report, sends };
}

/** What a job would do now. Writes nothing but who said no meanwhile, without which it could not tell. */
export async function foreseeDue(request: DueRequest, world: PeopleWorld): Promise<DueReport> {
  const { due, report } = await lookForDue(request, world);
  if (due.length === 0) return report;
  if (world.variable('SENDGRID_API_KEY')) await readLists(due, world);
  const { lookAhead } = await import('./look-ahead.js');
  const sends: DueSend[] = [];
  for (const issue of due) {
    const tried = await attempt(issue, world, async () => {
      const { outlook, findings } = await lookAhead(intentOf(issue, request), world);
      return { ...(outlook && { result: foreseen(outlook) }), findings };
    });
    sends.push(tried);
  }
  return { ...report, sends };
}

function foreseen(outlook: Outlook): DueResult {
  const { refusals, verdict } = outlook;
  if (refusals.length > 0) return { came: 'blocked', refusals, outlook };
  return { came: verdict.isApproved ? 'ready' : 'unapproved', outlook };
}

function intentOf({ publication, date }: DueIssue, { transport }: DueRequest): SendRequest {
  return { publication, date, ...(transport !== undefined && { transport }) };
}

type Due = { readonly due: readonly DueIssue[]; readonly report: DueReport };

/** Which issues are due that the ledger has not seen. Without any, no database is asked. */
async function lookForDue(request: DueRequest, world: PeopleWorld): Promise<Due> {
  const { value, findings } = await timetable(world.root, request.publications, world.now);
  if (!value) return { due: [], report: { sends: [], zone: undefined, findings } };
  const { organisation } = value;
  const next = nextOf(value);
  const report: DueReport = { sends: [], ...(next && { next }), zone: organisation.zone, findings };
  const come = issuesDue(value);
  if (come.length === 0) return { due: [], report };
  const kind = transportKind(request.transport, organisation, world.variable);
  refuseOutboxInCi(kind, request, organisation, world);
  const open = await unseen(come, transports[kind].isReal, world);
  const late = open.filter(({ isLate }) => isLate);
  const empty = await leftOutNow(late, value.publications, world);
  return { due: open.filter(({ publication, date }) => !empty.has(`${publication}/${date}`)), report };
}

/** Where no key reaches the job, an outbox on a machine that is thrown away would look like a send. */
function refuseOutboxInCi(
  kind: TransportKind,
  { transport }: DueRequest,
  { delivery }: Organisation,
  { variable }: PeopleWorld,
): void {
  if (kind !== 'outbox' || transport !== undefined || delivery.transport !== undefined || !variable('CI')) return;
  throw new Fault({
    code: 'send/no-key-in-ci',
    exit: exitCode.credentials,
    words: 'An issue is due, and this CI job has no key to send it with: nobody would get it.',
    fix: 'Give the job SENDGRID_API_KEY (or MAILOUT_SMTP). To rehearse, say --transport outbox.',
  });
}

function issuesDue({ organisation, publications, now }: Timetable): readonly DueIssue[] {
  return publications
    .flatMap(({ id, title, cadence, approvers }) => {
      const due = dueIssue(cadence, organisation, now, organisation.delivery.mostLate);
      if (!due) return [];
      const { slot, isLate } = due;
      return [{ publication: id, title, date: slot.date, sendsAt: slot.sendsAt, isLate, approvers }];
    })
    .sort(bySendingTime);
}

function nextOf({ organisation, publications, now }: Timetable): DueReport['next'] {
  const coming = publications.flatMap(({ title, cadence }) => {
    const slot = nextIssue(cadence, organisation, now);
    return slot ? [{ title, date: slot.date, sendsAt: slot.sendsAt }] : [];
  });
  return coming.sort(bySendingTime)[0];
}

/** Those that no send has finished with, nor anybody taken back. One that was begun and did not end is gone on with. */
async function unseen(issues: readonly DueIssue[], isReal: boolean, world: PeopleWorld): Promise<readonly DueIssue[]> {
  return withDatabase(world, { make: false }, async (database) => {
    const open: DueIssue[] = [];
    for (const issue of issues) {
      const sends = (await database?.sends.list({ publication: issue.publication, date: issue.date })) ?? [];
      const last = sends.find(({ isRehearsal }) => isRehearsal !== isReal);
      if (last === undefined || last.state === 'open') open.push(issue);
    }
    return open;
  });
}

/**
 * Reads who must not be written to any more, where real people are about to be. What keeps it from being read is told, and
 * left to the guard, which lets nothing out where that is too long ago.
 */
async function readLists(due: readonly DueIssue[], world: PeopleWorld): Promise<void> {
  const { content } = loadWorkspace(world);
  const isLive = ({ publication, isLate }: DueIssue) => {
    const audience = content?.publications.find(({ id }) => id === publication)?.audience;
    return !isLate && content?.audiences.find(({ id }) => id === audience)?.environment === 'live';
  };
  if (!due.some(isLive)) return;
  const { syncSuppressions } = await import('../sync-suppressions.js');
  try {
    await syncSuppressions({ acceptFewer: false }, world);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    world.notice(error.details.words);
  }
}

/** Tries one, so that whatever goes wrong with it is told of it alone. */
async function attempt(
  issue: DueIssue,
  world: PeopleWorld,
  send: () => Promise<{ readonly result?: DueResult; readonly findings: readonly Finding[] }>,
): Promise<DueSend> {
  if (issue.isLate) return { issue, result: { came: 'late' }, findings: [] };
  try {
    const { result, findings } = await send();
    if (result) return { issue, result, findings };
    if (!findings.some(isError)) return { issue, result: { came: 'empty' }, findings };
    return { issue, result: { came: 'broken', authors: whoWrote(issue, findings, world) }, findings };
  } catch (error) {
    if (error instanceof Fault) return { issue, result: { came: 'fault', fault: error.details }, findings: [] };
    throw error;
  }
}

/** Who wrote the choices for an issue, and the files that something is wrong with; nobody where git does not know. */
function whoWrote(
  { publication, date }: DueIssue,
  findings: readonly Finding[],
  { root }: PeopleWorld,
): readonly string[] {
  const files = [...new Set(findings.filter(isError).flatMap(({ place }) => (place ? [place.file] : [])))];
  return authorsOf(root, `issues/${publication}/${date}`, approvalFolder(publication, date), files) ?? [];
}
