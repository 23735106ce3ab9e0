import type { SendState } from '../../database/sends.js';
import { addDays } from '../../model/days.js';
import type { PlannedState } from '../../model/planned-issue.js';
import type { WallTime } from '../../model/time.js';
import type { IssueDay } from './planned-issues.js';

/** What tells how far an issue has come. */
export type IssueFacts = {
  /** Whether there is a ledger, which would know of a send. */
  readonly hasLedger: boolean;
  /** Of its last real send, if there is one. */
  readonly send: SendState | undefined;
  /** Whether somebody said yes to it as it is now; absent where nobody has at all. */
  readonly approval: 'approved' | 'changed' | undefined;
  readonly isBuilt: boolean;
  /** Whether it has no items, and its newsletter leaves those out. */
  readonly isLeftOut: boolean;
};

/** How long after its time an issue counts as missed, in days. */
const grace = 1;

/** @param now on the clocks of the organisation */
export function stateOf(
  { channel, date, sendsAt, copyDeadline }: IssueDay,
  now: WallTime,
  { hasLedger, send, approval, isBuilt, isLeftOut }: IssueFacts,
): PlannedState {
  if (send && send !== 'cancelled') return sendStates[send];
  if (channel === 'copy') {
    if (now > sendsAt) return 'over';
  } else if (now > `${addDays(date, grace)}${sendsAt.slice(10)}`) {
    if (isLeftOut) return 'left-out';
    return hasLedger ? 'missed' : 'over';
  }
  if (approval) return approval;
  if (isBuilt) return 'built';
  return copyDeadline !== undefined && now.slice(0, 10) > copyDeadline ? 'copy-closed' : 'open';
}

const sendStates = { open: 'sending', cancelling: 'sending', complete: 'sent', stopped: 'stopped' } as const;
