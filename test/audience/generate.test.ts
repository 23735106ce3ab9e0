import { describe, expect, it } from 'vitest';
import { canonicalAddress, isRefused } from '../../src/audience/address.js';
import { inventedCsv, inventPeople } from '../../src/audience/generate.js';
import { readCsv } from './sources/read-all.js';

const facets = { nations: ['england', 'wales'], roles: ['iso', 'rep', 'member'] };

describe('invented people', () => {
  const people = [...inventPeople(5_000, 7, facets)];

  it('are the same for the same seed, and others for another', () => {
    expect([...inventPeople(5_000, 7, facets)]).toEqual(people);
    expect([...inventPeople(10, 8, facets)]).not.toEqual(people.slice(0, 10));
    expect([...inventPeople(10, 7, facets)]).toEqual(people.slice(0, 10));
  });

  it('have addresses of their own at example.org, which are in the canonical form', () => {
    const keys = people.map(({ email }) => {
      const canonical = canonicalAddress(email);
      if (isRefused(canonical)) throw new Error(`${email}: ${canonical.reason}`);
      expect(canonical.address).toBe(email);
      expect(email).toMatch(/@example\.org$/);
      return canonical.key;
    });
    expect(new Set(keys).size).toBe(people.length);
  });

  it('have names of many scripts, no first name or district sometimes, and every value of a facet or none', () => {
    for (const script of ['Arabic', 'Hebrew', 'Cyrillic', 'Greek', 'Han', 'Hangul', 'Devanagari', 'Tamil', 'Latin']) {
      expect(
        people.some(({ firstName, lastName }) => new RegExp(`\\p{Script=${script}}`, 'u').test(firstName + lastName)),
      ).toBe(true);
    }
    expect(people.some(({ firstName }) => firstName === '')).toBe(true);
    expect(people.some(({ district }) => district === '')).toBe(true);
    expect(people.filter(({ district }) => district !== '').length).toBeGreaterThan(people.length / 2);
    expect(new Set(people.map((person) => person.facets.nations))).toEqual(new Set(['england', 'wales', undefined]));
    expect(people.every((person) => person.facets.regions === undefined)).toBe(true);
  });

  it('make a CSV file that is read without a complaint', async () => {
    const text = [...inventedCsv(5_000, 7, facets)].join('');
    const { columns, rows, refused, fault } = await readCsv(text, {}, 4_096);
    expect(fault).toBeUndefined();
    expect(refused).toEqual([]);
    expect(columns).toEqual([
      'email',
      'first_name',
      'last_name',
      'district',
      'regions',
      'nations',
      'roles',
      'languages',
    ]);
    expect(rows.map(({ values }) => values[0])).toEqual(people.map(({ email }) => email));
  });
});
