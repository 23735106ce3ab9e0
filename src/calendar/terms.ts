import type { Term, Weekday } from '../model/cadence.js';
import { weekdays } from '../model/cadence.js';
import { addDays, daysBetween, mondayOf } from '../model/days.js';
import type { DateText } from '../model/time.js';

/** A term that the organisation gives, or one that is estimated from those that it gives. */
export type SchoolTerm = Term & { readonly estimated?: true };

/** The school year that a date is in, by the year in which it begins: from 1 August, which is in no UK nation's terms. */
export function schoolYearOf(date: DateText): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5, 7) >= '08' ? year : year - 1;
}

/**
 * The terms of one school year in order. Where the organisation gives them they stand; where it gives none, or fewer
 * than in its fullest year, the missing ones are estimated, so that there is a calendar for any year:
 *
 * - the model is the nearest earlier year with the full number of terms, or else the nearest later one;
 * - its terms move by whole weeks, the nearest number to the whole years between, so that they keep their weekdays,
 *   and the years in their names move along;
 * - an estimated term falls away if its middle lies in a term that is given.
 *
 * Easter is not reckoned with: an estimate can be two or three weeks out in spring. No terms given, none estimated.
 */
export function termsOfYear(terms: readonly Term[], year: number): readonly SchoolTerm[] {
  const given = terms.filter((term) => schoolYearOf(term.from) === year);
  const model = modelYear(terms, year);
  if (model === undefined) return inOrder(given);
  const estimated = terms
    .filter((term) => schoolYearOf(term.from) === model)
    .map((term) => moveTerm(term, model, year))
    .filter((term) => !given.some((other) => covers(other, middleOf(term))));
  return inOrder([...given, ...estimated]);
}

/** The term that a date is in, half-term included: one that is given, or else one that is estimated. */
export function termOf(terms: readonly Term[], date: DateText): SchoolTerm | undefined {
  return (
    terms.find((term) => covers(term, date)) ??
    termsOfYear(terms, schoolYearOf(date)).find((term) => covers(term, date))
  );
}

/** Whether a date is outside all terms or in a half-term. Without any terms nothing is known of holidays: false. */
export function inHolidays(terms: readonly Term[], date: DateText): boolean {
  if (terms.length === 0) return false;
  const term = termOf(terms, date);
  return term === undefined || isHalfTerm(term, date);
}

/**
 * The day of a term on which a weekday of its nth school week falls. Week 1 holds the term's first day; weeks that
 * half-term takes most of do not count; a term that is too short gives its last school week. If the weekday is no day of
 * school in that week (a Monday, when term began on the Wednesday), the next week's takes its place, or else the one
 * before. Undefined if the term has no such day at all.
 */
export function dayOfSchoolWeek(term: Term, week: number, on: Weekday): DateText | undefined {
  const days = schoolWeeks(term).map((monday) => addDays(monday, weekdays.indexOf(on)));
  const wanted = Math.min(week, days.length) - 1;
  const isInTerm = (day: DateText) => covers(term, day) && !isHalfTerm(term, day);
  return days.slice(wanted).find(isInTerm) ?? days.slice(0, wanted).findLast(isInTerm);
}

/** The Mondays of a term's school weeks. Whatever takes most of Monday to Friday takes the Wednesday. */
function schoolWeeks(term: Term): DateText[] {
  const mondays: DateText[] = [];
  for (let monday = mondayOf(term.from); monday <= term.until; monday = addDays(monday, 7)) {
    if (!isHalfTerm(term, addDays(monday, 2))) mondays.push(monday);
  }
  return mondays;
}

function covers(span: { readonly from: DateText; readonly until: DateText }, date: DateText): boolean {
  return span.from <= date && date <= span.until;
}

function isHalfTerm(term: Term, date: DateText): boolean {
  return term.halfTerm !== undefined && covers(term.halfTerm, date);
}

/** The school year to estimate a year's missing terms from; undefined if the year lacks none. */
function modelYear(terms: readonly Term[], year: number): number | undefined {
  const counts = new Map<number, number>();
  for (const term of terms) {
    const termYear = schoolYearOf(term.from);
    counts.set(termYear, (counts.get(termYear) ?? 0) + 1);
  }
  const fullest = Math.max(0, ...counts.values());
  if ((counts.get(year) ?? 0) === fullest) return undefined;
  const full = [...counts.keys()].filter((other) => counts.get(other) === fullest).sort((a, b) => a - b);
  return full.findLast((other) => other < year) ?? full[0];
}

function moveTerm(term: Term, model: number, year: number): SchoolTerm {
  const days = 7 * Math.round(daysBetween(`${model}-09-01`, `${year}-09-01`) / 7);
  return {
    name: moveYears(term.name, year - model),
    from: addDays(term.from, days),
    until: addDays(term.until, days),
    ...(term.halfTerm && {
      halfTerm: { from: addDays(term.halfTerm.from, days), until: addDays(term.halfTerm.until, days) },
    }),
    estimated: true,
  };
}

/** "Spring term 2021" becomes "Spring term 2022", and "Spring 2020/21" becomes "Spring 2021/22". */
function moveYears(name: string, years: number): string {
  return name.replace(/\b(\d{4})(?:([/–-])(\d{2}))?\b/g, (_, first: string, mark?: string, second?: string) => {
    const moved = String(Number(first) + years);
    return mark === undefined
      ? moved
      : `${moved}${mark}${String((Number(second) + years + 100) % 100).padStart(2, '0')}`;
  });
}

function middleOf(term: Term): DateText {
  return addDays(term.from, Math.floor(daysBetween(term.from, term.until) / 2));
}

function inOrder(terms: readonly SchoolTerm[]): readonly SchoolTerm[] {
  return [...terms].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}
