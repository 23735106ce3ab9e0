import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, wallTimeAt } from '../../src/calendar/zone.js';

const london = 'Europe/London';

describe('wallTimeAt', () => {
  it.each([
    ['2021-03-22T07:00:00Z', london, '2021-03-22T07:00'],
    ['2021-03-28T00:59:59Z', london, '2021-03-28T00:59'],
    ['2021-03-28T01:00:00Z', london, '2021-03-28T02:00'],
    ['2021-06-30T23:30:00Z', london, '2021-07-01T00:30'],
    ['2026-10-25T00:30:00Z', london, '2026-10-25T01:30'],
    ['2026-10-25T01:30:00Z', london, '2026-10-25T01:30'],
    ['2021-03-22T07:00:59.999Z', london, '2021-03-22T07:00'],
    ['2021-03-22T07:00:00Z', 'America/New_York', '2021-03-22T03:00'],
    ['2021-03-22T07:00:00Z', 'Asia/Kathmandu', '2021-03-22T12:45'],
  ])('%s in %s is %s', (instant, zone, wall) => {
    expect(wallTimeAt(instant, zone)).toBe(wall);
  });

  it('throws for what is no instant or no zone', () => {
    expect(() => wallTimeAt('2021-03-22T07:00', london)).toThrow(RangeError);
    expect(() => wallTimeAt('2021-03-22T07:00:00Z', 'Europe/Lodnon')).toThrow(RangeError);
  });
});

describe('instantOf', () => {
  it.each([
    ['2021-03-22T07:00', '2021-03-22T07:00:00Z'],
    ['2021-03-29T07:00', '2021-03-29T06:00:00Z'],
    ['2026-10-26T07:00', '2026-10-26T07:00:00Z'],
    ['2021-03-26', '2021-03-26T23:59:00Z'],
    ['2021-07-26', '2021-07-26T22:59:00Z'],
  ])('%s in London is %s', (wall, instant) => {
    expect(instantOf(wall, london)).toBe(instant);
  });

  it.each([
    '2026-03-29T01:00',
    '2026-03-29T01:59',
    '2027-03-28T01:30',
    '2028-03-26T01:30',
    '2026-10-25T01:00',
    '2027-10-31T01:30',
    '2028-10-29T01:59',
  ])('rejects %s, which the clocks in London skip or show twice', (wall) => {
    expect(() => instantOf(wall, london)).toThrow(RangeError);
  });

  it.each(['2026-03-29T00:59', '2026-03-29T02:00', '2026-10-25T00:59', '2026-10-25T02:00'])(
    'takes %s, right beside a change of clocks',
    (wall) => {
      expect(wallTimeAt(instantOf(wall, london), london)).toBe(wall);
    },
  );

  it('is undone by wallTimeAt, whatever the hour outside the changes', () => {
    const minutes = fc.integer({ min: 2 * 60, max: 24 * 60 - 1 });
    const days = fc.integer({ min: 18_000, max: 25_500 });
    fc.assert(
      fc.property(days, minutes, (day, minute) => {
        const wall = new Date(day * 86_400_000 + minute * 60_000).toISOString().slice(0, 16);
        expect(wallTimeAt(instantOf(wall, london), london)).toBe(wall);
      }),
    );
  });
});
