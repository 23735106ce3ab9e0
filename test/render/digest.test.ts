import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../src/render/digest.js';

describe('digest', () => {
  it('is SHA-256 over the sorted parts as JSON', () => {
    // printf '[["html","<p>é</p>"],["items",["a","b"]]]' | sha256sum
    expect(digestOf({ items: ['a', 'b'], html: '<p>é</p>' })).toBe(
      '247842db4bb9d73ba3441ef203330cf5d095b07c460fc0bd076af52df60f3393',
    );
  });

  it.each([
    [
      { a: 'x', b: 'y' },
      { a: 'xy', b: '' },
    ],
    [{ a: ['x', 'y'] }, { a: ['xy'] }],
    [{ a: ['x'] }, { a: 'x' }],
    [{ a: ['x', 'y'] }, { a: ['y', 'x'] }],
    [{ a: '' }, {}],
    [{ a: '"],["b","' }, { a: '', b: '' }],
  ])('tells %j from %j', (one, other) => {
    expect(digestOf(one)).not.toBe(digestOf(other));
  });

  it('does not depend on the order of the parts', () => {
    const parts = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string())));
    fc.assert(
      fc.property(parts, (some) => {
        expect(digestOf(Object.fromEntries(Object.entries(some).reverse()))).toBe(digestOf(some));
      }),
    );
  });
});
