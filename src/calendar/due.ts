import type { Cadence } from '../model/cadence.js';
import { addDays } from '../model/days.js';
import type { WallTime } from '../model/time.js';
import { type CalendarContext, comingIssues, type Slot } from './next-issue.js';

/** How a job finds an issue whose time has come: in time, or too late to go out without a person’s word. */
export type Due = { readonly slot: Slot; readonly isLate: boolean };

/** For so many hours past the limit every job tells of an issue that is too late; after that, a watch does. */
const hoursToldOf = 24;

/** Longer than any limit, in days. */
const longestLookBack = 5;

/**
 * The last issue whose time has come, unless that is long ago. Not the ones before it: the newer one has made them stale.
 *
 * @param now on the clocks of the organisation
 * @param mostLate hours after its time for which an issue may still go out by itself
 */
export function dueIssue(cadence: Cadence, context: CalendarContext, now: WallTime, mostLate: number): Due | undefined {
  const today = now.slice(0, 10);
  const last = slotsUntil(cadence, context, addDays(today, -longestLookBack), now).at(-1);
  if (!last) return undefined;
  const hours = hoursBetween(last.sendsAt, now);
  return hours > mostLate + hoursToldOf ? undefined : { slot: last, isLate: hours > mostLate };
}

/**
 * The issues of the past week that should have gone out by now, in order.
 *
 * @param now on the clocks of the organisation
 * @param mostLate hours that an issue may be late
 */
export function pastWeek(cadence: Cadence, context: CalendarContext, now: WallTime, mostLate: number): readonly Slot[] {
  const slots = slotsUntil(cadence, context, addDays(now.slice(0, 10), -7), now);
  return slots.filter(({ sendsAt }) => hoursBetween(sendsAt, now) > mostLate);
}

function slotsUntil(cadence: Cadence, context: CalendarContext, from: WallTime, now: WallTime): readonly Slot[] {
  // A bank holiday can bring an issue forward: by days, from a day that is still to come.
  const planned = comingIssues(cadence, context, from, addDays(now.slice(0, 10), 7));
  return [...planned].filter(({ sendsAt }) => sendsAt <= now);
}

/** Hours on the clocks: in the night when they change one more or less has passed, which no limit needs to know. */
function hoursBetween(from: WallTime, until: WallTime): number {
  return (Date.parse(`${until}Z`) - Date.parse(`${from}Z`)) / 3_600_000;
}
