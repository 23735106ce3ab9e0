import type { Channel } from './publication.js';
import type { DateText, WallTime } from './time.js';

/**
 * How far an issue has come, from the first to the last:
 *
 * - `open`: items may still be written for it.
 * - `copy-closed`: the day for copy is over, and nothing has been made of it.
 * - `built`: it was built, and nobody has said yes to it.
 * - `changed`: it was approved, and is another now or the approval is over.
 * - `approved`: somebody said yes to it as it is. Whether that is enough, a send knows.
 * - `sending`, `sent`, `stopped`: what the ledger says of its send.
 * - `missed`: its time has passed, and nothing was sent.
 * - `left-out`: its time has passed, and it had no items, without which its newsletter does not come out.
 * - `over`: its time has passed, and no ledger says what became of it; or it is print copy.
 */
export const plannedStates = [
  'open',
  'copy-closed',
  'built',
  'changed',
  'approved',
  'sending',
  'sent',
  'stopped',
  'missed',
  'left-out',
  'over',
] as const;
export type PlannedState = (typeof plannedStates)[number];

/** An issue as the calendar has it: on a day, and so far along. */
export type PlannedIssue = {
  readonly publication: string;
  readonly title: string;
  readonly channel: Channel;
  readonly date: DateText;
  /** Wall time in the organisation’s zone. */
  readonly sendsAt: WallTime;
  /** What readers call it by: "22 March 2027", "Mar/Apr 2027". */
  readonly label: string;
  /** Where its newsletter numbers them. */
  readonly number?: number;
  /** The last day for copy. */
  readonly copyDeadline?: DateText;
  /** The day by the rhythm alone, before any move off a bank holiday. */
  readonly planned: DateText;
  /** The bank holiday that it was moved off. */
  readonly moved?: string;
  /** Whether the date may yet change, because of what is not known. */
  readonly estimated?: 'terms' | 'bank-holidays';
  readonly state: PlannedState;
};

/** The first to go out first, for whoever sorts. Wall times of one zone compare as text. */
export function bySendingTime(one: { readonly sendsAt: WallTime }, other: { readonly sendsAt: WallTime }): number {
  return one.sendsAt === other.sendsAt ? 0 : one.sendsAt < other.sendsAt ? -1 : 1;
}
