import { approvalText, readApproval } from '../../content/read-approval.js';
import type { Thresholds } from '../../delivery/approval.js';
import type { SendPlan } from '../../delivery/plan.js';
import { transports } from '../../delivery/transports/transports.js';
import type { Approval } from '../../model/approval.js';
import type { Finding } from '../../model/finding.js';
import { approvalFile, approvalFolder, readApprovals } from '../../workspace/approvals.js';
import { authorsOf } from '../../workspace/git.js';
import { replaceFile } from '../../workspace/write-file.js';
import type { PeopleWorld } from '../people-world.js';
import type { IntendedIssue } from './intended-issue.js';

/** What approvals of an issue are judged by. */
export type Judging = {
  readonly approvals: readonly Approval[];
  /** What is wrong with their files. */
  readonly findings: readonly Finding[];
  /** Who wrote the issue, where that is known. */
  readonly authors: readonly string[] | undefined;
  readonly thresholds: Thresholds;
  /** For how long an approval holds. */
  readonly hours: number;
};

/** A rehearsal reaches nobody, so anybody may say yes to it. */
const forRehearsals: Thresholds = { rules: [{ approvers: 1, authorCounts: true }] };

/** Finds out who approved an issue, who wrote it, and who has to approve it. */
export function judgingOf({ loaded, next, kind }: IntendedIssue, { root }: PeopleWorld): Judging {
  const { publication, slot, mail } = next;
  const { organisation, items } = loaded.content;
  const read = readApprovals(root, publication.id, slot.date).map(readApproval);
  const used = new Set(mail.editions.flatMap((edition) => edition.items));
  const folder = `issues/${publication.id}/${slot.date}`;
  const files = items.filter(({ id }) => used.has(id)).map(({ source }) => source.file);
  return {
    approvals: read.flatMap(({ value }) => value ?? []),
    findings: read.flatMap(({ findings }) => findings),
    authors: authorsOf(root, folder, approvalFolder(publication.id, slot.date), files),
    thresholds: transports[kind].isReal
      ? { rules: organisation.approval.rules, approvers: publication.approvers }
      : forRehearsals,
    hours: organisation.approval.hours,
  };
}

/** Writes an approval beside the issue. Gives the file. */
export function keepApproval(approval: Approval, { publication, date }: SendPlan, { root }: PeopleWorld): string {
  const file = approvalFile(publication, date, approval.by);
  replaceFile(root, file, approvalText(approval));
  return file;
}
