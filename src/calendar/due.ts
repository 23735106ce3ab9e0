import type { Cadence } from '../model/cadence.js';
import { addDays } from '../model/days.js';
import type { WallTime } from '../model/time.js';
import { type CalendarContext, comingIssues, type Slot } from './next-issue.js';

/** How a job finds an issue whose time has come: in time, or too late to send it without a person's word. */
export type Due = { readonly slot: Slot; readonly isLate: boolean };

/** An issue that is older than this is nobody's business any more: it is not even told that it was missed. */
const daysLookedBack = 7;

/**
 * The last issue whose time has come, if it is of this week. Not the ones before it: readers get one issue at a time, and
 * the newer one makes the older one stale.
 *
 * @param now on the clocks of the organisation
 * @param mostLate hours after its time for which an issue may still go out by itself
 */
export function dueIssue(cadence: Cadence, context: CalendarContext, now: WallTime, mostLate: number): Due | undefined {
  const first = addDays(now.slice(0, 10), -daysLookedBack);
  let last: Slot | undefined;
  for (const slot of comingIssues(cadence, context, first, now.slice(0, 10))) {
    if (slot.sendsAt > now) break;
    last = slot;
  }
  return last && { slot: last, isLate: hoursBetween(last.sendsAt, now) > mostLate };
}

/** Hours on the clocks: in the night when they change, one more or less than have passed, which no limit needs to know. */
function hoursBetween(from: WallTime, until: WallTime): number {
  return (Date.parse(`${until}Z`) - Date.parse(`${from}Z`)) / 3_600_000;
}
