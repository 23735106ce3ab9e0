import { createHash } from 'node:crypto';
import type { Sender } from '../model/publication.js';
import type { DateText } from '../model/time.js';
import type { Canary } from './canary.js';

/** A setting of a transport that changes what goes out or how. Never a secret. */
export type Setting = string | number | boolean;

/** Everything about a send, before any of it is sent. It is made whole, shown, approved, and only then applied. */
export type SendPlan = {
  readonly publication: string;
  /** Of the issue. */
  readonly date: DateText;
  readonly editions: readonly { readonly id: string; readonly digest: string; readonly recipients: number }[];
  readonly audience: string;
  /** Absent while nobody is written down yet: then the counts are those of the source as it is now. */
  readonly roster?: { readonly id: string; readonly digest: string };
  readonly counts: {
    readonly recipients: number;
    readonly excluded: Readonly<Record<string, number>>;
    readonly batches: number;
  };
  readonly sender: Sender;
  readonly transport: { readonly kind: string; readonly settings: Readonly<Record<string, Setting>> };
  /** An ISO instant; absent where it goes out as soon as it is sent, but for the hold. */
  readonly sendAt?: string;
  /** Minutes for which the provider keeps it, so that it can be taken back. */
  readonly hold: number;
  readonly canary: Canary;
  /** Absent where there are none. */
  readonly overrides?: readonly Override[];
};

/** An error of the check that an editor stands by: which, in what file, why, and through which day. */
export type Override = {
  readonly rule: string;
  readonly file: string;
  readonly words: string;
  readonly because: string;
  readonly until: DateText;
};

/** What stands in the way of a plan, and what to do. */
export type PlanRefusal = { readonly words: string; readonly fix: string };

/**
 * SHA-256 in hex over a plan. Equal plans have the same, whatever order their parts were put together in, and plans
 * that differ in anything do not.
 */
export function planDigest(plan: SendPlan): string {
  return valueDigest(plan);
}

/** SHA-256 in hex over plain data, as JSON with its keys in order. What is undefined counts as absent. */
export function valueDigest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, inOrder), 'utf8').digest('hex');
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const minute = 60_000;
/** SendGrid takes nothing that is to go out later than 72 hours from now ("send_at" of POST /v3/mail/send). */
const longestAhead = 72 * 60 * minute;
/** SendGrid promises a cancellation only until 10 minutes before the time of sending (Cancel Scheduled Sends). */
const lastCancel = 10 * minute;

/** When a plan goes out if it is sent now, in milliseconds since 1970. */
export function releaseOf({ sendAt, hold }: Pick<SendPlan, 'sendAt' | 'hold'>, now: number): number {
  return Math.max(sendAt === undefined ? now : Date.parse(sendAt), now + hold * minute);
}

/**
 * What is wrong with the times of a plan.
 *
 * @param now milliseconds since 1970
 */
export function timeRefusals(plan: Pick<SendPlan, 'sendAt' | 'hold'>, now: number): PlanRefusal[] {
  const { sendAt, hold } = plan;
  const refusals: PlanRefusal[] = [];
  const at = sendAt === undefined ? undefined : Date.parse(sendAt);
  if (Number.isNaN(at)) {
    return [{ words: 'The time of sending is no time.', fix: 'Write it as 2026-11-23T10:53:00Z.' }];
  }
  if (at !== undefined && at <= now) {
    refusals.push({ words: 'The time of sending has passed.', fix: 'Choose a later one, or none to send at once.' });
  }
  if (releaseOf(plan, now) - now > longestAhead) {
    refusals.push({
      words: 'The time of sending is more than 72 hours away, and the provider takes nothing so early.',
      fix: 'Send it nearer to the time.',
    });
  }
  if (hold !== 0 && !(hold * minute > lastCancel)) {
    refusals.push({
      words: `A hold of ${hold} minutes is too short: until ten minutes before it goes out it can be taken back.`,
      fix: 'Hold it for more than 10 minutes, for example 30, or not at all.',
    });
  }
  return refusals;
}
