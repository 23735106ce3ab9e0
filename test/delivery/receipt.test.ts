import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiptOf, sentPlaces } from '../../src/delivery/receipt.js';
import { notSentReasons, type Outcome, type rejectedKinds, unknownReasons } from '../../src/model/outcome.js';
import type { LeftOut } from '../../src/model/send-ledger.js';

const rejected = (kind: (typeof rejectedKinds)[number], places?: readonly number[]): Outcome => ({
  outcome: 'rejected',
  kind,
  reason: 'why',
  ...(places && { places }),
});
const becomes = (outcome: Outcome, size = 4, late: readonly LeftOut[] = []) =>
  receiptOf(outcome, size, late).consequence;
const because = (places: readonly number[]) => places.map((place) => ({ place, reason: 'why' }));

describe('what becomes of a batch', () => {
  it('is accepted only where the provider said so', () => {
    expect(becomes({ outcome: 'accepted', id: 'x' })).toEqual({ batch: 'accepted' });
  });

  it.each(unknownReasons)('is unknown, and never planned again, after %s', (why) => {
    expect(becomes({ outcome: 'unknown', why })).toEqual({ batch: 'unknown' });
  });

  it.each(notSentReasons)('is planned again where nothing was sent: %s', (why) => {
    expect(becomes({ outcome: 'not-sent', why })).toEqual({ batch: 'planned' });
  });

  it.each<[string, Outcome]>([
    ['throttled', { outcome: 'throttled' }],
    ['message', rejected('message')],
    ['credentials', rejected('credentials')],
    ['bug', rejected('bug')],
  ])('is planned again as a whole where the fault is nobody’s in it: %s', (_, outcome) => {
    expect(becomes(outcome)).toEqual({ batch: 'planned' });
  });

  it('goes on without whoever the provider named', () => {
    expect(becomes(rejected('address', [1, 3]))).toEqual({
      batch: 'split',
      rejected: because([1, 3]),
      parts: [[0, 2]],
    });
  });

  it('takes the provider’s places for those of the request, which the late ones are not in', () => {
    const late = [{ place: 0, reason: 'suppressed' }];
    expect(becomes(rejected('address', [0]), 3, late)).toEqual({
      batch: 'split',
      rejected: because([1]),
      parts: [[2]],
    });
  });

  it.each<[string, readonly number[] | undefined]>([
    ['nobody', undefined],
    ['none', []],
    ['places that there are not', [4, -1, 0.5]],
  ])('is halved where the provider named %s', (_, places) => {
    expect(becomes(rejected('address', places))).toEqual({
      batch: 'split',
      rejected: [],
      parts: [
        [0, 1],
        [2, 3],
      ],
    });
  });

  it('rejects the one whom it is about where there is only one', () => {
    expect(becomes(rejected('address'), 1)).toEqual({ batch: 'split', rejected: because([0]), parts: [] });
  });

  it('is halved where it is too large, down to one person', () => {
    expect(becomes(rejected('too-large'), 3)).toEqual({ batch: 'split', rejected: [], parts: [[0, 1], [2]] });
    expect(becomes(rejected('too-large'), 1)).toEqual({ batch: 'planned' });
  });

  it('never loses or doubles anybody, and every part is smaller', () => {
    const places = fc.option(fc.array(fc.integer({ min: -2, max: 50 })), { nil: undefined });
    const kinds = fc.constantFrom<'address' | 'too-large'>('address', 'too-large');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.array(fc.nat(39)), kinds, places, (size, gone, kind, named) => {
        const late = [...new Set(gone)].filter((place) => place < size).map((place) => ({ place, reason: 'left' }));
        const sent = sentPlaces(size, late);
        fc.pre(sent.length > 0);
        const consequence = becomes(rejected(kind, named), size, late);
        if (consequence.batch !== 'split') {
          expect(sent).toHaveLength(1);
          return;
        }
        const parts = consequence.parts.flat();
        const all = [...parts, ...consequence.rejected.map(({ place }) => place)].sort((a, b) => a - b);
        expect(all).toEqual(sent);
        for (const part of consequence.parts) {
          expect(part.length).toBeGreaterThan(0);
          expect(part.length).toBeLessThan(sent.length);
        }
      }),
    );
  });
});
