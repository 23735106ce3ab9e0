import fc from 'fast-check';
import { expect, it } from 'vitest';
import { knownKeys } from '../../src/audience/known-keys.js';

it('numbers keys as a Map would', () => {
  const key = fc.oneof(fc.constantFrom('', 'a', 'b', 'ab', 'ba'), fc.string({ unit: 'grapheme-ascii', maxLength: 3 }));
  fc.assert(
    fc.property(fc.array(key, { maxLength: 200 }), (keys) => {
      const known = knownKeys();
      const map = new Map<string, number>();
      for (const key of keys) {
        if (!map.has(key)) map.set(key, map.size);
        expect(known.number(key)).toBe(map.get(key));
      }
      expect(known.size()).toBe(map.size);
    }),
  );
});

it('keeps its numbers while it grows, for long keys too', () => {
  const known = knownKeys();
  const keyOf = (index: number) => `person.${index}@${'long.'.repeat(index % 40)}example.org`;
  for (let index = 0; index < 20_000; index += 1) expect(known.number(keyOf(index))).toBe(index);
  for (let index = 0; index < 20_000; index += 1) expect(known.number(keyOf(index))).toBe(index);
  expect(known.size()).toBe(20_000);
  expect(known.number('x'.repeat(10_000_000))).toBe(20_000);
});
