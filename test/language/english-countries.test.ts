import { describe, expect, it } from 'vitest';
import { english } from '../../src/language/english.js';

const { countryName } = english;

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const named = letters
  .flatMap((first) => letters.map((second) => first + second))
  .flatMap((code) => countryName(code) ?? []);

describe('names of countries', () => {
  it.each([
    ['PS', 'Palestine'],
    ['MM', 'Myanmar'],
    ['TR', 'Turkey'],
    ['CZ', 'Czechia'],
    ['CU', 'Cuba'],
    ['GB', 'United Kingdom'],
    ['CD', 'Democratic Republic of Congo'],
    ['XK', 'Kosovo'],
  ])('%s is %s', (code, name) => {
    expect(countryName(code)).toBe(name);
  });

  it.each(['ZZ', 'UK', 'ye', '', 'toString'])('%j is no country', (code) => {
    expect(countryName(code)).toBeNull();
  });

  it('are there for all 249 codes of ISO 3166-1 and Kosovo, each different', () => {
    expect(named).toHaveLength(250);
    expect(new Set(named).size).toBe(250);
  });
});
