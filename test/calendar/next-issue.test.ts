import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelOf } from '../../src/assemble/headline.js';
import { bankHoliday, isWorkingDay } from '../../src/calendar/holidays.js';
import { type CalendarContext, nextIssue, type Slot } from '../../src/calendar/next-issue.js';
import { inHolidays, schoolYearOf } from '../../src/calendar/terms.js';
import { instantOf } from '../../src/calendar/zone.js';
import { english } from '../../src/language/english.js';
import {
  type Cadence,
  inHolidaysPolicies,
  nations,
  onBankHolidayPolicies,
  type Rhythm,
  rhythms,
  weekdays,
} from '../../src/model/cadence.js';
import { addDays, daysBetween, mondayOf, weekdayOf } from '../../src/model/days.js';
import type { Period } from '../../src/model/issue.js';
import { contextOf, mondays, terms, terms2020, terms2026 } from './sample.js';

/** All slots from one date to another, each asked for on the day after the one before. */
function slotsBetween(cadence: Cadence, context: CalendarContext, from: string, until: string): Slot[] {
  const slots: Slot[] = [];
  let slot = nextIssue(cadence, context, from);
  while (slot && slot.date <= until) {
    slots.push(slot);
    slot = nextIssue(cadence, context, addDays(slot.date, 1));
  }
  return slots;
}

function datesOf(cadence: Cadence, from: string, until: string, context = contextOf()): string[] {
  return slotsBetween(cadence, context, from, until).map((slot) => slot.date);
}

/** What English readers call an issue. */
function label(period: Period): string {
  return labelOf(period, english.dates);
}

describe('every week', () => {
  it('is this Monday when asked with its bare date or before the hour, and the next one after the hour', () => {
    const at = (from: string) => nextIssue(mondays, contextOf(), from)?.sendsAt;
    expect(at('2021-03-22')).toBe('2021-03-22T07:00');
    expect(at('2021-03-22T07:00')).toBe('2021-03-22T07:00');
    expect(at('2021-03-22T07:01')).toBe('2021-03-29T07:00');
    expect(at('2021-03-22T10:00')).toBe('2021-03-29T07:00');
    expect(at('2021-03-16')).toBe('2021-03-22T07:00');
  });

  it('gives the whole slot', () => {
    expect(nextIssue(mondays, contextOf(), '2021-03-16')).toEqual({
      date: '2021-03-22',
      sendsAt: '2021-03-22T07:00',
      planned: '2021-03-22',
      period: { is: 'day', date: '2021-03-22' },
    });
    expect(nextIssue(mondays, contextOf(), '2027-12-27')).toEqual({
      date: '2027-12-29',
      sendsAt: '2027-12-29T07:00',
      planned: '2027-12-27',
      moved: 'Christmas Day',
      period: { is: 'day', date: '2027-12-29' },
    });
  });

  it('keeps its hour on the wall when the clocks change', () => {
    const instants = (from: string, until: string) =>
      slotsBetween(mondays, contextOf(), from, until).map((slot) => instantOf(slot.sendsAt, 'Europe/London'));
    expect(instants('2026-03-23', '2026-03-30')).toEqual(['2026-03-23T07:00:00Z', '2026-03-30T06:00:00Z']);
    expect(instants('2026-10-19', '2026-10-26')).toEqual(['2026-10-19T06:00:00Z', '2026-10-26T07:00:00Z']);
  });

  it('goes on over the end of a year of 53 weeks', () => {
    expect(datesOf(mondays, '2026-12-15', '2027-01-12')).toEqual([
      '2026-12-21',
      '2026-12-29',
      '2027-01-04',
      '2027-01-11',
    ]);
  });
});

