import type { Cadence, Term } from '../model/cadence.js';
import { addDays, daysBetween, mondayOf, weekdayFrom } from '../model/days.js';
import type { DateText } from '../model/time.js';
import { dayOfSchoolWeek, type SchoolTerm, schoolYearOf, termsOfYear } from './terms.js';

/** A day that a cadence falls on, before bank holidays and school holidays have their say. */
export type PlannedDay = { readonly date: DateText; readonly term?: SchoolTerm };

/**
 * The days that a cadence falls on, in order, from one date to another (both included). Reckoned from fixed points, not
 * from the issue before, so that a missed issue moves none of the later ones.
 *
 * - Every 2 weeks and every 2 months count from `starting`, in both directions; without it, from a fixed week, and from
 *   January.
 * - Every term is the weekday in school week `termWeek`, or else 5: mid-term, clear of the first week and the last. There
 *   is none without terms.
 */
export function plannedDays(
  cadence: Cadence,
  terms: readonly Term[],
  from: DateText,
  until: DateText,
): Generator<PlannedDay> {
  switch (cadence.every) {
    case 'week':
      return everyWeeks(cadence, 1, from, until);
    case '2 weeks':
      return everyWeeks(cadence, 2, from, until);
    case 'month':
      return everyMonths(cadence, 1, from, until);
    case '2 months':
      return everyMonths(cadence, 2, from, until);
    case 'term':
      return everyTerm(cadence, terms, from, until);
  }
}

/** The Monday that weeks are counted from where a cadence names no start. Week numbers won't do: some years have 53. */
const firstMonday: DateText = '1970-01-05';

function* everyWeeks(cadence: Cadence, weeks: number, from: DateText, until: DateText): Generator<PlannedDay> {
  let date = weekdayFrom(from, cadence.on);
  const since = daysBetween(mondayOf(cadence.starting ?? firstMonday), mondayOf(date)) / 7;
  if (since % weeks !== 0) date = addDays(date, 7);
  for (; date <= until; date = addDays(date, 7 * weeks)) yield { date };
}

function* everyMonths(cadence: Cadence, months: number, from: DateText, until: DateText): Generator<PlannedDay> {
  let month = monthsOf(from);
  if ((month - monthsOf(cadence.starting ?? firstMonday)) % months !== 0) month += 1;
  for (; firstOf(month) <= until; month += months) {
    const date = weekdayFrom(firstOf(month), cadence.on);
    if (from <= date && date <= until) yield { date };
  }
}

function* everyTerm(cadence: Cadence, terms: readonly Term[], from: DateText, until: DateText): Generator<PlannedDay> {
  for (let year = schoolYearOf(from); year <= schoolYearOf(until); year += 1) {
    for (const term of termsOfYear(terms, year)) {
      const date = dayOfSchoolWeek(term, cadence.termWeek ?? 5, cadence.on);
      if (date !== undefined && from <= date && date <= until) yield { date, term };
    }
  }
}

/** Months since the year 0, so that months can be counted across years. */
function monthsOf(date: DateText): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function firstOf(month: number): DateText {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
}
