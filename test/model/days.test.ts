import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { weekdays } from '../../src/model/cadence.js';
import { addDays, daysBetween, mondayOf, weekdayFrom, weekdayOf } from '../../src/model/days.js';

const date = fc
  .integer({ min: 0, max: 80_000 })
  .map((days) => Temporal.PlainDate.from('1900-01-01').add({ days }).toString());

describe('days', () => {
  it('agree with Temporal', () => {
    fc.assert(
      fc.property(date, date, fc.integer({ min: -5000, max: 5000 }), (one, other, days) => {
        const plain = Temporal.PlainDate.from(one);
        expect(addDays(one, days)).toBe(plain.add({ days }).toString());
        expect(daysBetween(one, other)).toBe(plain.until(other).days);
        expect(weekdayOf(one)).toBe(weekdays[plain.dayOfWeek - 1]);
      }),
    );
  });

  it.each([
    ['2020-12-31', 'thursday'],
    ['2021-01-01', 'friday'],
    ['2024-02-29', 'thursday'],
    ['2026-11-22', 'sunday'],
    ['2026-12-28', 'monday'],
  ])('%s is a %s', (day, weekday) => {
    expect(weekdayOf(day)).toBe(weekday);
  });

  it('has no weekday for what is no date', () => {
    expect(() => weekdayOf('soon')).toThrow(RangeError);
  });

  it('finds the weekday on a date itself, or within the six days after it', () => {
    expect(weekdayFrom('2021-03-22', 'monday')).toBe('2021-03-22');
    expect(weekdayFrom('2021-03-23', 'monday')).toBe('2021-03-29');
    expect(weekdayFrom('2021-03-22', 'sunday')).toBe('2021-03-28');
  });

  it('begins the week on Monday, across the end of a year of 53 weeks', () => {
    expect(mondayOf('2026-12-28')).toBe('2026-12-28');
    expect(mondayOf('2027-01-03')).toBe('2026-12-28');
    expect(mondayOf('2027-01-04')).toBe('2027-01-04');
  });
});
