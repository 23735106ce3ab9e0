import { describe, expect, it } from 'vitest';
import { isDate, isTimeOfDay, isWallTime } from '../../src/model/time.js';

describe('what is valid', () => {
  it.each(['2021-02-28', '2024-02-29', '2021-12-31', '1999-01-01'])('%s is a date', (text) => {
    expect(isDate(text)).toBe(true);
    expect(isWallTime(text)).toBe(true);
  });

  it.each([
    '2021-02-29',
    '2021-02-30',
    '2021-04-31',
    '2021-13-01',
    '2021-00-10',
    '2021-01-00',
    '2021-1-1',
    '20210101',
    '22/03/2021',
    ' 2021-03-22',
    '2021-03-22\n',
    '+002021-03-22',
    '',
  ])('%j is no date', (text) => {
    expect(isDate(text)).toBe(false);
    expect(isWallTime(text)).toBe(false);
  });

  it.each(['2021-03-26T17:00', '2021-03-26T00:00', '2021-03-26T23:59'])('%s is a wall time', (text) => {
    expect(isWallTime(text)).toBe(true);
  });

  it.each([
    '2021-03-26T24:00',
    '2021-03-26T17:60',
    '2021-03-26T7:00',
    '2021-03-26 17:00',
    '2021-03-26T17:00:00',
    '2021-03-26T17:00Z',
    '2021-03-26T',
    '2021-02-30T17:00',
    '17:00',
  ])('%j is no wall time', (text) => {
    expect(isWallTime(text)).toBe(false);
  });

  it('knows times of day', () => {
    expect(['00:00', '07:00', '19:59', '23:59'].every(isTimeOfDay)).toBe(true);
    expect(['24:00', '7:00', '07:60', '07:00:00', '7am', ''].some(isTimeOfDay)).toBe(false);
  });
});
