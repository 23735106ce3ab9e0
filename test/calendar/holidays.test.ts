import { describe, expect, it } from 'vitest';
import { asOf, bankHolidays, until } from '../../src/calendar/data/bank-holidays.js';
import { bankHoliday, bankHolidaysAsOf, isWorkingDay, knownUntil } from '../../src/calendar/holidays.js';
import { nations } from '../../src/model/cadence.js';
import { addDays, weekdayOf } from '../../src/model/days.js';

describe.each(nations)('bank holidays of %s', (nation) => {
  const dates = Object.keys(bankHolidays[nation]);

  it('know the next year: if not, add it from GOV.UK', () => {
    const nextYear = new Date().getUTCFullYear() + 1;
    expect(until[nation]).toBeGreaterThanOrEqual(nextYear);
    expect(dates.filter((date) => date.startsWith(`${nextYear}-`)).length).toBeGreaterThanOrEqual(8);
  });

  it('have every year from 2012 to the last, with its Good Friday', () => {
    for (let year = 2012; year <= until[nation]; year += 1) {
      const ofYear = dates.filter((date) => date.startsWith(`${year}-`));
      expect(ofYear.length).toBeGreaterThanOrEqual(8);
      expect(ofYear.filter((date) => bankHoliday(nation, date) === 'Good Friday').map(weekdayOf)).toEqual(['friday']);
    }
    expect(dates.every((date) => date <= knownUntil(nation))).toBe(true);
  });

  it('are dates in order, none of them at a weekend', () => {
    expect(dates).toEqual([...dates].sort());
    expect(dates.filter((date) => ['saturday', 'sunday'].includes(weekdayOf(date)))).toEqual([]);
  });

  it('never make seven days on end without a working day, on which moves rely', () => {
    let run = 0;
    for (let day = '2012-01-01'; day <= knownUntil(nation); day = addDays(day, 1)) {
      run = isWorkingDay(nation, day) ? 0 : run + 1;
      expect(run).toBeLessThan(7);
    }
  });
});

describe('bankHoliday', () => {
  it.each([
    ['england-and-wales', '2020-05-08', 'Early May bank holiday (VE day)'],
    ['england-and-wales', '2027-12-27', 'Christmas Day'],
    ['england-and-wales', '2027-12-28', 'Boxing Day'],
    ['england-and-wales', '2026-06-15', undefined],
    ['england-and-wales', '2026-03-17', undefined],
    ['scotland', '2026-06-15', 'World Cup bank holiday'],
    ['scotland', '2026-11-30', 'St Andrew’s Day'],
    ['scotland', '2026-04-06', undefined],
    ['scotland', '2026-08-03', 'Summer bank holiday'],
    ['northern-ireland', '2026-03-17', 'St Patrick’s Day'],
    ['northern-ireland', '2026-07-13', 'Battle of the Boyne (Orangemen’s Day)'],
  ] as const)('in %s, %s is %s', (nation, date, title) => {
    expect(bankHoliday(nation, date)).toBe(title);
  });

  it('says how far it knows', () => {
    expect(knownUntil('scotland')).toBe('2028-12-31');
    expect(bankHolidaysAsOf).toBe(asOf);
    expect(bankHoliday('scotland', '2029-01-01')).toBeUndefined();
  });
});

describe('isWorkingDay', () => {
  it.each([
    ['2027-12-24', true],
    ['2027-12-25', false],
    ['2027-12-26', false],
    ['2027-12-27', false],
    ['2027-12-28', false],
    ['2027-12-29', true],
  ])('%s: %s', (date, isWorking) => {
    expect(isWorkingDay('england-and-wales', date)).toBe(isWorking);
  });
});
