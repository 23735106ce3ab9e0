import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readApproval } from '../../content/read-approval.js';
import type { Approval } from '../../model/approval.js';
import { addDays } from '../../model/days.js';
import type { Edition } from '../../model/edition.js';
import { type Finding, isError } from '../../model/finding.js';
import type { PlannedIssue } from '../../model/planned-issue.js';
import type { DateText, WallTime } from '../../model/time.js';
import { readApprovals } from '../../workspace/approvals.js';
import { readTree } from '../../workspace/read.js';
import { checkWorkspace } from '../check/check-workspace.js';
import { type Loaded, load } from '../load.js';
import type { PeopleWorld } from '../people-world.js';
import { draftIssue } from '../preview/drafted.js';
import { nowIn } from '../schedule.js';
import { refuseUnknownPublication } from '../unknown-publication.js';
import { createWorkshop, type Workshop } from '../workshop.js';
import { withDatabase } from '../workspace-database.js';
import { stateOf } from './issue-state.js';
import { leftOut } from './left-out.js';
import { type IssueDay, plannedIssues } from './planned-issues.js';
import { tooLateForAll } from './too-late.js';

export type CalendarRequest = {
  /** Ids; all publications if there is none. */
  readonly publications: readonly string[];
  /** The first day; a week before today if absent, so that what was missed is seen. */
  readonly from?: DateText;
  /** The last day; nine weeks after the first if absent. */
  readonly until?: DateText;
};

/** What the calendar shows. Plain data: it is printed and compared. */
export type CalendarResult = {
  readonly issues: readonly PlannedIssue[];
  /** What stands in the way of planning, and what may yet change it. */
  readonly findings: readonly Finding[];
  readonly zone: string;
  /** On the clocks of the organisation. */
  readonly now: WallTime;
  /** Whether there is a ledger, which knows what was sent. */
  readonly hasLedger: boolean;
};

/**
 * The issues of publications between two days and how far each has come. Writes nothing.
 *
 * @throws Fault (exit 2) for an unknown publication, or a database that cannot be reached.
 */
export async function lookAtCalendar(
  { publications: ids, from, until }: CalendarRequest,
  world: PeopleWorld & { readonly milliseconds: () => number },
): Promise<CalendarResult> {
  const workshop = createWorkshop(world.root, { isKept: false });
  const tree = readTree(world.root);
  const loaded = load(tree, workshop, world.progress, ids.length > 0 ? ids : undefined);
  refuseUnknownPublication(ids, loaded.publicationIds);
  const { content } = loaded;
  if (!content) return { issues: [], findings: loaded.findings, zone: '', now: '', hasLedger: false };
  const now = await nowIn(content.organisation, world.now);
  const first = from ?? addDays(now.slice(0, 10), -7);
  const last = until ?? addDays(first, 7 * 9);
  const sends = await withDatabase(world, { make: false }, async (database) => database?.sends.list({}));

  const period = { from: first, until: last, now };
  const planned = plannedIssues(content, period);
  const approvals = await approvalsOf(planned, loaded, workshop, world);
  const past = planned.filter(({ sendsAt }) => sendsAt <= now);
  const empty = await leftOut(past, loaded, workshop);
  const issues = planned.map((issue): PlannedIssue => {
    const { publication, date } = issue;
    const approval = approvals.get(`${publication}/${date}`);
    const state = stateOf(issue, now, {
      hasLedger: sends !== undefined,
      send: sends?.find((one) => one.publication === publication && one.date === date && !one.isRehearsal)?.state,
      approval,
      isBuilt: existsSync(join(world.root, 'out', publication, date, 'manifest.json')),
      isLeftOut: empty.has(`${publication}/${date}`),
    });
    return { ...issue, state };
  });
  const checked = await checkWorkspace({ publications: ids }, world, tree, workshop);
  return {
    issues,
    findings: [...checked.findings.filter(isOfCalendar), ...tooLateForAll(content, now)],
    zone: content.organisation.zone,
    now,
    hasLedger: sends !== undefined,
  };
}

/** What is said of dates, and what keeps a newsletter from being planned at all. */
function isOfCalendar(finding: Finding): boolean {
  return (
    /^(?:sched|calendar)\//.test(finding.rule) ||
    (isError(finding) && /publication\.yaml$|mailout\.yaml$/.test(finding.place?.file ?? ''))
  );
}

/** Of issues that somebody approved: whether they are still what was approved. */
async function approvalsOf(
  days: readonly IssueDay[],
  loaded: Loaded,
  workshop: Workshop,
  { root, now }: PeopleWorld,
): Promise<ReadonlyMap<string, 'approved' | 'changed'>> {
  const found = new Map<string, 'approved' | 'changed'>();
  for (const { publication, date } of days) {
    const approvals = readApprovals(root, publication, date)
      .map(readApproval)
      .flatMap(({ value }) => (value ? [value] : []));
    if (approvals.length === 0) continue;
    const { drafted } = await draftIssue(publication, loaded, date, workshop);
    const editions = drafted?.slot.date === date ? (drafted.draft.mail?.editions ?? []) : [];
    const stands = approvals.some(
      (approval) => isOf(approval, editions) && Date.parse(approval.expires) > Date.parse(now),
    );
    found.set(`${publication}/${date}`, stands ? 'approved' : 'changed');
  }
  return found;
}

/** Whether an approval is of exactly these editions. */
function isOf({ covers }: Approval, editions: readonly Edition[]): boolean {
  const covered = Object.keys(covers).filter((name) => name.startsWith('edition '));
  return covered.length === editions.length && editions.every(({ id, digest }) => covers[`edition ${id}`] === digest);
}
