import { describe, expect, it } from 'vitest';
import { arabicPlural, frenchPlural, oneOrOther } from '../../src/language/plurals.js';

describe('plural forms', () => {
  it.each([
    ['en', oneOrOther],
    ['es', oneOrOther],
    ['ur', oneOrOther],
    ['fr', frenchPlural],
    ['ar', arabicPlural],
  ] as const)('of %s are those of CLDR', (tag, plural) => {
    const rules = new Intl.PluralRules(tag);
    const counts = Array.from({ length: 201 }, (_, count) => count);
    expect(counts.map((count) => plural(count))).toEqual(counts.map((count) => rules.select(count)));
  });
});
