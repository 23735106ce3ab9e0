import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jobTimes, runsInAWeek } from '../../src/calendar/job-times.js';
import { comingIssues } from '../../src/calendar/next-issue.js';
import { instantOf } from '../../src/calendar/zone.js';
import { type Cadence, onBankHolidayPolicies, rhythms, weekdays } from '../../src/model/cadence.js';
import { terms } from './sample.js';

const weekly = (more: Partial<Cadence>): Cadence => ({
  every: 'week',
  on: 'monday',
  at: '07:00',
  inHolidays: 'publish',
  onBankHoliday: 'same-day',
  ...more,
});

describe('the times of a job that sends', () => {
  it.each<[string, Partial<Cadence>, string, number, string[]]>([
    ['cover summer and winter', {}, 'Europe/London', 3, ['7,22,37,52 6-9 * * 1']],
    ['are one hour shorter where clocks never change', {}, 'UTC', 3, ['7,22,37,52 7-9 * * 1']],
    ['begin in the hour of an odd time', { at: '12:30' }, 'UTC', 1, ['7,22,37,52 12-13 * * 1']],
    [
      'go into the next day after an evening',
      { on: 'saturday', at: '22:00' },
      'UTC',
      4,
      ['7,22,37,52 22-23 * * 6', '7,22,37,52 0-1 * * 0'],
    ],
    [
      'begin the day before where that is still the day in UTC',
      { at: '00:30' },
      'Europe/London',
      1,
      ['7,22,37,52 0-1 * * 1', '7,22,37,52 23 * * 0'],
    ],
    [
      'are on the days to which bank holidays move an issue',
      { on: 'friday', onBankHoliday: 'next-working-day' },
      'UTC',
      1,
      ['7,22,37,52 7 * * 1-2,5'],
    ],
    [
      'are on the days before, where it is moved back',
      { on: 'monday', onBankHoliday: 'previous' },
      'UTC',
      1,
      ['7,22,37,52 7 * * 1,4-5'],
    ],
  ])('%s', (_, cadence, zone, hours, lines) => {
    expect([...jobTimes([weekly(cadence)], zone, hours)].sort()).toEqual([...lines].sort());
  });

  it('are none without newsletters', () => {
    expect(jobTimes([], 'Europe/London', 6)).toEqual([]);
  });

  it('are counted', () => {
    expect(runsInAWeek('7,22,37,52 6-9,12 * * 1-5')).toBe(4 * 5 * 5);
  });

  const cadences = fc.record({
    every: fc.constantFrom(...rhythms),
    on: fc.constantFrom(...weekdays),
    at: fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':')),
    inHolidays: fc.constant('publish' as const),
    onBankHoliday: fc.constantFrom(...onBankHolidayPolicies),
  });
  const nation = fc.constantFrom('england-and-wales' as const, 'scotland' as const, 'northern-ireland' as const);

  it('never are at the same time twice, nor on the hour', () => {
    fc.assert(
      fc.property(fc.array(cadences, { maxLength: 4 }), fc.integer({ min: 1, max: 72 }), (all, hours) => {
        const runs = jobTimes(all, 'Europe/London', hours).flatMap(runsOf);
        expect(new Set(runs).size).toBe(runs.length);
        expect(runs.filter((run) => run.endsWith(':0'))).toEqual([]);
      }),
    );
  });

  it('have one within a quarter of an hour of every issue from 2020 to 2028, and to the end of what it may be late', () => {
    fc.assert(
      fc.property(cadences, nation, fc.integer({ min: 1, max: 12 }), (cadence, where, hours) => {
        const runs = new Set(jobTimes([cadence], 'Europe/London', hours).flatMap(runsOf));
        for (const slot of comingIssues(cadence, { nation: where, terms }, '2020-01-01', '2028-12-31')) {
          const instant = onTheClock(slot.sendsAt);
          if (instant === undefined) continue;
          for (let quarter = 0; quarter < hours * 4; quarter += 1) {
            const from = instant + quarter * 15 * 60_000;
            const near = Array.from({ length: 15 }, (_, minute) => runOf(from + minute * 60_000));
            if (!near.some((run) => runs.has(run)))
              throw new Error(`${slot.sendsAt}: no job after ${quarter} quarters`);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** Times that the clocks skip or show twice are for others to refuse. */
function onTheClock(wall: string): number | undefined {
  try {
    return Date.parse(instantOf(wall, 'Europe/London'));
  } catch {
    return undefined;
  }
}

/** "weekday:hour:minute" in UTC, the weekday as cron counts. */
function runOf(instant: number): string {
  const date = new Date(instant);
  return `${date.getUTCDay()}:${date.getUTCHours()}:${date.getUTCMinutes()}`;
}

function runsOf(line: string): string[] {
  const [minutes = '', hours = '', , , days = ''] = line.split(' ').map((field) => field.split(',').flatMap(numbersOf));
  return [...days].flatMap((day) =>
    [...hours].flatMap((hour) => [...minutes].map((minute) => `${day}:${hour}:${minute}`)),
  );
}

function numbersOf(part: string): number[] {
  const [from = 0, until = from] = part.split('-').map(Number);
  return Array.from({ length: until - from + 1 }, (_, index) => from + index);
}
