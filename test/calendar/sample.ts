import type { Cadence, Nation, Term } from '../../src/model/cadence.js';

function term(name: string, from: string, until: string, halfFrom: string, halfUntil: string): Term {
  return { name, from, until, halfTerm: { from: halfFrom, until: halfUntil } };
}

export const terms2020: readonly Term[] = [
  term('Autumn term 2020', '2020-09-02', '2020-12-18', '2020-10-26', '2020-10-30'),
  term('Spring term 2021', '2021-01-04', '2021-04-01', '2021-02-15', '2021-02-19'),
  term('Summer term 2021', '2021-04-19', '2021-07-21', '2021-05-31', '2021-06-04'),
];

export const terms2026: readonly Term[] = [
  term('Autumn term 2026', '2026-09-01', '2026-12-18', '2026-10-26', '2026-10-30'),
  term('Spring term 2027', '2027-01-04', '2027-03-25', '2027-02-15', '2027-02-19'),
  term('Summer term 2027', '2027-04-12', '2027-07-20', '2027-05-31', '2027-06-04'),
];

/** As an organisation may well have them: an old year kept, a gap, and the year that is running. */
export const terms: readonly Term[] = [...terms2020, ...terms2026];

export function contextOf(given: readonly Term[] = terms, nation: Nation = 'england-and-wales') {
  return { nation, terms: given };
}

/** Monday morning, every week, whatever the schools do. */
export const mondays: Cadence = {
  every: 'week',
  on: 'monday',
  at: '07:00',
  inHolidays: 'publish',
  onBankHoliday: 'next-working-day',
};