describe('Mondays lost to bank holidays', () => {
  it.each([
    [2026, ['2026-04-07', '2026-05-05', '2026-05-26', '2026-09-01', '2026-12-29']],
    [2027, ['2027-03-30', '2027-05-04', '2027-06-01', '2027-08-31', '2027-12-29']],
    [2028, ['2028-01-04', '2028-04-18', '2028-05-02', '2028-05-30', '2028-08-29', '2028-12-27']],
  ])('%i in England and Wales', (year, moved) => {
    const slots = slotsBetween(mondays, contextOf(), `${year}-01-01`, `${year}-12-31`);
    expect(slots.filter((slot) => slot.moved).map((slot) => slot.date)).toEqual(moved);
  });

  it('differ in Scotland', () => {
    const slots = slotsBetween(mondays, contextOf(terms, 'scotland'), '2026-01-01', '2026-12-31');
    expect(slots.filter((slot) => slot.moved).map((slot) => [slot.date, slot.moved])).toEqual([
      ['2026-05-05', 'Early May bank holiday'],
      ['2026-05-26', 'Spring bank holiday'],
      ['2026-06-16', 'World Cup bank holiday'],
      ['2026-08-04', 'Summer bank holiday'],
      ['2026-12-01', 'St Andrew’s Day'],
      ['2026-12-29', 'Boxing Day'],
    ]);
  });

  it.each([
    ['next-working-day', '2027-12-29'],
    ['previous', '2027-12-24'],
    ['skip', '2028-01-10'],
    ['same-day', '2027-12-27'],
  ] as const)('%s at Christmas 2027', (onBankHoliday, date) => {
    const from = onBankHoliday === 'previous' ? '2027-12-21' : '2027-12-25';
    expect(nextIssue({ ...mondays, onBankHoliday }, contextOf(), from)?.date).toBe(date);
  });

  it('is still to come when its Monday has passed but the day that it moved to has not', () => {
    expect(nextIssue(mondays, contextOf(), '2027-12-29T06:00')?.date).toBe('2027-12-29');
    expect(nextIssue(mondays, contextOf(), '2027-12-29T08:00')?.date).toBe('2028-01-04');
  });

  it('is over when it went out before its Monday', () => {
    expect(nextIssue({ ...mondays, onBankHoliday: 'previous' }, contextOf(), '2027-12-27')?.date).toBe('2027-12-31');
  });

  it('moves a Friday over Easter', () => {
    expect(nextIssue({ ...mondays, on: 'friday' }, contextOf(), '2021-03-27')?.date).toBe('2021-04-06');
  });
});

describe('every 2 weeks', () => {
  const fortnightly: Cadence = { ...mondays, every: '2 weeks', starting: '2020-11-11' };

  it('counts from the week of the start across the ends of months and years', () => {
    expect(datesOf(fortnightly, '2020-11-01', '2021-02-28')).toEqual([
      '2020-11-09',
      '2020-11-23',
      '2020-12-07',
      '2020-12-21',
      '2021-01-04',
      '2021-01-18',
      '2021-02-01',
      '2021-02-15',
    ]);
  });

  it('counts backwards from a start in the future alike', () => {
    const later = { ...fortnightly, starting: addDays('2020-11-11', 14 * 150) };
    expect(datesOf(later, '2020-11-01', '2021-12-31')).toEqual(datesOf(fortnightly, '2020-11-01', '2021-12-31'));
  });

  it('counts by weeks, so that the weekday of the start is nothing', () => {
    for (const starting of ['2020-11-09', '2020-11-13', '2020-11-15']) {
      expect(nextIssue({ ...fortnightly, starting }, contextOf(), '2020-11-10')?.date).toBe('2020-11-23');
    }
    expect(nextIssue({ ...fortnightly, starting: '2020-11-16' }, contextOf(), '2020-11-10')?.date).toBe('2020-11-16');
  });
});

