import { describe, expect, it } from 'vitest';
import { englishDates, timeInWords } from '../../src/language/english-dates.js';

describe('dates', () => {
  it.each([
    ['2021-03-22', 'Monday 22 March 2021'],
    ['2026-12-01', 'Tuesday 1 December 2026'],
    ['2024-02-29', 'Thursday 29 February 2024'],
  ])('%s is %s', (date, words) => {
    expect(englishDates.weekdayDate(date)).toBe(words);
  });

  it('leave out the weekday or the year', () => {
    expect(englishDates.date('2021-03-02')).toBe('2 March 2021');
    expect(englishDates.shortDate('2021-03-22')).toBe('22 March');
  });

  it('name months, alone and in pairs', () => {
    expect(englishDates.month('2021-03-22')).toBe('March 2021');
    expect(englishDates.months('2021-03-01')).toBe('Mar/Apr 2021');
    expect(englishDates.months('2021-06-01')).toBe('Jun/Jul 2021');
    expect(englishDates.months('2021-12-06')).toBe('Dec 2021/Jan 2022');
  });
});

describe('timeInWords', () => {
  it.each([
    ['17:00', '5pm'],
    ['17:30', '5:30pm'],
    ['09:05', '9:05am'],
    ['07:00', '7am'],
    ['12:00', 'midday'],
    ['12:30', '12:30pm'],
    ['00:00', 'midnight'],
    ['00:30', '12:30am'],
    ['11:59', '11:59am'],
    ['23:59', '11:59pm'],
  ])('%s is %s', (time, words) => {
    expect(timeInWords(time)).toBe(words);
  });
});

describe('a moment', () => {
  it.each([
    ['2021-03-26T17:00', '2021-03-22', 'Friday 26 March at 5pm'],
    ['2021-03-26T12:00', '2021-03-22', 'Friday 26 March at midday'],
    ['2021-03-26', '2021-03-22', 'Friday 26 March'],
    // Later in the same year, however far.
    ['2021-12-10', '2021-01-04', 'Friday 10 December'],
    // The next year, near and far.
    ['2021-01-08', '2020-12-14', 'Friday 8 January'],
    ['2022-03-01T17:00', '2021-03-22', 'Tuesday 1 March 2022 at 5pm'],
    ['2022-03-22', '2021-03-22', 'Tuesday 22 March 2022'],
    // The past, near and far.
    ['2020-12-18', '2021-01-04', 'Friday 18 December'],
    ['2021-02-01', '2021-12-06', 'Monday 1 February 2021'],
    ['2020-03-23', '2021-03-22', 'Monday 23 March 2020'],
  ])('%s, read on %s, is %s', (wall, relativeTo, words) => {
    expect(englishDates.moment(wall, relativeTo)).toBe(words);
  });
});

describe('a range', () => {
  it.each([
    // One day.
    ['2021-04-24T10:00', '2021-04-24T16:00', 'Saturday 24 April, 10am to 4pm'],
    ['2021-04-24T09:30', '2021-04-24T12:00', 'Saturday 24 April, 9:30am to midday'],
    ['2021-04-24T10:00', '2021-04-24', 'Saturday 24 April from 10am'],
    ['2021-04-24', '2021-04-24T16:00', 'Saturday 24 April until 4pm'],
    ['2021-04-24', '2021-04-24', 'Saturday 24 April'],
    // No length.
    ['2021-04-24T10:00', undefined, 'Saturday 24 April at 10am'],
    ['2021-04-24T10:00', '2021-04-24T10:00', 'Saturday 24 April at 10am'],
    ['2021-04-24', undefined, 'Saturday 24 April'],
    // Several days.
    ['2021-05-10', '2021-05-14', '10 to 14 May'],
    ['2021-05-28', '2021-06-03', '28 May to 3 June'],
    ['2022-05-10', '2022-05-14', '10 to 14 May 2022'],
    ['2022-05-28', '2022-06-03', '28 May to 3 June 2022'],
    ['2021-12-28', '2022-01-03', '28 December 2021 to 3 January 2022'],
    // Several days with times.
    ['2021-05-07T18:00', '2021-05-09T16:00', 'Friday 7 May at 6pm to Sunday 9 May at 4pm'],
    ['2021-05-07T18:00', '2021-05-09', 'Friday 7 May at 6pm to Sunday 9 May'],
    ['2022-05-06T18:00', '2022-05-08T16:00', 'Friday 6 May 2022 at 6pm to Sunday 8 May 2022 at 4pm'],
  ])('%s to %s is %s', (starts, ends, words) => {
    expect(englishDates.range(starts, ends, '2021-03-22')).toBe(words);
  });

  it('leaves out both years over New Year, when both are near', () => {
    expect(englishDates.range('2020-12-28', '2021-01-03', '2020-12-14')).toBe('28 December to 3 January');
  });
});
