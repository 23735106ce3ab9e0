import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueNumber } from '../../src/calendar/issue-number.js';
import { comingIssues } from '../../src/calendar/next-issue.js';
import { type Cadence, inHolidaysPolicies, onBankHolidayPolicies } from '../../src/model/cadence.js';
import { contextOf, mondays, terms } from './sample.js';

const known = { number: 412, of: '2021-03-22' };
const number = (date: string, cadence: Cadence = mondays, numbering = known) =>
  issueNumber(numbering, cadence, contextOf(terms), date);

describe('the number of an issue', () => {
  it.each([
    ['2021-03-22', 412],
    ['2021-03-29', 413],
    ['2021-03-15', 411],
    ['2022-03-21', 464],
  ])('of %s is %d', (date, wanted) => {
    expect(number(date)).toBe(wanted);
  });

  it('goes on over weeks that are left out', () => {
    const cadence: Cadence = { ...mondays, inHolidays: 'skip' };
    const dates = [...comingIssues(cadence, contextOf(terms), '2021-03-22', '2021-05-10')].map(({ date }) => date);
    expect(dates.map((date) => number(date, cadence))).toEqual(dates.map((_, index) => 412 + index));
  });

  it('is none before the first', () => {
    expect(number('2021-03-08', mondays, { number: 3, of: '2021-03-22' })).toBe(1);
    expect(number('2021-03-01', mondays, { number: 3, of: '2021-03-22' })).toBeUndefined();
  });

  it('grows by one from issue to issue for years, forwards and backwards, whatever moves or pauses them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...inHolidaysPolicies),
        fc.constantFrom(...onBankHolidayPolicies),
        fc.constantFrom('monday' as const, 'friday' as const),
        (inHolidays, onBankHoliday, on) => {
          const cadence: Cadence = { ...mondays, on, inHolidays, onBankHoliday };
          const slots = [...comingIssues(cadence, contextOf(terms), '2020-03-01', '2022-03-01')];
          const numbers = slots.map(({ date }) => number(date, cadence));
          expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
          expect(numbers[0]).toBeGreaterThan(300);
        },
      ),
      { numRuns: 24 },
    );
  });
});