describe('every month and every 2 months', () => {
  it('is the first such weekday', () => {
    const monthly: Cadence = { ...mondays, every: 'month', on: 'thursday' };
    const slots = slotsBetween(monthly, contextOf(), '2020-12-04', '2021-04-30');
    expect(slots.map(({ date, period }) => [date, label(period)])).toEqual([
      ['2021-01-07', 'January 2021'],
      ['2021-02-04', 'February 2021'],
      ['2021-03-04', 'March 2021'],
      ['2021-04-01', 'April 2021'],
    ]);
  });

  it('is labelled by its month, even when it went out at the end of the one before', () => {
    const monthly: Cadence = { ...mondays, every: 'month', onBankHoliday: 'previous' };
    const slot = nextIssue(monthly, contextOf(), '2021-04-20');
    expect(slot).toMatchObject({ date: '2021-04-30', period: { is: 'month', date: '2021-05-03' } });
    expect(slot && label(slot.period)).toBe('May 2021');
  });

  it.each([
    [undefined, ['Jan/Feb 2021', 'Mar/Apr 2021', 'May/Jun 2021', 'Jul/Aug 2021', 'Sep/Oct 2021', 'Nov/Dec 2021']],
    [
      '2019-04-30',
      ['Feb/Mar 2021', 'Apr/May 2021', 'Jun/Jul 2021', 'Aug/Sep 2021', 'Oct/Nov 2021', 'Dec 2021/Jan 2022'],
    ],
  ])('starting %s, every 2 months', (starting, labels) => {
    const cadence: Cadence = { ...mondays, every: '2 months', ...(starting && { starting }) };
    const slots = slotsBetween(cadence, contextOf(), '2021-01-01', '2021-12-31');
    expect(slots.map(({ period }) => label(period))).toEqual(labels);
  });
});

describe('every term', () => {
  const termly: Cadence = { ...mondays, every: 'term', inHolidays: 'skip' };

  it('is in week 5 of each term, named after it', () => {
    const slots = slotsBetween(termly, contextOf(), '2020-09-01', '2021-08-31');
    expect(slots.map(({ date, period, term }) => [date, label(period), term])).toEqual([
      ['2020-09-28', 'Autumn term 2020', 'Autumn term 2020'],
      ['2021-02-01', 'Spring term 2021', 'Spring term 2021'],
      ['2021-05-17', 'Summer term 2021', 'Summer term 2021'],
    ]);
    expect(slots.some((slot) => slot.estimated)).toBe(false);
  });

  it('goes by the week that the cadence names', () => {
    const cadence = { ...termly, termWeek: 7 };
    expect(datesOf(cadence, '2026-09-01', '2027-07-31')).toEqual(['2026-10-12', '2027-02-22', '2027-05-24']);
  });

  it('is moved off a bank holiday like any other', () => {
    expect(nextIssue({ ...termly, termWeek: 4 }, contextOf(terms2026), '2027-04-12')).toMatchObject({
      planned: '2027-05-03',
      date: '2027-05-04',
      moved: 'Early May bank holiday',
      term: 'Summer term 2027',
    });
  });

  it('is estimated where the terms give out: beyond them and in a gap between them', () => {
    expect(nextIssue(termly, contextOf(), '2022-01-01')).toMatchObject({
      date: '2022-01-31',
      term: 'Spring term 2022',
      estimated: 'terms',
    });
    expect(nextIssue(termly, contextOf(), '2040-01-01')).toMatchObject({
      term: 'Spring term 2040',
      estimated: 'terms',
    });
    expect(nextIssue(termly, contextOf(), '2026-08-01')).toEqual({
      date: '2026-09-28',
      sendsAt: '2026-09-28T07:00',
      planned: '2026-09-28',
      period: { is: 'term', name: 'Autumn term 2026' },
      term: 'Autumn term 2026',
    });
  });

  it('has none without terms', () => {
    expect(nextIssue(termly, contextOf([]), '2021-03-22')).toBeUndefined();
  });

  it('has none if no term ever has such a day', () => {
    const taster = [{ name: 'Taster', from: '2021-01-05', until: '2021-01-07' }];
    expect(nextIssue(termly, contextOf(taster), '2021-01-01')).toBeUndefined();
  });
});

