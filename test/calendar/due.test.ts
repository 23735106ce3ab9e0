import { describe, expect, it } from 'vitest';
import { dueIssue, pastWeek } from '../../src/calendar/due.js';
import type { Cadence } from '../../src/model/cadence.js';

const context = { nation: 'england-and-wales', terms: [] } as const;
const weekly = (more: Partial<Cadence> = {}): Cadence => ({
  every: 'week',
  on: 'monday',
  at: '07:00',
  inHolidays: 'publish',
  onBankHoliday: 'next-working-day',
  ...more,
});
const due = (now: string, cadence = weekly(), mostLate = 6) => {
  const found = dueIssue(cadence, context, now, mostLate);
  return found && [found.slot.date, found.isLate ? 'late' : 'in time'];
};

describe('the issue that is due', () => {
  it.each([
    ['2027-03-22T06:59', undefined, 'a minute before its time'],
    ['2027-03-22T07:00', ['2027-03-22', 'in time'], 'at its time'],
    ['2027-03-22T13:00', ['2027-03-22', 'in time'], 'as late as may be'],
    ['2027-03-22T13:01', ['2027-03-22', 'late'], 'a minute later'],
    ['2027-03-23T13:00', ['2027-03-22', 'late'], 'for a day more'],
    ['2027-03-23T13:01', undefined, 'after that it is nobody’s business but a watch’s'],
  ])('%s: %j (%s)', (now, wanted, _why) => {
    expect(due(now)).toEqual(wanted);
  });

  it('after a bank holiday comes on the day that it was moved to', () => {
    expect(due('2027-05-03T08:00')).toBeUndefined();
    expect(due('2027-05-04T08:00')).toEqual(['2027-05-04', 'in time']);
  });

  it('before a bank holiday comes before the day that it was planned for', () => {
    const fridays = weekly({ on: 'friday', at: '16:30', onBankHoliday: 'previous' });
    expect(due('2027-03-25T16:30', fridays)).toEqual(['2027-03-25', 'in time']);
    expect(due('2027-03-26T16:30', fridays)).toEqual(['2027-03-25', 'late']);
    const mondays = weekly({ onBankHoliday: 'previous' });
    expect(due('2027-03-25T07:00', mondays)).toEqual(['2027-03-25', 'in time']);
  });

  it('is the newer one where the one before may still go', () => {
    expect(due('2027-03-29T08:00', weekly({ onBankHoliday: 'same-day' }), 72)).toEqual(['2027-03-29', 'in time']);
    expect(due('2027-03-29T06:00', weekly({ onBankHoliday: 'same-day' }), 72)).toBeUndefined();
  });

  it('is none where there is none for long', () => {
    expect(due('2027-03-22T08:00', weekly({ every: 'term' }))).toBeUndefined();
  });
});

describe('the past week', () => {
  const past = (now: string, cadence = weekly()) => pastWeek(cadence, context, now, 6).map(({ date }) => date);

  it('has what should have gone out by now, with the time that it may be late', () => {
    expect(past('2027-03-22T13:00')).toEqual(['2027-03-15']);
    expect(past('2027-03-22T13:01')).toEqual(['2027-03-15', '2027-03-22']);
    expect(past('2027-03-23T08:00')).toEqual(['2027-03-22']);
  });

  it('has what a bank holiday brought forward', () => {
    expect(past('2027-03-26T09:00', weekly({ on: 'friday', onBankHoliday: 'previous' }))).toEqual([
      '2027-03-19',
      '2027-03-25',
    ]);
  });
});
