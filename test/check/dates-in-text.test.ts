import { describe, expect, it } from 'vitest';
import { datesIn, inHouseStyle, possibleDays, timeInHouseStyle, timesIn } from '../../src/check/dates-in-text.js';

describe('dates in a text', () => {
  it.each([
    ['on Tuesday, 24th of November 2026.', 'Tuesday 24 November 2026'],
    ['on Tues 24 Nov', 'Tuesday 24 November'],
    ['24 NOVEMBER', '24 November'],
    ['24 November (Tuesday)', 'Tuesday 24 November'],
    ['by November 24, 2026', '24 November 2026'],
    ['on Nov. 24th.', '24 November'],
    ['due 24/11/26', '24 November 2026'],
    ['due 11/24/2026', '24 November 2026'],
    ['due 24.11.2026', '24 November 2026'],
    ['2026-11-24', '24 November 2026'],
    ['Tuesday\n24 November', 'Tuesday 24 November'],
  ])('are found in “%s”', (text, style) => {
    expect(datesIn(text).map(inHouseStyle)).toEqual([style]);
  });

  it.each([
    'In May 24 schools closed.',
    'March 2021',
    'open 24/7',
    'a ratio of 1:30',
    'only 5 may come',
    'version 1.2.26',
    'in 40 March villages',
    'report-2026-11-24.pdf',
    'the May 10km run',
    'May 1.5 million',
  ])('are not found in “%s”', (text) => {
    expect(datesIn(text)).toEqual([]);
  });

  it('give the days before them their month and year', () => {
    expect(datesIn('Monday 10, Tuesday 11 and Friday 14 May 2027').map(inHouseStyle)).toEqual([
      'Monday 10 May 2027',
      'Tuesday 11 May 2027',
      'Friday 14 May 2027',
    ]);
    expect(datesIn('31 December to 4 January 2027').map(({ year }) => year)).toEqual([2026, 2027]);
  });

  it('without a year are those nearest to what is known', () => {
    const date = { day: 5, month: 1 };
    expect(possibleDays(date, ['2026-12-20'])).toEqual(['2027-01-05']);
    expect(possibleDays(date, ['2026-12-20', '2026-02-01'])).toEqual(['2027-01-05', '2026-01-05']);
    expect(possibleDays(date, [])).toEqual([]);
    expect(possibleDays({ day: 29, month: 2 }, ['2024-03-01'])).toEqual(['2024-02-29']);
  });
});

describe('times in a text', () => {
  it.each([
    ['at 6.30pm', '6:30pm'],
    ['at 6 p.m. sharp', '6pm'],
    ['at 18:00', '6pm'],
    ['at 00:15', '12:15am'],
    ['before noon', 'midday'],
    ['until midnight', 'midnight'],
  ])('are found in “%s”', (text, style) => {
    expect(timesIn(text).map(timeInHouseStyle)).toEqual([style]);
  });

  it.each(['chapter 3:16', 'a ratio of 1:30', '13pm', '10 amazing ideas', '12:30:15 on the clock'])(
    'are not found in “%s”',
    (text) => {
      expect(timesIn(text)).toEqual([]);
    },
  );
});