describe('school holidays', () => {
  it.each(['skip', 'combine'] as const)('%s leaves out half-terms and holidays', (inHolidays) => {
    const dates = datesOf({ ...mondays, inHolidays }, '2021-01-01', '2021-09-01');
    expect(dates).toEqual([
      ...['2021-01-04', '2021-01-11', '2021-01-18', '2021-01-25', '2021-02-01', '2021-02-08'],
      ...['2021-02-22', '2021-03-01', '2021-03-08', '2021-03-15', '2021-03-22', '2021-03-29'],
      ...['2021-04-19', '2021-04-26', '2021-05-04', '2021-05-10', '2021-05-17', '2021-05-24'],
      ...['2021-06-07', '2021-06-14', '2021-06-21', '2021-06-28', '2021-07-05', '2021-07-12', '2021-07-19'],
    ]);
  });

  it('goes by the day that the issue really goes out on', () => {
    // Monday 31 August 2026 is a bank holiday before term; Tuesday is its first day.
    expect(nextIssue({ ...mondays, inHolidays: 'skip' }, contextOf(terms2026), '2026-08-01')).toMatchObject({
      date: '2026-09-01',
      planned: '2026-08-31',
    });
  });

  it('says when the terms that it goes by are estimated, or unknown', () => {
    const skipping: Cadence = { ...mondays, inHolidays: 'skip' };
    expect(nextIssue(skipping, contextOf(terms2020), '2021-07-20')).toMatchObject({
      date: '2021-09-06',
      estimated: 'terms',
    });
    expect(nextIssue(skipping, contextOf([]), '2021-08-01')).toMatchObject({ date: '2021-08-02', estimated: 'terms' });
    expect(nextIssue(mondays, contextOf([]), '2021-08-01')?.estimated).toBeUndefined();
  });
});

describe('bank holidays not yet known', () => {
  it.each([
    ['next-working-day', '2028-12-20', undefined],
    ['next-working-day', '2029-01-02', 'bank-holidays'],
    ['previous', '2028-12-30', 'bank-holidays'],
    ['skip', '2029-01-02', 'bank-holidays'],
    ['same-day', '2029-01-02', undefined],
  ] as const)('%s from %s: %s', (onBankHoliday, from, estimated) => {
    expect(nextIssue({ ...mondays, onBankHoliday }, contextOf(), from)?.estimated).toBe(estimated);
  });
});

const cadences: fc.Arbitrary<Cadence> = fc.record(
  {
    every: fc.constantFrom(...rhythms),
    on: fc.constantFrom(...weekdays),
    at: fc.constantFrom('00:00', '07:00', '17:30', '23:59'),
    starting: fc.constantFrom('2019-02-14', '2020-12-31', '2024-02-29', '2031-07-06'),
    termWeek: fc.integer({ min: 1, max: 16 }),
    inHolidays: fc.constantFrom(...inHolidaysPolicies),
    onBankHoliday: fc.constantFrom(...onBankHolidayPolicies),
  },
  { requiredKeys: ['every', 'on', 'at', 'inHolidays', 'onBankHoliday'] },
);

const contexts = fc
  .tuple(fc.constantFrom(terms, terms2020, terms2026), fc.constantFrom(...nations))
  .map(([given, nation]) => contextOf(given, nation));

