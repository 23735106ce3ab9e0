import fc from 'fast-check';
import { expect, it } from 'vitest';
import { common } from '../../../src/preview/compare/common.js';

/** The length of the longest common subsequence, by the table that is too slow for editions. */
function longest(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0);
  for (const a of one) {
    const next = [0];
    for (const [at, b] of other.entries())
      next.push(a === b ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

it('finds as much in common as there is, in order', () => {
  const list = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });
  fc.assert(
    fc.property(list, list, (one, other) => {
      const pairs = common(one, other);
      expect(pairs.map(([a]) => one[a])).toEqual(pairs.map(([, b]) => other[b]));
      for (const [at, [a, b]] of pairs.entries()) {
        const [lastA, lastB] = pairs[at - 1] ?? [-1, -1];
        expect(a > lastA && b > lastB).toBe(true);
      }
      expect(pairs.length).toBe(longest(one, other));
    }),
    { numRuns: 1000 },
  );
});

it('gives up on what has too little in common, and keeps what begins and ends alike', () => {
  const many = (word: string) => Array.from({ length: 5000 }, (_, at) => `${word}${at}`);
  expect(common(['x', ...many('a'), 'y'], ['x', ...many('b'), 'y'])).toEqual([
    [0, 0],
    [5001, 5001],
  ]);
});
