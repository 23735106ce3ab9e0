import type { DateText } from './time.js';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

export const rhythms = ['week', '2 weeks', 'month', '2 months', 'term'] as const;
export type Rhythm = (typeof rhythms)[number];

export const onBankHolidayPolicies = ['next-working-day', 'previous', 'skip', 'same-day'] as const;
export type OnBankHoliday = (typeof onBankHolidayPolicies)[number];

export const inHolidaysPolicies = ['publish', 'skip', 'combine'] as const;
export type InHolidays = (typeof inHolidaysPolicies)[number];

export const ifEmptyPolicies = ['stop', 'skip'] as const;
/** What becomes of an issue that no item can run in: somebody has to see to it, or it is left out that time. */
export type IfEmpty = (typeof ifEmptyPolicies)[number];

export const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
/** A division with bank holidays of its own, as GOV.UK names them. */
export type Nation = (typeof nations)[number];

/** When a publication comes out. */
export type Cadence = {
  readonly every: Rhythm;
  /** The weekday; for months the first such weekday of the month. */
  readonly on: Weekday;
  /** Wall time of sending, "07:00". */
  readonly at: string;
  /** A date in the week (or month) that counts as the first, for every 2 weeks and every 2 months. */
  readonly starting?: DateText;
  /** The school week of the term, counted from 1 without half-term weeks; for every term. */
  readonly termWeek?: number;
  readonly inHolidays: InHolidays;
  readonly onBankHoliday: OnBankHoliday;
  /** Absent: `stop`. */
  readonly ifEmpty?: IfEmpty;
};

/** A school term with the half-term break inside it. All dates are inclusive. */
export type Term = {
  readonly name: string;
  readonly from: DateText;
  readonly until: DateText;
  readonly halfTerm?: { readonly from: DateText; readonly until: DateText };
};