describe('for twenty years, whatever the cadence', () => {
  it('issues come in order, when they should, and where they may', () => {
    fc.assert(
      fc.property(cadences, contexts, (cadence, context) => {
        const slots = slotsBetween(cadence, context, '2020-08-01', '2040-07-31');
        expect(slots.length).toBeGreaterThan(15);
        for (const [index, slot] of slots.entries()) {
          const before = slots[index - 1];
          if (before) expect(slot.sendsAt > before.sendsAt).toBe(true);
          expect(slot.sendsAt).toBe(`${slot.date}T${cadence.at}`);
          expect(weekdayOf(slot.planned)).toBe(cadence.on);
          expect(slot.moved).toBe(
            cadence.onBankHoliday === 'same-day' ? undefined : bankHoliday(context.nation, slot.planned),
          );
          if (slot.moved === undefined) expect(slot.date).toBe(slot.planned);
          else expect(isWorkingDay(context.nation, slot.date)).toBe(true);
          if (slot.moved !== undefined) expect(slot.date < slot.planned).toBe(cadence.onBankHoliday === 'previous');
          if (cadence.onBankHoliday === 'skip') expect(slot.moved).toBeUndefined();
          if (cadence.every !== 'term' && cadence.inHolidays !== 'publish') {
            expect(inHolidays(context.terms, slot.date)).toBe(false);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('the next issue is the same one until its time has come, whenever one asks', () => {
    const days = fc.integer({ min: 0, max: 20 * 365 }).map((count) => addDays('2020-08-01', count));
    const froms = fc
      .tuple(days, fc.constantFrom('', 'T06:59', 'T07:00', 'T12:00', 'T23:59'))
      .map(([day, time]) => day + time);
    fc.assert(
      fc.property(cadences, contexts, froms, fc.nat(), (cadence, context, from, later) => {
        const slot = nextIssue(cadence, context, from);
        if (!slot) throw new Error('no slot');
        expect(slot.sendsAt >= from).toBe(true);
        expect(nextIssue(cadence, context, slot.sendsAt)).toEqual(slot);
        expect(nextIssue(cadence, context, slot.date)).toEqual(slot);
        const between = addDays(from.slice(0, 10), later % (daysBetween(from.slice(0, 10), slot.date) + 1));
        if (between > from) expect(nextIssue(cadence, context, between)).toEqual(slot);
      }),
      { numRuns: 500 },
    );
  });

  /** The days that a rhythm falls on over the twenty years, for any cadence with that rhythm that leaves none out. */
  function whatever(rhythm: Rhythm, holds: (planned: readonly string[], cadence: Cadence) => void): void {
    const steady = cadences
      .map((cadence): Cadence => ({ ...cadence, every: rhythm, inHolidays: 'publish' }))
      .filter((cadence) => cadence.onBankHoliday !== 'skip');
    fc.assert(
      fc.property(steady, contexts, (cadence, context) => {
        const slots = slotsBetween(cadence, context, '2020-08-01', '2040-07-31');
        holds(
          slots.map((slot) => slot.planned),
          cadence,
        );
      }),
      { numRuns: 20 },
    );
  }

  const steps = (values: readonly number[]) =>
    new Set(values.slice(1).map((value, index) => value - (values[index] ?? 0)));
  const day = (date: string) => daysBetween('1970-01-05', date);
  const month = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

  it('every week is every 7 days', () => {
    whatever('week', (planned) => expect(steps(planned.map(day))).toEqual(new Set([7])));
  });

  it('every 2 weeks is every 14 days, an even number of weeks from the start', () => {
    whatever('2 weeks', (planned, { starting = '1970-01-05' }) => {
      expect(steps(planned.map(day))).toEqual(new Set([14]));
      expect(Math.abs(daysBetween(mondayOf(starting), mondayOf(planned[0] ?? '')) % 14)).toBe(0);
    });
  });

  it('every month is once in each month, in its first week', () => {
    whatever('month', (planned) => {
      expect(steps(planned.map(month))).toEqual(new Set([1]));
      expect(planned.every((date) => date.slice(8) <= '07')).toBe(true);
    });
  });

  it('every 2 months is once in every other month from that of the start, or January', () => {
    whatever('2 months', (planned, { starting = '2020-01-01' }) => {
      expect(steps(planned.map(month))).toEqual(new Set([2]));
      expect(Math.abs((month(planned[0] ?? '') - month(starting)) % 2)).toBe(0);
      expect(planned.every((date) => date.slice(8) <= '07')).toBe(true);
    });
  });

  it('every term is three times a school year', () => {
    whatever('term', (planned) => {
      for (let year = 2021; year < 2039; year += 1) {
        expect(planned.filter((date) => schoolYearOf(date) === year)).toHaveLength(3);
      }
    });
  });
});
