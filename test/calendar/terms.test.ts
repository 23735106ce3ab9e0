import { describe, expect, it } from 'vitest';
import { dayOfSchoolWeek, inHolidays, schoolYearOf, termOf, termsOfYear } from '../../src/calendar/terms.js';
import type { Term } from '../../src/model/cadence.js';
import { weekdayOf } from '../../src/model/days.js';
import { terms, terms2020, terms2026 } from './sample.js';

const [autumn2020, spring2021, summer2021] = terms2020 as [Term, Term, Term];

describe('school years', () => {
  it.each([
    ['2020-07-31', 2019],
    ['2020-08-01', 2020],
    ['2020-12-31', 2020],
    ['2021-01-01', 2020],
    ['2021-07-21', 2020],
  ])('%s is in the school year of %i', (date, year) => {
    expect(schoolYearOf(date)).toBe(year);
  });
});

describe('termOf and inHolidays', () => {
  it.each([
    ['2020-09-01', undefined, true],
    ['2020-09-02', 'Autumn term 2020', false],
    ['2020-10-25', 'Autumn term 2020', false],
    ['2020-10-26', 'Autumn term 2020', true],
    ['2020-10-30', 'Autumn term 2020', true],
    ['2020-10-31', 'Autumn term 2020', false],
    ['2020-12-18', 'Autumn term 2020', false],
    ['2020-12-19', undefined, true],
    ['2021-03-22', 'Spring term 2021', false],
    ['2021-04-05', undefined, true],
    ['2021-07-21', 'Summer term 2021', false],
    ['2021-08-02', undefined, true],
  ])('%s: term %s, holidays %s', (date, name, isHoliday) => {
    expect(termOf(terms, date)?.name).toBe(name);
    expect(inHolidays(terms, date)).toBe(isHoliday);
  });

  it('knows nothing without terms', () => {
    expect(termOf([], '2021-03-22')).toBeUndefined();
    expect(inHolidays([], '2021-08-02')).toBe(false);
  });
});

describe('termsOfYear', () => {
  it('gives the terms of the organisation as they are, in order', () => {
    expect(termsOfYear([...terms].reverse(), 2020)).toEqual(terms2020);
    expect(termsOfYear(terms, 2026)).toEqual(terms2026);
  });

  it('repeats the nearest earlier year by whole weeks, beyond the terms and in a gap between them', () => {
    expect(termsOfYear(terms, 2027)).toEqual([
      {
        name: 'Autumn term 2027',
        from: '2027-08-31',
        until: '2027-12-17',
        halfTerm: { from: '2027-10-25', until: '2027-10-29' },
        estimated: true,
      },
      {
        name: 'Spring term 2028',
        from: '2028-01-03',
        until: '2028-03-23',
        halfTerm: { from: '2028-02-14', until: '2028-02-18' },
        estimated: true,
      },
      {
        name: 'Summer term 2028',
        from: '2028-04-10',
        until: '2028-07-18',
        halfTerm: { from: '2028-05-29', until: '2028-06-02' },
        estimated: true,
      },
    ]);
    expect(termsOfYear(terms, 2022).map(({ name, from }) => [name, from])).toEqual([
      ['Autumn term 2022', '2022-08-31'],
      ['Spring term 2023', '2023-01-02'],
      ['Summer term 2023', '2023-04-17'],
    ]);
  });

  it('repeats the first year backwards, before all terms', () => {
    expect(termsOfYear(terms, 2018).map(({ name, from }) => [name, from])).toEqual([
      ['Autumn term 2018', '2018-09-05'],
      ['Spring term 2019', '2019-01-07'],
      ['Summer term 2019', '2019-04-22'],
    ]);
  });

  it('keeps weekdays, and stays within four days of whole years, for twenty years', () => {
    for (let year = 2021; year <= 2040; year += 1) {
      const estimated = termsOfYear(terms2020, year);
      expect(estimated.map((term) => weekdayOf(term.from))).toEqual(['wednesday', 'monday', 'monday']);
      const autumn = estimated[0]?.from ?? '';
      expect(autumn >= `${year}-08-29` && autumn <= `${year}-09-06`).toBe(true);
    }
  });

  it('completes a year of which only the first terms are given', () => {
    const known = termsOfYear([...terms2020, { name: 'Autumn 2021', from: '2021-09-06', until: '2021-12-17' }], 2021);
    expect(known.map(({ name, estimated }) => [name, estimated])).toEqual([
      ['Autumn 2021', undefined],
      ['Spring term 2022', true],
      ['Summer term 2022', true],
    ]);
  });

  it('moves the years in a name, however they are written', () => {
    const names = ['Spring 2020/21', 'Term 3 (2020–21)', 'Spring term', 'Spring 1999-00'].map(
      (name) => termsOfYear([{ name, from: '2021-01-04', until: '2021-04-01' }], 2022)[0]?.name,
    );
    expect(names).toEqual(['Spring 2022/23', 'Term 3 (2022–23)', 'Spring term', 'Spring 2001-02']);
  });

  it('invents nothing without terms', () => {
    expect(termsOfYear([], 2026)).toEqual([]);
  });
});

describe('dayOfSchoolWeek', () => {
  it.each([
    [spring2021, 1, '2021-01-04'],
    [spring2021, 5, '2021-02-01'],
    [spring2021, 6, '2021-02-08'],
    // 15 February is half-term.
    [spring2021, 7, '2021-02-22'],
    [spring2021, 12, '2021-03-29'],
    [spring2021, 30, '2021-03-29'],
    // Week 1 began on Monday 31 August, before term did.
    [autumn2020, 1, '2020-09-07'],
    [autumn2020, 2, '2020-09-07'],
    [autumn2020, 5, '2020-09-28'],
    [autumn2020, 9, '2020-11-02'],
    [summer2021, 5, '2021-05-17'],
  ])('%o, week %i: Monday %s', (term, week, day) => {
    expect(dayOfSchoolWeek(term, week, 'monday')).toBe(day);
  });

  it('takes the week before if the last one lacks the day', () => {
    expect(dayOfSchoolWeek(spring2021, 30, 'friday')).toBe('2021-03-26');
  });

  it('leaves out a half-term written without its bank holiday, but not one of two days', () => {
    const written = (from: string, until: string) => ({ ...summer2021, halfTerm: { from, until } });
    expect(dayOfSchoolWeek(written('2021-06-01', '2021-06-04'), 7, 'monday')).toBe('2021-06-07');
    expect(dayOfSchoolWeek(written('2021-06-03', '2021-06-04'), 7, 'monday')).toBe('2021-05-31');
  });

  it('leaves out both weeks of a long half-term', () => {
    const october = { name: 'Term 1', from: '2026-08-17', until: '2026-12-18' };
    const term = { ...october, halfTerm: { from: '2026-10-05', until: '2026-10-16' } };
    expect(dayOfSchoolWeek(term, 7, 'thursday')).toBe('2026-10-01');
    expect(dayOfSchoolWeek(term, 8, 'thursday')).toBe('2026-10-22');
  });

  it('finds none in a term without such a day', () => {
    expect(dayOfSchoolWeek({ name: 'Taster', from: '2021-01-05', until: '2021-01-07' }, 1, 'monday')).toBeUndefined();
  });
});
