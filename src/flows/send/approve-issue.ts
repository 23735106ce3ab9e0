import { approve, judge, type Verdict } from '../../delivery/approval.js';
import type { Approval } from '../../model/approval.js';
import { exitCode, Fault } from '../../model/fault.js';
import type { Finding } from '../../model/finding.js';
import { keepApprovedEdition } from '../../workspace/approved-editions.js';
import { gitUser } from '../../workspace/git.js';
import type { PeopleWorld } from '../people-world.js';
import { keepApproval } from './approvals.js';
import type { SendRequest } from './intended-issue.js';
import { lookAhead, type Outlook } from './look-ahead.js';

/** What came of approving an issue. Without an approval the outlook says what stands in the way. */
export type Approving = {
  readonly outlook: Outlook;
  /** Whether it is not what whoever approves has seen. */
  readonly isAnother?: true;
  readonly approval?: Approval;
  /** The file that it was written to. */
  readonly file?: string;
  /** Whether there is enough now, and what is missing. */
  readonly verdict: Verdict;
};

/** Who approves, and what. */
export type Approver = {
  /** The user of git if absent. */
  readonly name?: string;
  /** The digest of what she has seen: nothing else is approved. Without it, whatever would be sent now. */
  readonly seen?: string;
};

/**
 * Approves an issue as it would be sent now, in a file beside it. Nothing is approved that a guard would refuse to send.
 *
 * @throws Fault (exit 2) where it is not known who approves; otherwise as a send.
 */
export async function approveIssue(
  request: SendRequest,
  { name, seen }: Approver,
  world: PeopleWorld,
): Promise<{ readonly approving?: Approving; readonly findings: readonly Finding[] }> {
  const by = (name ?? gitUser(world.root) ?? '').trim();
  if (by === '') throw nobody();
  const { outlook, editions = [], findings } = await lookAhead(request, world);
  if (!outlook) return { findings };
  if (outlook.refusals.length > 0) return { approving: { outlook, verdict: outlook.verdict }, findings };
  if (seen !== undefined && seen !== outlook.digest)
    return { approving: { outlook, isAnother: true, verdict: outlook.verdict }, findings };
  const now = Date.parse(world.now);
  const { plan, judging } = outlook;
  const approval = approve(plan, by, now, judging.hours);
  const approvals = [...judging.approvals.filter((one) => one.by !== by), approval];
  const file = keepApproval(approval, plan, world);
  for (const edition of editions) keepApprovedEdition(world.root, edition);
  const verdict = judge(plan, approvals, judging.authors, now, judging.thresholds);
  return { approving: { outlook, approval, file, verdict }, findings };
}

function nobody(): Fault {
  return new Fault({
    code: 'approve/nobody',
    exit: exitCode.usage,
    words: 'It is not known who approves.',
    fix: 'Say your name: --by "Ada Lovelace". Git knows it once you have run: git config user.name "Ada Lovelace".',
  });
}
