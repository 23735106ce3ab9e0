import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultCanary, stagesOf } from '../../src/delivery/canary.js';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

/** The numbers of the batches in each of the three stages. */
function parted(count: number, testers: readonly number[] = [], share = defaultCanary.share): number[][] {
  const stages = stagesOf(numbers(count), new Set(testers), { ...defaultCanary, share });
  return [0, 1, 2].map((stage) => numbers(count).filter((number) => stages.get(number) === stage));
}

describe('the stages of a send', () => {
  it('are the testers, one batch in a hundred, and the rest', () => {
    const [testers, early, rest] = parted(501, [1]);
    expect(testers).toEqual([1]);
    expect(early).toEqual([2, 102, 202, 302, 402]);
    expect(rest).toHaveLength(495);
  });

  it('begin with one batch where there are few', () => {
    expect(parted(3)).toEqual([[], [1], [2, 3]]);
    expect(parted(1)).toEqual([[], [1], []]);
    expect(parted(1, [1])).toEqual([[1], [], []]);
    expect(parted(0)).toEqual([[], [], []]);
  });

  it('have every batch in one of them, and the share asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 700 }), fc.double({ min: 0, max: 1, noNaN: true }), (count, share) => {
        const [, early, rest] = parted(count, [], share);
        expect([...(early ?? []), ...(rest ?? [])].sort((a, b) => a - b)).toEqual(numbers(count));
        expect(early).toHaveLength(Math.max(1, Math.round(count * share)));
      }),
    );
  });
});
