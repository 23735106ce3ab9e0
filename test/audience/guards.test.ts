import { describe, expect, it } from 'vitest';
import { type FactsAfter, type FactsBefore, refusalsAfter, refusalsBefore } from '../../src/audience/guards.js';
import type { Audience } from '../../src/model/audience.js';

const audience: Audience = {
  id: 'members',
  source: { file: 'audiences/members.yaml', at: {} },
  title: 'Members',
  why: 'You are one.',
  translations: {},
  fields: [],
  facets: {},
  environment: 'live',
  basis: 'consent',
  people: { kind: 'csv', file: 'audiences/private/members.csv' },
  columns: { email: 'email', fields: [], facets: {} },
  change: 20,
};

const now = '2027-03-22T09:00:00.000Z';

const refusedBefore = (facts: Partial<FactsBefore> = {}, parts: Partial<Audience> = {}) =>
  refusalsBefore({
    audience: { ...audience, ...parts },
    publication: { title: 'Global Matters', marketing: true },
    isTracked: false,
    lists: [{ list: 'bounces', readAt: '2027-03-22T08:00:00.000Z' }],
    now,
    ...facts,
  }).map(({ guard }) => guard);

const refusedAfter = (facts: Partial<FactsAfter> = {}, parts: Partial<Audience> = {}) =>
  refusalsAfter({ audience: { ...audience, ...parts }, recipients: 1_000, blank: new Map(), ...facts }).map(
    ({ guard }) => guard,
  );

describe('before anybody is read', () => {
  it('a live audience with a basis and fresh lists passes', () => {
    expect(refusedBefore()).toEqual([]);
  });

  it('an audience without a source, or with one that is in git, is refused', () => {
    const { people: _, ...nowhere } = audience;
    expect(refusedBefore({ audience: nowhere })).toEqual(['source']);
    expect(refusedBefore({ isTracked: true })).toEqual(['tracked']);
  });

  it.each([
    ['member-service', true, ['basis']],
    ['member-service', false, []],
    ['consent', true, []],
    ['consent', false, []],
    ['soft-opt-in', true, []],
  ] as const)('%s, marketing %s', (basis, marketing, expected) => {
    expect(refusedBefore({ publication: { title: 'e-Bulletin', marketing } }, { basis })).toEqual(expected);
  });

  it('a live audience must say its basis; a test audience has nobody to ask', () => {
    const { basis: _, ...silent } = audience;
    expect(refusedBefore({ audience: silent })).toEqual(['basis']);
    expect(refusedBefore({ audience: { ...silent, environment: 'test' } })).toEqual([]);
  });

  it.each([
    ['never read', {}, ['suppressions']],
    ['a day and a minute ago', { readAt: '2027-03-21T08:59:00.000Z' }, ['suppressions']],
    ['a day ago', { readAt: '2027-03-21T09:00:00.000Z' }, []],
  ])('a list of the provider that was %s', (_, read, expected) => {
    const lists = [
      { list: 'unsubscribes', readAt: now },
      { list: 'bounces', ...read },
    ];
    expect(refusedBefore({ lists })).toEqual(expected);
    expect(refusedBefore({ lists }, { environment: 'test' })).toEqual([]);
  });

  it('all that stands against it is told at once', () => {
    expect(refusedBefore({ isTracked: true, lists: [{ list: 'bounces' }] }, { basis: 'member-service' })).toEqual([
      'tracked',
      'basis',
      'suppressions',
    ]);
  });
});

describe('when everybody has been read', () => {
  it.each([
    [0, ['nobody']],
    [899, ['size']],
    [900, []],
    [1_100, []],
    [1_101, ['size']],
  ])('%i recipients where 900 to 1,100 are right', (recipients, expected) => {
    expect(refusedAfter({ recipients }, { size: { from: 900, until: 1_100 } })).toEqual(expected);
  });

  it.each([
    [800, 1_000, []],
    [799, 1_000, ['change']],
    [1_200, 1_000, []],
    [1_201, 1_000, ['change']],
    [5, 0, ['change']],
  ])('%i recipients after %i, where a fifth may change', (recipients, last, expected) => {
    expect(refusedAfter({ recipients, previous: { date: '2027-03-15', recipients: last } })).toEqual(expected);
  });

  it('real people in a test audience are refused, by row and without an address', () => {
    const real = { count: 2, firstRows: [7, 9] };
    expect(refusedAfter({ real })).toEqual([]);
    const [refusal] = refusalsAfter({
      audience: { ...audience, environment: 'test' },
      recipients: 5,
      real,
      blank: new Map(),
    });
    expect(refusal).toMatchObject({ guard: 'environment', words: expect.stringContaining('rows 7 and 9') });
  });

  it('a field that would be printed blank is refused, each by its name', () => {
    const blank = new Map([
      ['first_name', { count: 1, firstRows: [4] }],
      ['district', { count: 3, firstRows: [4, 5, 6] }],
    ]);
    expect(refusedAfter({ blank })).toEqual(['merge-fields', 'merge-fields']);
  });
});
