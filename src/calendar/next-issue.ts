import type { Cadence, Nation, Term } from '../model/cadence.js';
import { addDays } from '../model/days.js';
import type { Period } from '../model/issue.js';
import { type DateText, startOf, type WallTime } from '../model/time.js';
import { bankHoliday, isWorkingDay, knownUntil } from './holidays.js';
import { type PlannedDay, plannedDays } from './rhythm.js';
import { inHolidays, type SchoolTerm, termOf } from './terms.js';

/** What of the organisation the calendar needs. Wall times are those of its zone. */
export type CalendarContext = {
  readonly nation: Nation;
  readonly terms: readonly Term[];
};

/** A day on which an issue goes out. */
export type Slot = {
  /** The day it goes out, and the name of the issue's folder. */
  readonly date: DateText;
  /** Wall time in the organisation's zone, "2021-03-22T07:00". */
  readonly sendsAt: WallTime;
  /** The day by the rhythm alone, before any move off a bank holiday. */
  readonly planned: DateText;
  /** The title of the bank holiday that it was moved off. */
  readonly moved?: string;
  /** What readers call it by. */
  readonly period: Period;
  /** The name of the term, if there is one issue a term. */
  readonly term?: string;
  /**
   * The data that give out here, so that the date may yet change. Terms come first if both do, since they can move an
   * issue by weeks. Terms count as given out, too, where an issue keeps to them and the organisation gives none.
   */
  readonly estimated?: 'terms' | 'bank-holidays';
};

/** Longer than any run of days without work, so that an issue moved past `from` is found from its planned day. */
const longestMove = 7;

/** Longer than any pause: issues that do not come in three years never will. */
const furthestLook = 3 * 366;

/**
 * The first issue that goes out at a wall time or after it; a bare date means from the start of that day. Undefined if
 * there is none in the next three years: every term without any terms.
 *
 * An issue is planned by the rhythm, then moved off a bank holiday, and then left out if the day that it would really
 * go out on is in the school holidays and the cadence pauses there. `combine` leaves out the same issues as `skip`: the
 * next one carries their items. An issue for every term takes no heed of school holidays.
 *
 * No move reaches the next issue, because the UK never has seven days on end without a working day. The time is wall
 * time: whether the clocks show it that day is for `instantOf` to say.
 */
export function nextIssue(cadence: Cadence, context: CalendarContext, from: WallTime): Slot | undefined {
  const [first] = comingIssues(cadence, context, from, addDays(from.slice(0, 10), furthestLook));
  return first;
}

/** The issues that go out from a wall time on, in order, as `nextIssue` finds each; none is planned after `until`. */
export function* comingIssues(
  cadence: Cadence,
  context: CalendarContext,
  from: WallTime,
  until: DateText,
): Generator<Slot> {
  const first = addDays(from.slice(0, 10), -longestMove);
  for (const planned of plannedDays(cadence, context.terms, first, until)) {
    const slot = slotOf(planned, cadence, context);
    if (slot && slot.sendsAt >= startOf(from)) yield slot;
  }
}

function slotOf(planned: PlannedDay, cadence: Cadence, context: CalendarContext): Slot | undefined {
  const policy = cadence.onBankHoliday;
  const holiday = policy === 'same-day' ? undefined : bankHoliday(context.nation, planned.date);
  if (holiday !== undefined && policy === 'skip') return undefined;
  const date =
    holiday === undefined
      ? planned.date
      : workingDayBeside(planned.date, policy === 'previous' ? -1 : 1, context.nation);

  const pauses = cadence.every !== 'term' && cadence.inHolidays !== 'publish';
  if (pauses && inHolidays(context.terms, date)) return undefined;
  const isTermEstimated = pauses ? isUncertain(termOf(context.terms, date)) : planned.term?.estimated === true;
  const isHolidayEstimated = policy !== 'same-day' && date > knownUntil(context.nation);

  return {
    date,
    sendsAt: `${date}T${cadence.at}`,
    planned: planned.date,
    ...(holiday !== undefined && { moved: holiday }),
    period: periodOf(cadence, planned, date),
    ...(planned.term && { term: planned.term.name }),
    ...(isTermEstimated ? { estimated: 'terms' } : isHolidayEstimated && { estimated: 'bank-holidays' }),
  };
}

/** Whether the days of school around a slot are not the organisation's own word. */
function isUncertain(term: SchoolTerm | undefined): boolean {
  return term === undefined || term.estimated === true;
}

/** The first working day after a date, or before it. */
function workingDayBeside(date: DateText, step: 1 | -1, nation: Nation): DateText {
  let day = addDays(date, step);
  while (!isWorkingDay(nation, day)) day = addDays(day, step);
  return day;
}

function periodOf(cadence: Cadence, planned: PlannedDay, date: DateText): Period {
  switch (cadence.every) {
    case 'week':
    case '2 weeks':
      return { is: 'day', date };
    case 'month':
      return { is: 'month', date: planned.date };
    case '2 months':
      return { is: 'two-months', date: planned.date };
    case 'term':
      return planned.term ? { is: 'term', name: planned.term.name } : { is: 'month', date: planned.date };
  }
}
